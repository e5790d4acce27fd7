import * as vscode from 'vscode';
import type { Connection } from '../connections/connection';
import type { ConnectionStore } from '../connections/connectionStore';
import type { Services } from '../connections/services';
import { trySignIn } from '../connections/trySignIn';
import { pickConnection } from '../flows/pickConnection';
import { saveConnection } from '../flows/saveConnection';
import { signInAgainFlow } from '../flows/signInFlow';
import type { KeyStore } from '../stores/keyStore';
import type { Command } from './command';
import { connectionIdOf } from './connectionArgument';

/** Gives a connection a new credential: after a 401, or when a key was rotated. */
export function signInAgain(connections: ConnectionStore, services: Services, store: KeyStore): Command {
  const isSignedIn = ({ kind }: Connection): boolean => kind !== 'demo';
  return {
    id: 'byok.signInAgain',
    async run(argument) {
      const id = connectionIdOf(argument);
      if (id === undefined && !connections.list().some(isSignedIn)) {
        await vscode.commands.executeCommand('byok.signIn');
        return;
      }
      const connection =
        id === undefined
          ? await pickConnection(
              connections.list().filter(isSignedIn),
              vscode.l10n.t('Which organization needs another credential?'),
            )
          : connections.get(id);
      if (!connection || !isSignedIn(connection)) return;
      const answers = await signInAgainFlow(
        connection,
        async (endpoint, credential, signal) =>
          (await trySignIn(services, endpoint, credential, signal)).organizationName,
      );
      if (answers && (await saveConnection(connections, answers, connection.id))) {
        await store.refresh(connection.id);
      }
    },
  };
}
