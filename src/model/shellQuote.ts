import type { JsonValue } from './json';

/**
 * One argument for a POSIX shell. Single quotes take every character as it is, a newline too; a NUL, which no
 * argument can hold, becomes U+FFFD.
 */
export function quotePosix(value: string): string {
  const text = asArgument(value);
  // A bare word starts with no dash or tilde, so that it is neither an option nor a home.
  if (/^[A-Za-z0-9_./][A-Za-z0-9_./:@-]*$/.test(text)) return text;
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

/** One argument for PowerShell, which closes a single-quoted text at typographic single quotes as well. */
export function quotePowerShell(value: string): string {
  return `'${asArgument(value).replace(/['\u2018\u2019\u201a\u201b]/g, quote => quote + quote)}'`;
}

/**
 * Whether Windows hands the value to a command as it is. `az` and `gcloud` are batch files there: cmd.exe reads
 * the arguments again, by rules that no quoting of PowerShell reaches.
 */
export function isSafeForBatch(value: string): boolean {
  return /^[\p{L}\p{N} ./:@=,;+_-]*$/u.test(value);
}

/** A quoted template of Terraform's language (HCL) that stands for exactly this text. */
export function hclString(value: string): string {
  const escaped = value
    .toWellFormed()
    .replace(/[\\"]/g, String.raw`\$&`)
    .replace(/\$\{/g, () => '$${')
    .replaceAll('%{', '%%{')
    .replaceAll('\n', String.raw`\n`)
    .replaceAll('\r', String.raw`\r`)
    .replaceAll('\t', String.raw`\t`)
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, codePoint);
  return `"${escaped}"`;
}

/** A text as JSON, with the characters escaped that an editor does not show or shows out of order. */
export function jsonString(value: string): string {
  return escapeInvisible(JSON.stringify(value));
}

/** A value as indented JSON, with the same characters escaped. */
export function jsonText(value: JsonValue): string {
  return `${escapeInvisible(JSON.stringify(value, null, 2))}\n`;
}

function escapeInvisible(json: string): string {
  return json.replace(/[\u007f-\u009f\p{Cf}\u2028\u2029]/gu, character =>
    Array.from({ length: character.length }, (_, at) => `\\u${hex(character.charCodeAt(at), 4)}`).join(''),
  );
}

function codePoint(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return code > 0xffff ? `\\U${hex(code, 8)}` : `\\u${hex(code, 4)}`;
}

function hex(code: number, digits: number): string {
  return code.toString(16).padStart(digits, '0');
}

function asArgument(value: string): string {
  return value.toWellFormed().replaceAll('\0', '\ufffd');
}
