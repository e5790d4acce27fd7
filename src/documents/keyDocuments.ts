import * as vscode from 'vscode';
import type { ConnectionStore } from '../connections/connectionStore';
import { Disposable } from '../disposable';
import type { GrantShape } from '../model/access/grant';
import type { Key } from '../model/key';
import type { KeyStore } from '../stores/keyStore';
import { failureOf } from '../words/failure';
import { explanation } from './explanation';
import { jsonText } from './jsonText';
import type { KeyAddress } from './keyUri';
import { parseKeyUri } from './keyUri';

/** A document as it was last made. */
interface Made {
  readonly uri: vscode.Uri;
  readonly connectionId: string;
  readonly keyId: string;
  /** Undefined when the document only says why there is no key. */
  readonly key: Key | undefined;
  readonly text: string;
  /** In ms since 1970; another text has a later one. */
  readonly mtime: number;
  /** On the clock of `performance.now()`. */
  readonly madeAt: number;
}

/** VS Code asks for size and content one after the other: within this many ms both are of one making. */
const oneMaking = 2000;

/**
 * Makes the documents. Each is made from its address alone: from the store, or else from the service. Where there is
 * no key the document says why, so that a tab which VS Code restores is never an error page.
 */
export class KeyDocuments extends Disposable {
  readonly #made = new Map<string, Made>();

  constructor(
    private readonly store: KeyStore,
    private readonly connections: ConnectionStore,
    private readonly changed: (uris: readonly vscode.Uri[]) => void,
  ) {
    super();
    this.register(store.onDidChange(({ connectionId }) => this.#follow(connectionId)));
    this.register(connections.onDidChange(({ removed }) => removed.forEach(({ id }) => this.#follow(id))));
    this.register(
      vscode.workspace.onDidCloseTextDocument(({ uri }) => void this.#made.delete(uri.toString())),
    );
  }

  async stat(uri: vscode.Uri): Promise<vscode.FileStat> {
    const { text, mtime } = await this.#make(uri);
    const size = Buffer.byteLength(text);
    return { type: vscode.FileType.File, ctime: 0, mtime, size, permissions: vscode.FilePermission.Readonly };
  }

  async read(uri: vscode.Uri): Promise<Uint8Array> {
    return Buffer.from((await this.#make(uri)).text);
  }

  async #make(uri: vscode.Uri): Promise<Made> {
    const address = parseKeyUri(uri);
    if (!address) throw vscode.FileSystemError.FileNotFound(uri);
    const { connectionId, keyId } = address;
    const before = this.#made.get(uri.toString());
    const madeAt = performance.now();
    if (before && !before.key && madeAt - before.madeAt < oneMaking) return before;
    const { key, text } = await this.#contentOf(address);
    const mtime = before?.text === text ? before.mtime : Math.max(Date.now(), (before?.mtime ?? 0) + 1);
    const made: Made = { uri, connectionId, keyId, key, text, mtime, madeAt };
    this.#made.set(uri.toString(), made);
    return made;
  }

  async #contentOf({
    connectionId,
    keyId,
    grant,
  }: KeyAddress): Promise<{ key: Key | undefined; text: string }> {
    const missing = (problem: string, more: readonly string[]): { key: undefined; text: string } => {
      return { key: undefined, text: explanation(grant?.form, keyId, problem, more) };
    };
    const connection = this.connections.get(connectionId);
    if (!connection) {
      return missing(vscode.l10n.t('This window is not signed in to the organization of this key.'), [
        vscode.l10n.t('Sign in, and open the key from the sidebar.'),
      ]);
    }
    const known = this.store.find(connectionId, keyId);
    if (known) return { key: known, text: await textOf(known, grant) };
    try {
      const key = await this.store.refreshKey(connectionId, keyId);
      if (key) return { key, text: await textOf(key, grant) };
      return missing(vscode.l10n.t('This key is gone: {0} does not have it any more.', connection.label), []);
    } catch (error) {
      const { reason, advice, words } = failureOf(error);
      return missing(vscode.l10n.t('This key cannot be shown just now.'), [reason, ...words, advice]);
    }
  }

  /** Tells VS Code of the documents whose key is another one now, came back, or is gone. */
  #follow(connectionId: string): void {
    const { loadedAt, isLoading } = this.store.of(connectionId);
    const isComplete = loadedAt !== undefined && !isLoading;
    const isSignedOut = !this.connections.get(connectionId);
    const changed = [...this.#made.values()].filter(made => {
      if (made.connectionId !== connectionId) return false;
      const key = this.store.find(connectionId, made.keyId);
      return key ? key !== made.key : made.key !== undefined && (isComplete || isSignedOut);
    });
    if (changed.length === 0) return;
    for (const made of changed) this.#made.set(made.uri.toString(), { ...made, madeAt: -Infinity });
    this.changed(changed.map(({ uri }) => uri));
  }
}

async function textOf(key: Key, grant: GrantShape | undefined): Promise<string> {
  if (grant === undefined) return jsonText(key.raw);
  const { grantDocument } = await import('./grantDocument');
  return grantDocument(key, grant);
}
