import fc from 'fast-check';
import assert from 'node:assert/strict';
import { jsonText } from '../../src/documents/jsonText';
import type { JsonValue } from '../../src/model/json';

const json = fc
  .jsonValue({ stringUnit: 'binary' })
  .map(value => JSON.parse(JSON.stringify(value)) as JsonValue);

describe('jsonText', () => {
  const cases: readonly (readonly [label: string, text: string, shown: string])[] = [
    ['letters of any script', 'Schlüssel 鍵 🔑', '"Schlüssel 鍵 🔑"\n'],
    ['a bidirectional override', 'a\u202egnp.exe', '"a\\u202egnp.exe"\n'],
    ['a bidirectional isolate', 'a\u2066b\u2069', '"a\\u2066b\\u2069"\n'],
    ['zero width', 'a\u200bb\ufeffc', '"a\\u200bb\\ufeffc"\n'],
    ['a line separator', 'a\u2028b', '"a\\u2028b"\n'],
    ['escape sequences of terminals', '\u001b[31mred\u009b', '"\\u001b[31mred\\u009b"\n'],
    ['line breaks', 'a\nb\r', '"a\\nb\\r"\n'],
  ];
  for (const [label, text, shown] of cases) it(`shows ${label}`, () => assert.equal(jsonText(text), shown));

  it('is indented, and ends with a line break', () => {
    assert.equal(jsonText({ a: [1, {}] }), '{\n  "a": [\n    1,\n    {}\n  ]\n}\n');
  });

  it('means the same to a parser, and has nothing in it that hides or reorders', () => {
    fc.assert(
      fc.property(json, value => {
        const text = jsonText(value);
        assert.deepEqual(JSON.parse(text), value);
        assert.doesNotMatch(text, /[\p{Bidi_Control}\u007f-\u009f\u2028\u2029\u200b\ufeff]/u);
      }),
      { numRuns: 2000 },
    );
  });
});
