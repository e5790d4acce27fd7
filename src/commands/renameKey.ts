import * as vscode from 'vscode';
import type { Services } from '../connections/services';
import { isTooLong, longestName } from '../model/keyName';
import type { Notify } from '../notify';
import type { KeyStore } from '../stores/keyStore';
import type { Command } from './command';
import type { KeyArguments } from './keyArguments';

/** Gives a key another name, or with an empty one none. The one thing about a key that can be changed. */
export function renameKey(
  keys: KeyArguments,
  services: Pick<Services, 'of'>,
  store: KeyStore,
  notify: Pick<Notify, 'done' | 'error'>,
): Command<'byok.renameKey'> {
  return {
    id: 'byok.renameKey',
    async run(argument, newName) {
      const ref = await keys.key([argument], vscode.l10n.t('Which key do you want to rename?'));
      if (!ref) return;
      const { connectionId, key } = ref;
      let name =
        typeof newName === 'string' ? newName : await ask(key.displayName ?? '', key.displayName ?? '');
      while (name !== undefined && name.trim() !== (key.displayName ?? '')) {
        try {
          const { keys: api } = await services.of(connectionId);
          store.put(connectionId, await api.rename(key.id, name.trim()));
          notify.done(vscode.l10n.t('Renamed'));
          return;
        } catch (error) {
          const again = vscode.l10n.t('Try Again');
          const chosen = await notify.error(vscode.l10n.t('The key keeps its name.'), error, {
            more: [again],
          });
          name = chosen === again ? await ask(name, key.displayName ?? '') : undefined;
        }
      }
    },
  };
}

async function ask(value: string, current: string): Promise<string | undefined> {
  return await vscode.window.showInputBox({
    title: vscode.l10n.t('Rename Key'),
    prompt: vscode.l10n.t('The new name. Left empty, the key is shown by its id.'),
    value,
    placeHolder: vscode.l10n.t('no name'),
    ignoreFocusOut: true,
    validateInput: text =>
      isTooLong(text, current)
        ? vscode.l10n.t(
            'A name has at most {0} characters; this one has {1}.',
            longestName,
            text.trim().length,
          )
        : undefined,
  });
}
