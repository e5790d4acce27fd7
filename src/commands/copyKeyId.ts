import * as vscode from 'vscode';
import type { Notify } from '../notify';
import type { Command } from './command';
import type { KeyArguments } from './keyArguments';

/** Copies the ids of the keys, one a line. */
export function copyKeyId(keys: KeyArguments, notify: Notify): Command {
  return {
    id: 'byok.copyKeyId',
    async run(...args) {
      const refs = await keys.keys(args, vscode.l10n.t('Which key’s id do you want to copy?'));
      if (refs.length === 0) return;
      await vscode.env.clipboard.writeText(refs.map(({ key }) => key.id).join('\n'));
      notify.done(
        refs.length === 1 ? vscode.l10n.t('Copied the id') : vscode.l10n.t('Copied {0} ids', refs.length),
      );
    },
  };
}
