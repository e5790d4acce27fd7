import * as vscode from 'vscode';
import type { Connection } from '../connections/connection';
import type { ConnectionStore } from '../connections/connectionStore';
import { Disposable } from '../disposable';
import type { GrantShape } from '../model/access/grant';
import type { Key } from '../model/key';
import type { KeyStore } from '../stores/keyStore';
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
  /** How things stood then, where it only says why there is no key. */
  readonly situation: string | undefined;
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
    this.register(store.onDidChange(() => this.#follow()));
    this.register(connections.onDidChange(() => this.#follow()));
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
    const situation = this.#situationOf(address);
    const { key, text } = await this.#contentOf(address);
    const mtime = before?.text === text ? before.mtime : Math.max(Date.now(), (before?.mtime ?? 0) + 1);
    const made: Made = {
      uri,
      connectionId,
      keyId,
      key,
      situation: key ? undefined : situation,
      text,
      mtime,
      madeAt,
    };
    this.#made.set(uri.toString(), made);
    return made;
  }

  async #contentOf(address: KeyAddress): Promise<{ key: Key | undefined; text: string }> {
    const { connectionId, keyId, grant } = address;
    const connection = this.connections.get(connectionId);
    let failure: unknown;
    try {
      const key =
        this.store.find(connectionId, keyId) ??
        (connection && (await this.store.refreshKey(connectionId, keyId)));
      if (key) return { key, text: await textOf(key, grant) };
    } catch (error) {
      failure = error;
    }
    const { noKeyText } = await import('./noKeyText');
    const elsewhere = this.#elsewhere(keyId);
    return { key: undefined, text: noKeyText(address, { connection, elsewhere, failure }) };
  }

  /** Another connection that has a key of this id: which may be the same organization, signed in to anew. */
  #elsewhere(keyId: string): Connection | undefined {
    return this.connections.list().find(({ id }) => this.store.find(id, keyId));
  }

  /** What there is to say where there is no key; undefined while that is not known. */
  #situationOf({ connectionId, keyId }: Pick<Made, 'connectionId' | 'keyId'>): string | undefined {
    if (!this.connections.get(connectionId)) return `signedOut ${this.#elsewhere(keyId)?.label ?? ''}`;
    const { loadedAt, isLoading, failure } = this.store.of(connectionId);
    return loadedAt === undefined || isLoading || failure !== undefined ? undefined : 'gone';
  }

  /** Tells VS Code of the documents whose key is another one now, came back, or is gone, or who can be asked for it. */
  #follow(): void {
    const changed = [...this.#made.values()].filter(made => {
      const key = this.store.find(made.connectionId, made.keyId);
      if (key) return key !== made.key;
      const situation = this.#situationOf(made);
      return situation !== undefined && situation !== made.situation;
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
