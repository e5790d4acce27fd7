import * as vscode from 'vscode';
import type { ConnectionStore } from '../connections/connectionStore';
import type { KeyStore } from '../keyStore';
import type { Notify } from '../notify';
import { isKeyNode } from '../tree/nodes';
import type { Command } from './command';
import { connectionIdOf } from './connectionArgument';
import { offerSignIn } from './keyArguments';

/** Fetches again: one key, one connection, or everything. What fails is said in the tree; here only what was asked for. */
export function refresh(store: KeyStore, connections: ConnectionStore, notify: Notify): Command {
  return {
    id: 'byok.refresh',
    async run(argument) {
      if (isKeyNode(argument)) {
        await refreshKey(argument.connectionId, argument.keyId);
        return;
      }
      const id = connectionIdOf(argument);
      const ids = id === undefined ? connections.list().map(each => each.id) : [id];
      if (ids.length === 0) {
        await offerSignIn();
        return;
      }
      const location = { viewId: 'byok.keys' };
      await vscode.window.withProgress({ location }, () => Promise.all(ids.map(each => store.refresh(each))));
    },
  };

  async function refreshKey(connectionId: string, keyId: string): Promise<void> {
    try {
      const key = await store.refreshKey(connectionId, keyId);
      notify.done(key ? vscode.l10n.t('The key is up to date') : vscode.l10n.t('The key is gone'));
    } catch (error) {
      await notify.error(vscode.l10n.t('The key could not be fetched.'), error);
    }
  }
}
