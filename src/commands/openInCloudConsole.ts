import * as vscode from 'vscode';
import { consoleAddress } from '../model/consoleAddress';
import type { Notify } from '../notify';
import type { Command } from './command';
import type { KeyArguments } from './keyArguments';

/** Opens the key in the console of its cloud. */
export function openInCloudConsole(keys: KeyArguments, notify: Notify): Command {
  return {
    id: 'byok.openInCloudConsole',
    async run(...args) {
      const ref = await keys.key(args, vscode.l10n.t('Which key do you want to open in its cloud?'));
      if (!ref) return;
      const address = consoleAddress(ref.key.cloudKey);
      if (address !== undefined) await vscode.env.openExternal(vscode.Uri.parse(address, true));
      else notify.done(vscode.l10n.t('This key’s identifier does not say where its cloud shows it'));
    },
  };
}
