/** Code units that a grapheme may take on average: a single one can carry a million combining marks. */
const unitsPerGrapheme = 16;

const plain = /^[\x20-\x7e]*$/;

const lineBreaks = /[\t\n\v\f\r\x85\u2028\u2029]+/g;

/**
 * Controls, what formats without being seen (bidirectional marks, zero width, tags), halves of a character, blanks that
 * are no spaces; but not the joiner between two pictures, which makes one of them.
 */
const deceptive =
  /(?<!\p{Extended_Pictographic}(?:\ufe0f|\p{Emoji_Modifier})?)\u200d|\u200d(?!\p{Extended_Pictographic})|(?!\u200d)[\p{Cc}\p{Cf}\p{Cs}\u115f\u1160\u2800\u3164\uffa0]|\u034f|\u17b4|\u17b5/gu;

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * Text of the service as it may be shown: on one line, at most `limit` graphemes with an ellipsis for the rest, and
 * every character that hides, reorders or controls written out, as in `⟨U+202E⟩`.
 */
export function cleanText(text: string, limit = 256): string {
  if (text.length <= limit && plain.test(text)) return text;
  const bounded = text.slice(0, (limit + 1) * unitsPerGrapheme);
  const visible = bounded.replace(lineBreaks, ' ').replace(deceptive, writtenOut);
  return cut(bounded.length < text.length ? `${visible}…` : visible, limit);
}

function writtenOut(character: string): string {
  return `⟨U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟩`;
}

function cut(text: string, limit: number): string {
  if (text.length <= limit) return text;
  let count = 0;
  let end = 0;
  for (const { index } of graphemes.segment(text)) {
    count += 1;
    if (count === limit) end = index;
    if (count > limit) return `${text.slice(0, end)}…`;
  }
  return text;
}
