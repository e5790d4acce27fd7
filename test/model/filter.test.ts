import assert from 'node:assert/strict';
import type { KeyFilter } from '../../src/model/filter';
import { isActive, matches, noFilter, noValue } from '../../src/model/filter';
import { someKey } from '../factories';

const now = Date.parse('2026-06-01T00:00:00Z');

const keys = [
  someKey('cck-1', {
    name: 'Payments',
    state: 'IN_USE',
    phase: 'INVALID',
    createdAt: '2026-05-20T00:00:00Z',
  }),
  someKey('cck-2', { provider: 'Azure', region: null, phase: 'INITIALIZING' }),
  someKey('cck-3', { name: 'search', provider: 'GCP', region: 'europe-west1' }),
  someKey('cck-4', { name: 'old', phase: null, region: 'us-east-1' }),
  someKey('cck-5', { name: 'future', provider: 'Oracle', state: 'RETIRED', phase: 'PAUSED', region: null }),
];

describe('filter', () => {
  const cases: readonly (readonly [label: string, filter: Partial<KeyFilter>, found: readonly string[]])[] = [
    ['nothing asked for', {}, ['cck-1', 'cck-2', 'cck-3', 'cck-4', 'cck-5']],
    ['a part of a name, in any case', { text: 'PAY' }, ['cck-1']],
    ['blanks around the text', { text: '  pay ' }, ['cck-1']],
    ['a part of an id', { text: 'k-3' }, ['cck-3']],
    ['a part of an ARN', { text: ':kms:us-east-1:' }, ['cck-4']],
    ['a part of a key URL', { text: 'vault.azure.net' }, ['cck-2']],
    ['a part of a resource name', { text: 'keyRings/r' }, ['cck-3']],
    ['a text that is a pattern elsewhere', { text: '.*' }, []],
    ['one provider', { providers: ['AWS'] }, ['cck-1', 'cck-4']],
    ['one of two providers', { providers: ['GCP', 'Azure'] }, ['cck-2', 'cck-3']],
    ['a provider that came later', { providers: ['Oracle'] }, ['cck-5']],
    ['a state', { states: ['IN_USE'] }, ['cck-1']],
    ['a phase, which an old answer does not have', { phases: ['VALID', 'INVALID'] }, ['cck-1', 'cck-3']],
    ['a region that the service tells', { regions: ['eu-west-1'] }, ['cck-1']],
    ['a region that only the ARN tells', { regions: ['us-east-1'] }, ['cck-4']],
    [
      'everything at once',
      { text: 'a', providers: ['AWS'], states: ['IN_USE'], phases: ['INVALID'] },
      ['cck-1'],
    ],
    ['no phase', { phases: [noValue] }, ['cck-4']],
    ['no region that anybody tells', { regions: [noValue, 'europe-west1'] }, ['cck-2', 'cck-3', 'cck-5']],
    ['an age', { ages: ['month'] }, ['cck-1']],
    ['one of two ages', { ages: ['year', 'older'] }, ['cck-2', 'cck-3', 'cck-4', 'cck-5']],
    ['two things that no key is at once', { providers: ['GCP'], states: ['IN_USE'] }, []],
  ];
  for (const [label, part, found] of cases) {
    it(label, () => {
      const filter = { ...noFilter, ...part };
      assert.deepEqual(
        keys.filter(key => matches(key, filter, now)).map(({ id }) => id),
        found,
      );
      assert.equal(isActive(filter), Object.keys(part).length > 0);
    });
  }

  it('is not active for blanks', () => assert.equal(isActive({ ...noFilter, text: '  ' }), false));
});
