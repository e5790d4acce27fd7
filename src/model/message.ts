/**
 * A sentence for the user that is not made yet: a row of a table of English templates, and what stands in its
 * places {0}, {1} … Whoever shows it may look the template up in the user's language first.
 */
export interface Message<Code extends string = string> {
  readonly code: Code;
  readonly args: readonly string[];
}

/** Puts the arguments into the places {0}, {1} … of a template. */
export function fillTemplate(template: string, args: readonly string[]): string {
  return template.replace(/\{(\d+)\}/g, (place, index: string) => args[Number(index)] ?? place);
}
