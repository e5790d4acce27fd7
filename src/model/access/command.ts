import { isSafeForBatch, quotePosix, quotePowerShell } from '../shellQuote';

/** Bare text of ours, a value to be quoted, an option with its value in one word, or a variable of the shell. */
export type Word =
  | string
  | { readonly value: string }
  | { readonly option: string; readonly value: string }
  | { readonly variable: string };

/** One call of a program: its words, in groups that stay on one line where a call is broken into several. */
export type Call = readonly (readonly Word[])[];

export type ShellName = 'posix' | 'powershell';
export type Layout = 'lines' | 'oneLine';

export function renderCall(call: Call, shell: ShellName, layout: Layout, indent = ''): string {
  const lines = call.map(words => words.map(word => renderWord(word, shell)).join(' '));
  if (layout === 'oneLine') return lines.join(' ');
  return lines.join(` ${shell === 'posix' ? '\\' : '`'}\n${indent}    `);
}

/** Whether every value reaches a program on Windows as it is. */
export function isSafeForWindows(calls: readonly Call[]): boolean {
  return calls
    .flat(2)
    .every(word => typeof word === 'string' || !('value' in word) || isSafeForBatch(word.value));
}

function renderWord(word: Word, shell: ShellName): string {
  if (typeof word === 'string') return word;
  if ('variable' in word) return shell === 'posix' ? `"$${word.variable}"` : `$${word.variable}`;
  if (!('option' in word)) return shell === 'posix' ? quotePosix(word.value) : quotePowerShell(word.value);
  // PowerShell takes a word that starts with a dash apart at dots, colons and commas unless all of it is quoted.
  if (shell === 'powershell') return quotePowerShell(`${word.option}=${word.value}`);
  return `${word.option}=${quotePosix(word.value)}`;
}
