import type { ProblemCode } from './messages';
import type { Part } from './problem';
import type { Reading } from './reading';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i;
const dashes: ReadonlySet<number> = new Set([8, 13, 18, 23]);

/** A part of the text that must be a UUID and nothing else, in the words of whoever asks. */
export function checkUuid(
  reading: Reading,
  part: Part,
  id: string,
  start: number,
  codes: { readonly length: ProblemCode; readonly character: ProblemCode; readonly trailing: ProblemCode },
): ReturnType<Reading['fail']> | undefined {
  if (uuid.test(id)) {
    if (id.length === 36) return undefined;
    return reading.fail(codes.trailing, part, start + 36, start + id.length);
  }
  if (id.length !== 36) {
    return reading.fail(codes.length, part, start, start + id.length, String(id.length));
  }
  let wrong = 0;
  while (dashes.has(wrong) ? id[wrong] === '-' : /[0-9a-f]/i.test(id.charAt(wrong))) wrong++;
  return reading.fail(codes.character, part, start + wrong, start + wrong + 1);
}
