import type { Parsed, Problem } from '../../../src/model/identifiers/problem';

/** What a parser made of a text, short enough for a table: a code and the piece of the text that it points at. */
export type Outcome = readonly [verdict: string, place?: string];

/** A table of texts and what each is read as. */
export type Cases = readonly (readonly [label: string, text: string, ...outcome: Outcome])[];

export function outcomeOf(text: string, parsed: Parsed<{ readonly text: string }>): Outcome {
  if (!parsed.ok) return [parsed.problem.code, placeOf(text, parsed.problem)];
  const codes = parsed.warnings.map(({ code }) => code).join(' ');
  return [codes === '' ? 'ok' : `ok, ${codes}`, parsed.value.text];
}

export function placeOf(text: string, { start, length }: Problem): string {
  return text.slice(start, start + length);
}
