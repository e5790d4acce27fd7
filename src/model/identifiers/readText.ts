import type { Problem } from './problem';
import { Reading } from './reading';

/** In UTF-16 units. The longest identifier of a key, a Key Vault resource id, has under 300. */
const longest = 4096;

const space = /[\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/;
const quote = /["'`\u2018-\u201f\u00ab\u00bb]/;
const stray = /[\s"'`\u2018-\u201f\u00ab\u00bb\p{Cc}\p{Cf}]/u;

/** Opens a text for a parser: without the space and the quotes around it, which is noted, and none inside. */
export function readText(text: string, example: string): Reading | { readonly problem: Problem } {
  const whole = new Reading(text, 0, example);
  if (text.length > longest) {
    return { problem: whole.problem('tooLong', 'whole', longest, text.length, String(text.length)) };
  }
  let start = 0;
  let end = text.length;
  let spaces = false;
  let quotes = false;
  for (; start < end; start++) {
    const isSpace = space.test(text.charAt(start));
    if (!isSpace && !quote.test(text.charAt(start))) break;
    if (isSpace) spaces = true;
    else quotes = true;
  }
  for (; end > start; end--) {
    const last = text.charAt(end - 1);
    const isSpace = space.test(last);
    // The comma after a value that was copied out of JSON.
    const isComma = last === ',' && quote.test(text.charAt(end - 2));
    if (!isSpace && !isComma && !quote.test(last)) break;
    if (isSpace) spaces = true;
    else quotes = true;
  }
  if (start === end) return { problem: whole.problem('empty', 'whole') };

  const around = [];
  if (spaces) around.push(whole.problem('spaceAround', 'whole'));
  if (quotes) around.push(whole.problem('quotesAround', 'whole'));
  const reading = new Reading(text.slice(start, end), start, example, around);
  const inside = reading.text.search(stray);
  if (inside < 0) return reading;
  const found = reading.text.charAt(inside);
  const code = quote.test(found)
    ? 'quoteInside'
    : /[ \t\r\n]/.test(found)
      ? 'spaceInside'
      : 'invisibleInside';
  return { problem: reading.problem(code, 'whole', inside, inside + 1) };
}
