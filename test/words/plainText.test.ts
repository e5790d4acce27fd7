import assert from 'node:assert/strict';
import fc from 'fast-check';
import { plainId, withoutLinks } from '../../src/words/plainText';

describe('plainId', () => {
  const cases: readonly (readonly [id: string, shown: string])[] = [
    ['cck-7k2ma', 'cck-7k2ma'],
    ['', '…'],
    ['[Fix now](command:x)', '…'],
    ['cck-1 cck-2', '…'],
    ['../../etc/passwd', '…'],
    ['a'.repeat(65), '…'],
  ];
  for (const [id, shown] of cases)
    it(`shows "${id.slice(0, 20)}" as ${shown}`, () => assert.equal(plainId(id), shown));
});

describe('withoutLinks', () => {
  it('leaves nothing that VS Code reads as a link', () => {
    const link = fc.constantFrom('[Fix now](command:x)', '[', '](', ']', '(command:x)', 'a');
    fc.assert(
      fc.property(fc.array(link), parts => {
        assert.doesNotMatch(withoutLinks(parts.join('')), /\[[^\]]*\]\([^)]*\)/);
      }),
    );
  });
});
