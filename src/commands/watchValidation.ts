import * as vscode from 'vscode';
import type { Key } from '../model/key';
import type { Notify } from '../notify';
import type { KeyStore } from '../stores/keyStore';
import type { WatchedKeys } from '../watch/watchedKeys';
import type { Command } from './command';
import type { KeyArguments } from './keyArguments';

/** Watches keys until Confluent can use them, for an hour at the most. */
export function watchValidation(
  keys: KeyArguments,
  store: KeyStore,
  watched: Pick<WatchedKeys, 'start'>,
  notify: Pick<Notify, 'done' | 'error'>,
): Command<'byok.watchValidation'> {
  return {
    id: 'byok.watchValidation',
    async run(...args) {
      const refs = await keys.keys(args, vscode.l10n.t('Which key do you want to watch until it is valid?'));
      for (const { connectionId, key } of refs) {
        try {
          const fresh = await store.refreshKey(connectionId, key.id);
          const reason = whyNot(fresh);
          if (reason === undefined) watched.start(connectionId, key.id);
          else notify.done(reason);
        } catch (error) {
          await notify.error(vscode.l10n.t('The key could not be fetched.'), error);
        }
      }
    },
  };
}

/** Why there is nothing to wait for. */
function whyNot(key: Key | undefined): string | undefined {
  if (!key) return vscode.l10n.t('The key is not registered any more');
  if (!key.validation) return vscode.l10n.t('This service does not tell whether a key is valid');
  return key.validation.phase === 'VALID' ? vscode.l10n.t('The key is valid') : undefined;
}
