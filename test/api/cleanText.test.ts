import fc from 'fast-check';
import assert from 'node:assert/strict';
import { cleanText } from '../../src/api/cleanText';

const hidden = /(?!\u200d)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u115f\u1160\u2800\u3164\uffa0]/u;

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
const countOf = (text: string) => [...graphemes.segment(text)].length;

const hostileText = fc.string({
  unit: fc.oneof(
    { weight: 3, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }) },
    { weight: 2, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }) },
    fc.constantFrom(
      '\u202e',
      '\u2066',
      '\u200b',
      '\u200d',
      '\n',
      '\u001b[31m',
      '\ud83d',
      '👨‍👩‍👧',
      'é',
      '\u0301',
    ),
  ),
  maxLength: 40,
});

describe('cleanText', () => {
  const cases: readonly (readonly [label: string, text: string, expected: string])[] = [
    ['plain text as it is', 'payments-prod-eu', 'payments-prod-eu'],
    ['letters of any script as they are', 'Ключ für 支払い é', 'Ключ für 支払い é'],
    ['a picture made of several', '👨‍👩‍👧 ❤️‍🔥 🧑🏽‍🚒', '👨‍👩‍👧 ❤️‍🔥 🧑🏽‍🚒'],
    ['a joiner anywhere else', 'ab\u200dcd', 'ab⟨U+200D⟩cd'],
    ['line breaks and tabs', 'one\r\n\r\ntwo\tthree\u2028four', 'one two three four'],
    ['an override of direction', 'gnp.\u202eexe', 'gnp.⟨U+202E⟩exe'],
    ['an isolate', '\u2066a\u2069', '⟨U+2066⟩a⟨U+2069⟩'],
    ['zero width', 'pay\u200bpal\ufeff', 'pay⟨U+200B⟩pal⟨U+FEFF⟩'],
    ['an escape sequence', '\u001b[31mred', '⟨U+001B⟩[31mred'],
    ['NUL and C1', 'a\0b\u009b', 'a⟨U+0000⟩b⟨U+009B⟩'],
    ['half a character', 'a\ud83d', 'a⟨U+D83D⟩'],
    ['a tag character', 'a\u{e0041}', 'a⟨U+E0041⟩'],
    ['a blank that is no space', 'a\u3164b\u2800', 'a⟨U+3164⟩b⟨U+2800⟩'],
    ['nothing', '', ''],
    [
      'links and markup, which are for those who show it',
      '[x](command:y) $(zap) <b>',
      '[x](command:y) $(zap) <b>',
    ],
    ['256 characters', 'x'.repeat(256), 'x'.repeat(256)],
    ['257 characters', 'x'.repeat(257), `${'x'.repeat(255)}…`],
    ['a million characters', 'é'.repeat(1_000_000), `${'é'.repeat(255)}…`],
    ['256 pictures', '👨‍👩‍👧'.repeat(256), '👨‍👩‍👧'.repeat(256)],
  ];
  for (const [label, text, expected] of cases) {
    it(`gives ${label}`, () => assert.equal(cleanText(text), expected));
  }

  it('bounds a letter with a million marks', () => {
    const text = cleanText(`Z${'\u0301'.repeat(1_000_000)}`);
    assert.ok(text.length < 5_000);
    assert.equal(text.at(-1), '…');
  });

  it('leaves nothing that hides or reorders, in 60,000 strings', () => {
    fc.assert(
      fc.property(hostileText, text => !hidden.test(cleanText(text))),
      { numRuns: 60_000 },
    );
  }).timeout(60_000);

  it('gives at most as many graphemes as it may, in 20,000 strings', () => {
    fc.assert(
      fc.property(
        hostileText,
        fc.integer({ min: 1, max: 30 }),
        (text, limit) => countOf(cleanText(text, limit)) <= limit,
      ),
      { numRuns: 20_000 },
    );
  }).timeout(60_000);

  it('changes nothing the second time, in 20,000 strings', () => {
    fc.assert(
      fc.property(hostileText, text => cleanText(cleanText(text)) === cleanText(text)),
      { numRuns: 20_000 },
    );
  }).timeout(60_000);
});
