import { isJsonObject, type JsonValue } from '../json';
import { hclString } from '../shellQuote';

/** A piece of a Terraform file, and the address that others depend on, where it has one to depend on. */
export interface Block {
  readonly text: string;
  readonly address?: string;
}

/** A block with its labels and its lines, which are indented here. */
export function block(kind: string, labels: readonly string[], lines: readonly string[]): Block {
  const head = [kind, ...labels.map(hclString)].join(' ');
  const body = lines.flatMap(line => line.split('\n')).map(line => (line === '' ? line : `  ${line}`));
  return { text: [`${head} {`, ...body, '}', ''].join('\n') };
}

/** A resource, with a comment before it where there is something to say. */
export function resource(
  type: string,
  label: string,
  lines: readonly string[],
  remarks: readonly string[] = [],
): Block {
  const { text } = block('resource', [type, label], lines);
  return { text: comment(remarks).text + text, address: `${type}.${label}` };
}

export function comment(lines: readonly string[]): Block {
  return { text: lines.map(line => `# ${line}\n`.replace(' \n', '\n')).join('') };
}

/** Attributes with their equals signs below each other, as `terraform fmt` writes them. */
export function attributes(...pairs: readonly (readonly [name: string, value: string])[]): readonly string[] {
  const width = Math.max(...pairs.map(([name]) => name.length));
  return pairs.map(([name, value]) => `${name.padEnd(width)} = ${value}`);
}

/** A JSON value as an expression of Terraform. */
export function hclValue(value: JsonValue, indent = ''): string {
  const inner = `${indent}  `;
  if (typeof value === 'string') return hclString(value);
  if (Array.isArray(value)) {
    return hclList(
      (value as readonly JsonValue[]).map(item => hclValue(item, inner)),
      indent,
    );
  }
  if (!isJsonObject(value)) return JSON.stringify(value);
  const members = Object.entries(value).map(([name, member]) => [name, hclValue(member, inner)] as const);
  return hclObject(members, indent);
}

/** A list of expressions, one a line. */
export function hclList(items: readonly string[], indent: string): string {
  if (items.length === 0) return '[]';
  return `[\n${items.map(item => `${indent}  ${item},\n`).join('')}${indent}]`;
}

/** An object of expressions, one a line, the equals signs below each other as far as `terraform fmt` wants it. */
export function hclObject(
  members: readonly (readonly [name: string, text: string])[],
  indent: string,
): string {
  if (members.length === 0) return '{}';
  const named = members.map(([name, text]) => ({
    name: /^[A-Za-z_][\w-]*$/.test(name) ? name : hclString(name),
    text,
    isLong: text.includes('\n'),
  }));
  const widthAt = (at: number): number => {
    if (named[at]?.isLong ?? true) return 0;
    const before = named.slice(0, at).findLastIndex(({ isLong }) => isLong);
    const after = named.findIndex(({ isLong }, index) => isLong && index > at);
    const chunk = named.slice(before + 1, after < 0 ? undefined : after);
    return Math.max(...chunk.map(({ name }) => name.length));
  };
  const lines = named.map(({ name, text }, at) => `${indent}  ${name.padEnd(widthAt(at))} = ${text}\n`);
  return `{\n${lines.join('')}${indent}}`;
}
