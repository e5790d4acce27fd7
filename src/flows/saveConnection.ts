import * as vscode from 'vscode';
import type { Connection } from '../connections/connection';
import type { ConnectionStore } from '../connections/connectionStore';
import type { SignIn } from './signInFlow';

/**
 * Keeps a connection that was tried. Where the keyring cannot keep the credential the user is asked whether this
 * session will do; undefined when it will not.
 */
export async function saveConnection(
  connections: ConnectionStore,
  { label, endpoint, credential }: SignIn,
  id?: string,
): Promise<Connection | undefined> {
  const details = { label, endpoint, ...(id === undefined ? {} : { id }) };
  try {
    return await connections.save(details, credential);
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'KeyringError') throw error;
    const session = vscode.l10n.t('Keep for This Session');
    const chosen = await vscode.window.showWarningMessage(
      vscode.l10n.t(
        'The keyring of this machine cannot keep the credential, and it is kept nowhere else. You can stay signed in until this window is closed.',
      ),
      { modal: true },
      session,
    );
    return chosen === session ? await connections.save(details, credential, 'session') : undefined;
  }
}
