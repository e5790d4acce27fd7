import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import type { JsonValue } from '../../src/model/json';
import {
  hclString,
  isSafeForBatch,
  jsonString,
  jsonText,
  quotePosix,
  quotePowerShell,
} from '../../src/model/shellQuote';

const signs = [
  ...[
    '"',
    "'",
    '`',
    '\\',
    '$',
    '$(x)',
    '${',
    '$${',
    '%{',
    '%%{',
    '!',
    '#',
    '~',
    '-',
    '*',
    ';',
    '&&',
    '|',
    '\n',
  ],
  ...['\r', '	', ' ', '\0', '\x1B', '\x7F', '\x85', '\u2018', '\u2019', '\u201A', '\u201B', '\u2028'],
  ...['\u200B', '\u202E', '\uD800', '\u{E0001}', 'é', '\u{1F600}', 'a', '1', '.'],
];
const texts = fc.oneof(
  fc.array(fc.constantFrom(...signs), { maxLength: 12 }).map(parts => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 40 }),
);
const asWritten = (text: string) => text.toWellFormed();

describe('quotePosix', () => {
  it('gives one word that a real sh reads as the same text', () => {
    const values = fc.sample(texts, 2000);
    const words = values.map(quotePosix).join(' ');
    const script = `set -- ${words}
printf '%s\\0' "$#" "$@"
`;
    const [count, ...read] = execFileSync('sh', { input: script, encoding: 'utf8' }).split('\0').slice(0, -1);
    assert.equal(count, '2000');
    assert.deepEqual(
      read,
      values.map(value => asWritten(value).replaceAll('\0', '\uFFFD')),
    );
  });

  const cases: readonly (readonly [label: string, text: string, quoted: string])[] = [
    ['a bare word stays bare', 'roles/a.b:c@d-1', 'roles/a.b:c@d-1'],
    ['nothing is a word too', '', "''"],
    ['an option', '-rf', "'-rf'"],
    ['a home', '~', "'~'"],
    ['a quote', "it's", String.raw`'it'\''s'`],
  ];
  for (const [label, value, quoted] of cases) it(label, () => assert.equal(quotePosix(value), quoted));
});

describe('quotePowerShell', () => {
  it('doubles each quote that PowerShell knows as single, and nothing else', () =>
    fc.assert(
      fc.property(texts, text => {
        const quoted = quotePowerShell(text);
        const inside = /^'((?:[^'\u2018\u2019\u201a\u201b]|(['\u2018\u2019\u201a\u201b])\2)*)'$/u.exec(
          quoted,
        );
        assert.equal(
          inside?.[1]?.replace(/(['\u2018\u2019\u201a\u201b])\1/g, '$1'),
          asWritten(text).replaceAll('\0', '\uFFFD'),
        );
      }),
      { numRuns: 2000 },
    ));
});

describe('isSafeForBatch', () => {
  const cases: readonly (readonly [value: string, isSafe: boolean])[] = [
    ['/subscriptions/3f2504e0/resourceGroups/gr\xF6\xDFe-1/vaults/v', true],
    ['group:cck-abcde@confluent.io', true],
    ['', true],
    ...['a&b', 'a|b', 'a^b', 'a%PATH%', 'a!b', '(a)', 'a"b', 'a<b', 'a>b', 'a\nb', "a'b", '*'].map(
      value => [value, false] as const,
    ),
  ];
  for (const [value, isSafe] of cases) {
    it(`${JSON.stringify(value)} is ${isSafe ? '' : 'not '}handed over as it is`, () =>
      assert.equal(isSafeForBatch(value), isSafe));
  }
});

describe('hclString', () => {
  it('is read by the rules of HCL as the same text', () =>
    fc.assert(
      fc.property(texts, text => {
        assert.equal(readHcl(hclString(text)), asWritten(text));
      }),
      { numRuns: 2000 },
    ));

  it('shows no control character, and none that an editor hides', () =>
    fc.assert(
      fc.property(texts, text => {
        assert.doesNotMatch(hclString(text), /[\p{Cc}\p{Cf}\u2028\u2029]/u);
      }),
    ));

  const cases: readonly (readonly [label: string, text: string, written: string])[] = [
    ['an interpolation', '${a}', '"$${a}"'],
    ['what reads like an escaped one', '$${a}', '"$$${a}"'],
    ['a directive', '%{if}', '"%%{if}"'],
    ['a lone dollar', '$5 100%', '"$5 100%"'],
    ['quotes and backslashes', String.raw`"\n"`, String.raw`"\"\\n\""`],
    ['a tag beyond the first plane', '\u{E0001}', String.raw`"\U000e0001"`],
  ];
  for (const [label, text, written] of cases) it(label, () => assert.equal(hclString(text), written));
});

describe('jsonString and jsonText', () => {
  it('are read as the same, with nothing that an editor hides', () =>
    fc.assert(
      fc.property(texts, fc.jsonValue(), (text, json) => {
        const value = { [text]: json as JsonValue, text };
        assert.equal(JSON.parse(jsonString(text)), text);
        assert.deepEqual(JSON.parse(jsonText(value)), JSON.parse(JSON.stringify(value)));
        assert.doesNotMatch(jsonString(text) + jsonText(value), /[^\P{Cc}\n]|[\p{Cf}\u2028\u2029]/u);
      }),
      { numRuns: 1000 },
    ));
});

/** The text that a quoted template stands for; undefined where it is none by the specification of HCL. */
function readHcl(quoted: string): string | undefined {
  const literal =
    /^"((?:[^"\\$%\r\n]|\\["\\nrt]|\\u[0-9a-f]{4}|\\U[0-9a-f]{8}|\$\$\{|%%\{|\$(?!\{)|%(?!\{))*)"$/u.exec(
      quoted,
    );
  return literal?.[1]?.replace(
    /\\(?:u([0-9a-f]{4})|U([0-9a-f]{8})|(.))|\$\$\{|%%\{/gu,
    (sequence: string, short?: string, long?: string, letter?: string) => {
      const code = short ?? long;
      if (code !== undefined) return String.fromCodePoint(parseInt(code, 16));
      if (letter === undefined) return sequence.slice(1);
      return { n: '\n', r: '\r', t: '	' }[letter] ?? letter;
    },
  );
}
