import assert from 'node:assert/strict';
import fc from 'fast-check';
import { matchesWildcard } from '../../../src/model/access/wildcard';

const cases: readonly (readonly [pattern: string, text: string, fits: boolean])[] = [
  ['kms:Decrypt', 'kms:Decrypt', true],
  ['KMS:decrypt', 'kms:Decrypt', true],
  ['kms:Decrypt', 'kms:DecryptAll', false],
  ['kms:*', 'kms:Decrypt', true],
  ['*', 'kms:Decrypt', true],
  ['kms:Re*', 'kms:ReEncryptTo', true],
  ['kms:Re*', 'kms:RevokeGrant', true],
  ['kms:ReE*', 'kms:RevokeGrant', false],
  ['kms:*Grant*', 'kms:ListGrants', true],
  ['kms:?ecrypt', 'kms:Decrypt', true],
  ['kms:?ecrypt', 'kms:ecrypt', false],
  ['kms:Decrypt*', 'kms:Decrypt', true],
  ['', 'kms:Decrypt', false],
  ['kms.*', 'kms:Decrypt', false],
];

describe('matchesWildcard', () => {
  for (const [pattern, text, fits] of cases) {
    it(`"${pattern}" ${fits ? 'fits' : 'does not fit'} ${text}`, () =>
      assert.equal(matchesWildcard(pattern, text), fits));
  }

  it('agrees with the regular expression of the same meaning', () => {
    const sign = fc.constantFrom('a', 'B', 'b', ':', '*', '?');
    const pattern = fc.array(sign, { maxLength: 8 }).map(signs => signs.join(''));
    const text = fc.array(fc.constantFrom('a', 'b', ':'), { maxLength: 8 }).map(signs => signs.join(''));
    fc.assert(
      fc.property(pattern, text, (wanted, given) => {
        const source = wanted.replaceAll('*', '.*').replaceAll('?', '.');
        assert.equal(matchesWildcard(wanted, given), new RegExp(`^${source}$`, 'i').test(given));
      }),
      { numRuns: 3000 },
    );
  });

  it('is not led astray by many stars', () => {
    const before = process.cpuUsage();
    assert.equal(matchesWildcard(`${'*a'.repeat(1000)}b`, 'a'.repeat(10_000)), false);
    assert.ok(process.cpuUsage(before).user < 500_000);
  });
});
