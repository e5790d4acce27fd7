import * as vscode from 'vscode';
import type { ConnectionStore } from '../connections/connectionStore';
import { Disposable } from '../disposable';
import { keyUri, parseKeyUri, parsePageUri, scheme, urisOf } from '../documents/keyUri';
import type { Key } from '../model/key';
import type { KeyStore } from '../stores/keyStore';

const rowScheme = 'byok-row';

/** Of more keys than this all marks are asked for again, rather than each by its name. */
const many = 20;

/**
 * What a key's row is known by to decorations. It is not the address of the key's document: an open document gives its
 * own decoration, a lock, to everything of the same address.
 */
export function rowUri(connectionId: string, keyId: string): vscode.Uri {
  return keyUri(connectionId, keyId).with({ scheme: rowScheme });
}

/**
 * Marks the keys that Confluent cannot use, in the tree and on the tabs of their pages and documents. A tab says on hover
 * whose key it is: those of one key in two organizations have the same title.
 */
export class KeyDecorations extends Disposable implements vscode.FileDecorationProvider {
  readonly #changes = this.register(new vscode.EventEmitter<vscode.Uri[] | undefined>());
  readonly onDidChangeFileDecorations = this.#changes.event;
  /** By connection: the ids of the keys that are marked. */
  readonly #marked = new Map<string, ReadonlySet<string>>();

  constructor(
    private readonly store: KeyStore,
    private readonly connections: ConnectionStore,
  ) {
    super();
    this.register(vscode.window.registerFileDecorationProvider(this));
    this.register(connections.onDidChange(() => this.#changes.fire(undefined)));
    this.register(
      store.onDidChange(({ connectionId, what }) => {
        if (what === 'keys') this.#follow(connectionId);
      }),
    );
  }

  /** Only what became another is asked for again: VS Code drops the marks of all that is named, until they come anew. */
  #follow(connectionId: string): void {
    const before = this.#marked.get(connectionId) ?? new Set();
    const after = new Set(
      this.store
        .of(connectionId)
        .keys.filter(isInvalid)
        .map(({ id }) => id),
    );
    this.#marked.set(connectionId, after);
    const changed = [
      ...[...before].filter(id => !after.has(id)),
      ...[...after].filter(id => !before.has(id)),
    ];
    if (changed.length > many) this.#changes.fire(undefined);
    else if (changed.length > 0) {
      this.#changes.fire(changed.flatMap(id => [rowUri(connectionId, id), ...urisOf(connectionId, id)]));
    }
  }

  provideFileDecoration(uri: vscode.Uri): vscode.FileDecoration | undefined {
    const address = parsePageUri(uri) ?? parseKeyUri(uri.scheme === rowScheme ? uri.with({ scheme }) : uri);
    if (!address) return undefined;
    const { connectionId, keyId } = address;
    const organization = uri.scheme === scheme ? this.connections.get(connectionId)?.label : undefined;
    const key = this.store.find(connectionId, keyId);
    if (!key || !isInvalid(key))
      return organization ? new vscode.FileDecoration(undefined, organization) : undefined;
    const invalid = vscode.l10n.t('Invalid: Confluent cannot use this key');
    const tooltip = organization ? `${organization} • ${invalid}` : invalid;
    return new vscode.FileDecoration('!', tooltip, new vscode.ThemeColor('list.errorForeground'));
  }
}

function isInvalid({ validation }: Key): boolean {
  return validation?.phase === 'INVALID';
}
