import * as vscode from 'vscode';
import type { GrantShape } from '../../model/access/grant';
import type { Key } from '../../model/key';
import type { ChoiceItem } from '../inputs';
import { pickerText } from '../pickerText';
import type { GrantChoice } from './grantChoice';
import type { TerminalLine } from '../../grants/terminalLines';
import { terminalLines } from '../../grants/terminalLines';

/** What can be done with one form of a grant. */
export function grantUses(key: Key, grant: GrantShape): readonly ChoiceItem<GrantChoice>[] {
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
    ...terminalLines(key, grant).map(terminalItem),
  ];
}

function terminalItem({ label, line, reason = '' }: TerminalLine): ChoiceItem<GrantChoice> {
  if (line === undefined)
    return { label: `$(terminal) ${label}`, detail: `$(circle-slash) ${pickerText(reason)}` };
  return {
    label: `$(terminal) ${label}`,
    description: vscode.l10n.t('nothing runs until you press Enter there'),
    detail: pickerText(line),
    value: { does: 'type', line },
  };
}
