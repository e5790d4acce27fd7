import assert from 'node:assert/strict';
import fc from 'fast-check';
import { jsonFault } from '../../../src/model/access/jsonFault';

const cases: readonly (readonly [
  label: string,
  text: string,
  code: string,
  place: string,
  start?: number,
])[] = [
  ['a text that ends too early', '{"a": [1, 2', 'policyEnd', '', 11],
  ['a trailing comma', '{"a": 1,}', 'policySyntax', '}'],
  ['a missing comma', '{"a": 1 "b": 2}', 'policySyntax', '"', 8],
  ['a missing colon', '{"a" 1}', 'policySyntax', '1'],
  ['single quotes', "{'a': 1}", 'policySyntax', "'"],
  ['typographic quotes', '{\u201Ca\u201D: 1}', 'policySyntax', '\u201C'],
  ['a comment', '{"a": 1} // x', 'policySyntax', '/'],
  ['a number as a name', '{1: 2}', 'policySyntax', '1'],
  ['a bracket that closes the wrong thing', '{"a": [1}', 'policySyntax', '}'],
  ['something behind the end', '{} {}', 'policySyntax', '{', 3],
  ['a line break in a text', '{"a": "x\ny"}', 'policySyntax', '"', 6],
  ['a wrong escape', String.raw`{"a": "\x"}`, 'policySyntax', '"', 6],
  ['a character of two units', '{"a": \u{1F600}}', 'policySyntax', '\u{1F600}'],
  ['the same name twice', '{"a": 1, "b": {"a": 2}, "a": 3}', 'policyDuplicate', '"a"', 24],
  [
    'the same name written in two ways',
    String.raw`{"a": 1, "\u0061": 2}`,
    'policyDuplicate',
    String.raw`"\u0061"`,
  ],
  ['what is nested too deep', '['.repeat(65), 'policyTooDeep', '[', 64],
];

describe('jsonFault', () => {
  for (const [label, text, code, place, start] of cases) {
    it(`finds ${label}`, () => {
      const fault = jsonFault(text);
      assert.deepEqual(
        [fault?.code, fault && text.slice(fault.start, fault.start + fault.length), fault?.start],
        [code, place, start ?? text.indexOf(place)],
      );
    });
  }

  it('finds none in any JSON', () =>
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 8 }), fc.constantFrom(undefined, 2, '	'), (value, indent) => {
        assert.equal(jsonFault(JSON.stringify(value, null, indent)), undefined);
      }),
      { numRuns: 500 },
    ));

  it('finds one exactly where JSON.parse does, but for a name that stands twice', () => {
    const broken = fc
      .tuple(
        fc.json({ maxDepth: 3 }),
        fc.nat(),
        fc.constantFrom('', '"', ',', '}', ']', ':', '1', '-', 'é', '\\', '\n'),
      )
      .map(([json, at, sign]) => {
        const index = at % (json.length + 1);
        return json.slice(0, index) + sign + json.slice(index + 1);
      });
    fc.assert(
      fc.property(broken, text => {
        const fault = jsonFault(text);
        if (fault?.code === 'policyDuplicate') return;
        assert.equal(fault === undefined, isJson(text));
        if (fault) assert.ok(fault.start >= 0 && fault.start + fault.length <= text.length);
      }),
      { numRuns: 3000 },
    );
  });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
