import assert from 'node:assert/strict';
import fc from 'fast-check';
import { explain } from '../../../src/model/identifiers/messages';
import { recognise } from '../../../src/model/identifiers/paste';
import type { Problem } from '../../../src/model/identifiers/problem';
import { kinds } from './validIdentifiers';

/** A change of one character: left out, put in, replaced, or swapped with the next. */
const slip = fc.record({
  how: fc.constantFrom('delete', 'insert', 'replace', 'swap'),
  at: fc.nat(),
  sign: fc.oneof(
    fc.constantFrom(
      ' ',
      '"',
      '/',
      ':',
      '-',
      '_',
      '.',
      'A',
      '0',
      'z',
      '?',
      '#',
      '@',
      '*',
      'é',
      '\u200b',
      '\n',
    ),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  ),
});

function slipped(text: string, { how, at, sign }: { how: string; at: number; sign: string }): string {
  const index = at % text.length;
  const before = text.slice(0, index);
  const after = text.slice(index + 1);
  if (how === 'delete') return before + after;
  if (how === 'insert') return before + sign + text.slice(index);
  if (how === 'replace') return before + sign + after;
  return before + after.slice(0, 1) + text.charAt(index) + after.slice(1);
}

function assertExplained(problem: Problem, text: string): void {
  const { start, length } = problem;
  assert.ok(
    start >= 0 && length >= 0 && start + length <= text.length,
    `place ${start}+${length} in ${text}`,
  );
  assert.doesNotMatch(explain({ ...problem, args: problem.args.map(() => 'x') }), /\{\d\}|undefined|^$/);
  assert.notEqual(problem.example, '');
}

for (const { name, parse, valid } of kinds) {
  describe(`every ${name}`, () => {
    it('is read, and written as it was', () =>
      fc.assert(
        fc.property(valid, text => {
          const parsed = parse(text);
          assert.equal(parsed.ok ? parsed.value.text : parsed.problem.code, text);
        }),
        { numRuns: 500 },
      ));

    it('with one slip is valid or explained, at a place in the text', () =>
      fc.assert(
        fc.property(valid, slip, (text, change) => {
          const changed = slipped(text, change);
          const parsed = parse(changed);
          for (const problem of parsed.ok ? parsed.warnings : [parsed.problem])
            assertExplained(problem, changed);
          if (parsed.ok) assert.equal(parse(parsed.value.text).ok, true);
        }),
        { numRuns: 2000 },
      ));

    it('is told from any other text without a throw', () =>
      fc.assert(
        fc.property(fc.string({ unit: 'binary', maxLength: 300 }), text => {
          const parsed = parse(text);
          if (!parsed.ok) assertExplained(parsed.problem, text);
          recognise(text);
        }),
        { numRuns: 300 },
      ));

    // A reading whose time grew with the square of the text would not end before the test is ended.
    it('is told from a very long text', () => {
      for (const sign of [' ', '"', ':', '/', '-', 'a', '.', 'aws-', ' a:\n']) {
        parse(sign.repeat(1_000_000));
        parse(sign.repeat(1000));
        recognise(sign.repeat(1_000_000 / sign.length));
      }
    });
  });
}
