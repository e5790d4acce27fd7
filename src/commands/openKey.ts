import * as vscode from 'vscode';
import { pageUri } from '../documents/keyUri';
import type { Command } from './command';
import type { KeyArguments } from './keyArguments';

/** Opens the page of a key. */
export function openKey(keys: KeyArguments): Command {
  return {
    id: 'byok.openKey',
    async run(...args) {
      const ref = await keys.key(args, vscode.l10n.t('Which key do you want to open?'));
      if (ref) await vscode.commands.executeCommand('vscode.open', pageUri(ref.connectionId, ref.key.id));
    },
  };
}
