import * as vscode from 'vscode';
import { explainAccess } from '../../explain';
import type { ShellName } from '../../model/access/command';
import type { GrantShape } from '../../model/access/grant';
import { singleLine } from '../../model/access/singleLine';
import type { Key } from '../../model/key';
import type { ChoiceItem } from '../inputs';
import { pickerText } from '../pickerText';
import type { GrantChoice } from './grantChoice';
import { defaultShell } from './terminalShell';

/** What can be done with one form of a grant. */
export function grantUses(key: Key, grant: GrantShape): readonly ChoiceItem<GrantChoice>[] {
  const { form } = grant;
  const shell = form === 'commands' ? 'posix' : form === 'powershell' ? 'powershell' : undefined;
  return [
    {
      label: `$(go-to-file) ${vscode.l10n.t('Open')}`,
      detail: vscode.l10n.t('As a document to read'),
      value: { does: 'open', grant },
    },
    {
      label: `$(copy) ${vscode.l10n.t('Copy')}`,
      detail: vscode.l10n.t('To the clipboard'),
      value: { does: 'copy', grant },
    },
    ...(shell ? terminalItems(key, grant, shell) : []),
  ];
}

function terminalItems(
  { cloudKey }: Key,
  { gcpRoles }: GrantShape,
  shell: ShellName,
): readonly ChoiceItem<GrantChoice>[] {
  const item = (label: string, step?: 'get' | 'put'): ChoiceItem<GrantChoice> => {
    const made = singleLine(cloudKey, shell, { ...(gcpRoles && { gcpRoles }), ...(step && { step }) });
    const here = defaultShell();
    const reason =
      'unavailable' in made
        ? explainAccess({ code: made.unavailable, args: [] })
        : here.reads === shell
          ? undefined
          : vscode.l10n.t(
              'The terminal here runs {0}, which does not read this. Copy it instead.',
              here.name,
            );
    if (reason !== undefined || 'unavailable' in made)
      return { label: `$(terminal) ${label}`, detail: `$(circle-slash) ${pickerText(reason ?? '')}` };
    return {
      label: `$(terminal) ${label}`,
      description: vscode.l10n.t('nothing runs until you press Enter there'),
      detail: pickerText(made.line),
      value: { does: 'type', line: made.line },
    };
  };
  return cloudKey.kind === 'AwsKey'
    ? [
        item(vscode.l10n.t('Type Into a Terminal: Save the Policy'), 'get'),
        item(vscode.l10n.t('Type Into a Terminal: Put the Policy Back'), 'put'),
      ]
    : [item(vscode.l10n.t('Type Into a Terminal'))];
}
