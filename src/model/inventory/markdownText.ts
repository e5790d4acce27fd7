/**
 * A text as it may stand in Markdown wherever that is pasted: code, in which there is no markup, no HTML, no link that
 * makes itself, and nobody who is mentioned. Empty for an empty text.
 */
export function code(text: string): string {
  const line = text.replace(/[\r\n\u2028\u2029]+/g, ' ');
  if (line === '') return '';
  const longest = Math.max(0, ...(line.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  // One blank on each side is taken off again, unless there are only blanks.
  const needsRoom = /^`|`$|^ .*[^ ].* $|^ [^ ] $/.test(line);
  return needsRoom ? `${fence} ${line} ${fence}` : `${fence}${line}${fence}`;
}

/** A row of a table. A pipe would end its cell, even in code. */
export function row(cells: readonly string[]): string {
  return `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |\n`;
}

/** A table with a line between its head and its body. */
export function table(head: readonly string[], body: readonly (readonly string[])[]): string {
  return [row(head), row(head.map(() => '---')), ...body.map(row)].join('');
}
