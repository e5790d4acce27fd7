import * as vscode from 'vscode';
import { isApiError } from '../api/isApiError';
import type { ConnectionStore } from '../connections/connectionStore';
import type { Notify } from '../notify';
import type { ConnectionKeys, KeyStore } from '../stores/keyStore';
import { isKeyNode } from '../tree/nodes';
import type { Command } from './command';
import { connectionIdOf } from './connectionArgument';
import { offerSignIn } from './offerSignIn';

const location = { viewId: 'byok.keys' };

/**
 * Fetches again what it is given: a key's row that key, any other row or an id its connection, nothing all. What went
 * wrong is said in the view, and where that is not in sight in a notification.
 */
export function refresh(
  store: KeyStore,
  connections: ConnectionStore,
  notify: Notify,
  view: { readonly visible: boolean },
): Command {
  return {
    id: 'byok.refresh',
    async run(argument, selection) {
      const rows = Array.isArray(selection) ? selection : [argument];
      const keys = rows.filter(isKeyNode);
      if (keys.length > 0 && keys.length === rows.length) {
        await vscode.window.withProgress({ location }, () =>
          Promise.all(keys.map(({ connectionId, keyId }) => refreshKey(connectionId, keyId))),
        );
        return;
      }
      const id = connectionIdOf(argument);
      const states =
        id === undefined ? await refreshConnections(store, connections) : [await store.refresh(id)];
      if (view.visible || states.every(({ failure }) => failure === undefined)) return;
      const { tellUnloaded } = await import('../flows/tellUnloaded');
      void tellUnloaded(states, connections, notify);
    },
  };

  async function refreshKey(connectionId: string, keyId: string): Promise<void> {
    try {
      await store.refreshKey(connectionId, keyId);
    } catch (error) {
      // A credential that is refused is the connection's matter, and the tree says so.
      if (isApiError(error) && error.kind === 'unauthenticated') await store.refresh(connectionId);
      else await notify.error(vscode.l10n.t('The key could not be fetched.'), error);
    }
  }
}

/** The button in the title of the view. It is given the row that has the focus, which is not what its user means. */
export function refreshAll(store: KeyStore, connections: ConnectionStore): Command {
  return { id: 'byok.refreshAll', run: () => refreshConnections(store, connections) };
}

async function refreshConnections(
  store: KeyStore,
  connections: ConnectionStore,
): Promise<readonly ConnectionKeys[]> {
  const ids = connections.list().map(({ id }) => id);
  if (ids.length === 0) await offerSignIn();
  return await Promise.all(ids.map(id => store.refresh(id)));
}
