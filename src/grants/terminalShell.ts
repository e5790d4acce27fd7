import * as vscode from 'vscode';
import type { ShellName } from '../model/access/command';

/** What a new terminal runs, and which of our commands it reads; undefined for neither, such as cmd. */
export function defaultShell(): { readonly name: string; readonly reads: ShellName | undefined } {
  return shellOf(vscode.env.shell);
}

/** Of the path of a program. */
export function shellOf(path: string): { readonly name: string; readonly reads: ShellName | undefined } {
  const file = path.split(/[\\/]/).at(-1) ?? '';
  const name = file.replace(/\.exe$/i, '');
  if (/^(pwsh(-preview)?|powershell)$/i.test(name)) return { name, reads: 'powershell' };
  return { name, reads: /^(ba|z|da|a|k|mk)?sh$/i.test(name) ? 'posix' : undefined };
}
