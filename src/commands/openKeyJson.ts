import * as vscode from 'vscode';
import { keyUri } from '../documents/keyUri';
import type { Command } from './command';
import type { KeyArguments } from './keyArguments';

/** Opens the read-only JSON of a key. */
export function openKeyJson(keys: KeyArguments): Command {
  return {
    id: 'byok.openKeyJson',
    async run(...args) {
      const ref = await keys.key(args, vscode.l10n.t('Which key do you want to read as JSON?'));
      if (ref) await vscode.commands.executeCommand('vscode.open', keyUri(ref.connectionId, ref.key.id));
    },
  };
}
