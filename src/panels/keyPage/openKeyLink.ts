import * as vscode from 'vscode';
import type { ConnectionStore } from '../../connections/connectionStore';
import { pageUri } from '../../documents/keyUri';
import { keyById } from '../../stores/keyById';
import type { KeyStore } from '../../stores/keyStore';
import { unknownKey } from '../../words/unknownKey';
import { keyOfLink } from './keyLink';

/** Opens the page of the key that a link names, in an organization that has it. That is all a link can do. */
export async function openKeyLink(
  link: vscode.Uri,
  connections: ConnectionStore,
  store: KeyStore,
): Promise<void> {
  const keyId = keyOfLink(link);
  if (keyId === undefined) {
    void vscode.window.showWarningMessage(vscode.l10n.t('This link names no encryption key.'));
    return;
  }
  const ref = await keyById(store, connections, keyId);
  if (ref) {
    await vscode.commands.executeCommand('vscode.open', pageUri(ref.connectionId, keyId));
    return;
  }
  const signIn = vscode.l10n.t('Sign In…');
  const chosen = await vscode.window.showWarningMessage(unknownKey(store, connections, keyId), signIn);
  if (chosen === signIn) await vscode.commands.executeCommand('byok.signIn');
}
