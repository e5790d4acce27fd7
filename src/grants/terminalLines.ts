import * as vscode from 'vscode';
import type { GrantShape } from '../model/access/grant';
import { singleLine } from '../model/access/singleLine';
import type { Key } from '../model/key';
import { explainAccess } from '../words/explain';
import { defaultShell } from './terminalShell';

/** A part of a grant that can stand in a terminal and wait for Enter, or why it cannot. */
export interface TerminalLine {
  readonly label: string;
  readonly line?: string;
  readonly reason?: string;
}

/** The lines of one form of a grant; none of a form that no shell reads. */
export function terminalLines({ cloudKey }: Key, { form, gcpRoles }: GrantShape): readonly TerminalLine[] {
  const shell = form === 'commands' ? 'posix' : form === 'powershell' ? 'powershell' : undefined;
  if (!shell) return [];
  const lineOf = (label: string, step?: 'get' | 'put'): TerminalLine => {
    const made = singleLine(cloudKey, shell, { ...(gcpRoles && { gcpRoles }), ...(step && { step }) });
    if ('unavailable' in made) return { label, reason: explainAccess({ code: made.unavailable, args: [] }) };
    const here = defaultShell();
    if (here.reads === shell) return { label, line: made.line };
    const reason = vscode.l10n.t(
      'The terminal here runs {0}, which does not read this. Copy it instead.',
      here.name,
    );
    return { label, reason };
  };
  return cloudKey.kind === 'AwsKey'
    ? [
        lineOf(vscode.l10n.t('Type Into a Terminal: Save the Policy'), 'get'),
        lineOf(vscode.l10n.t('Type Into a Terminal: Put the Policy Back'), 'put'),
      ]
    : [lineOf(vscode.l10n.t('Type Into a Terminal'))];
}
