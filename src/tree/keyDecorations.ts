import * as vscode from 'vscode';
import { keyUri, parseKeyUri, parsePageUri, scheme } from '../documents/keyUri';
import { Disposable } from '../disposable';
import type { KeyStore } from '../keyStore';

const rowScheme = 'byok-row';

/**
 * What a key's row is known by to decorations. It is not the address of the key's document: an open document gives its
 * own decoration, a lock, to everything of the same address.
 */
export function rowUri(connectionId: string, keyId: string): vscode.Uri {
  return keyUri(connectionId, keyId).with({ scheme: rowScheme });
}

/** Marks the keys that Confluent cannot use, in the tree and on the tabs of their pages and documents. */
export class KeyDecorations extends Disposable implements vscode.FileDecorationProvider {
  readonly #changes = this.register(new vscode.EventEmitter<undefined>());
  readonly onDidChangeFileDecorations = this.#changes.event;

  constructor(private readonly store: KeyStore) {
    super();
    this.register(vscode.window.registerFileDecorationProvider(this));
    this.register(
      store.onDidChange(({ what }) => {
        if (what === 'keys') this.#changes.fire(undefined);
      }),
    );
  }

  provideFileDecoration(uri: vscode.Uri): vscode.FileDecoration | undefined {
    const address = parsePageUri(uri) ?? parseKeyUri(uri.scheme === rowScheme ? uri.with({ scheme }) : uri);
    const key = address && this.store.find(address.connectionId, address.keyId);
    if (key?.validation?.phase !== 'INVALID') return undefined;
    const tooltip = vscode.l10n.t('Invalid: Confluent cannot use this key');
    return new vscode.FileDecoration('!', tooltip, new vscode.ThemeColor('list.errorForeground'));
  }
}
