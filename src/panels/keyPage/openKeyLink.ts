import * as vscode from 'vscode';
import type { ConnectionStore } from '../../connections/connectionStore';
import { pageUri } from '../../documents/keyUri';
import type { KeyStore } from '../../stores/keyStore';
import { plainId } from '../../words/plainText';
import { keyOfLink } from './keyLink';

/** Opens the page of the key that a link names, in the first organization that has it. That is all a link can do. */
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
  for (const { id } of connections.list()) {
    const { keys } = store.of(id).loadedAt === undefined ? await store.refresh(id) : store.of(id);
    if (!keys.some(key => key.id === keyId)) continue;
    await vscode.commands.executeCommand('vscode.open', pageUri(id, keyId));
    return;
  }
  const signIn = vscode.l10n.t('Sign In…');
  const chosen = await vscode.window.showWarningMessage(
    vscode.l10n.t('No organization that you are signed in to has the encryption key {0}.', plainId(keyId)),
    signIn,
  );
  if (chosen === signIn) await vscode.commands.executeCommand('byok.signIn');
}
