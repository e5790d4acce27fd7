import * as vscode from 'vscode';
import type { ConnectionStore } from '../connections/connectionStore';
import type { KeyStore } from '../stores/keyStore';
import { failureOf } from './failure';
import { plainId } from './plainText';

/** Why no key of an id was found: nobody has it, or somebody could not be asked. Nothing of the service's stands in it. */
export function unknownKey(store: KeyStore, connections: ConnectionStore, keyId: string): string {
  const list = connections.list();
  if (list.length === 0) return vscode.l10n.t('You are not signed in to any organization.');
  const failure = list.map(({ id }) => store.of(id).failure).find(each => each !== undefined);
  if (failure === undefined) {
    return vscode.l10n.t(
      'No organization that you are signed in to has the encryption key {0}.',
      plainId(keyId),
    );
  }
  const { reason, advice } = failureOf(failure);
  const what =
    list.length === 1
      ? vscode.l10n.t('The encryption key {0} could not be looked for.', plainId(keyId))
      : vscode.l10n.t(
          'The encryption key {0} was not found, and not every organization could be asked.',
          plainId(keyId),
        );
  return `${what} ${reason} ${advice}`;
}
