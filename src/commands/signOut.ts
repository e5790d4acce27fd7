import * as vscode from 'vscode';
import type { Connection } from '../connections/connection';
import type { ConnectionStore } from '../connections/connectionStore';
import { pickConnection } from '../flows/pickConnection';
import type { Notify } from '../notify';
import { withoutLinks } from '../words/plainText';
import type { Command } from './command';
import { connectionIdOf } from './connectionArgument';

/** Forgets a connection and its secret. From a menu or the palette it asks first; with an id it does not. */
export function signOut(connections: ConnectionStore, notify: Notify): Command {
  return {
    id: 'byok.signOut',
    async run(argument) {
      if (argument === undefined && connections.list().length === 0) {
        void vscode.window.showInformationMessage(
          vscode.l10n.t('You are not signed in to any organization.'),
        );
        return;
      }
      const connection =
        argument === undefined
          ? await pickConnection(
              connections.list(),
              vscode.l10n.t('Which organization do you want to sign out of?'),
            )
          : connections.get(connectionIdOf(argument) ?? '');
      if (!connection) return;
      if (typeof argument !== 'string' && connection.kind !== 'demo' && !(await isConfirmed(connection)))
        return;
      try {
        await connections.remove(connection.id);
        notify.done(vscode.l10n.t('Signed out'));
      } catch (error) {
        await notify.error(vscode.l10n.t('You are still signed in.'), error);
      }
    },
  };
}

/** Names the organization: from the title of the view it is that of the row which has the focus. */
async function isConfirmed({ label, endpoint, apiKeyId }: Connection): Promise<boolean> {
  const yes = vscode.l10n.t('Sign Out');
  const question = vscode.l10n.t('Sign out of this organization?');
  const detail = [
    withoutLinks([label, apiKeyId, endpoint].filter(part => part !== undefined).join(' · ')),
    '',
    vscode.l10n.t('The credential is removed from the keyring of this machine. Keys stay as they are.'),
  ].join('\n');
  return (await vscode.window.showWarningMessage(question, { modal: true, detail }, yes)) === yes;
}
