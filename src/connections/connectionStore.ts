import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import { Disposable } from '../disposable';
import type { Log } from '../log';
import type { Connection } from './connection';
import type { Credential } from './credential';
import type { SecretVault } from './secretVault';
import type { StoredConnection } from './storedConnection';
import { decodeStored, encodeStored } from './storedConnection';

export interface ConnectionsChange {
  readonly added: readonly Connection[];
  readonly removed: readonly Connection[];
  /** The credential or the label is another one. */
  readonly changed: readonly Connection[];
}

/** The credential of a connection is not in the keyring any more. */
export class CredentialMissingError extends Error {
  override readonly name = 'CredentialMissingError';
}

const indexKey = 'connections';
const secretPrefix = 'connection.';
const demo: Connection = {
  id: 'demo',
  label: 'Demo Organization',
  endpoint: 'https://demo.invalid',
  kind: 'demo',
};

/**
 * Who is signed in where. The list, without secrets, is in `globalState`; each credential is an entry of
 * SecretStorage together with the address it was entered for. Another window's sign-in or sign-out arrives
 * through SecretStorage's own event.
 */
export class ConnectionStore extends Disposable {
  readonly #changes = this.register(new vscode.EventEmitter<ConnectionsChange>());
  readonly onDidChange = this.#changes.event;
  readonly #connections = new Map<string, Connection>();
  /** What has been read, or must not be written: a session's own credential. */
  readonly #opened = new Map<string, StoredConnection>();
  readonly #sessionOnly = new Set<string>();

  constructor(
    private readonly vault: SecretVault,
    private readonly memento: vscode.Memento,
    private readonly log: Log,
  ) {
    super();
    for (const connection of memento.get<readonly Connection[]>(indexKey, [])) {
      this.#connections.set(connection.id, connection);
    }
    this.register(
      vault.onDidChange(({ key }) => {
        if (key.startsWith(secretPrefix)) void this.#follow(key.slice(secretPrefix.length));
      }),
    );
  }

  list(): readonly Connection[] {
    return [...this.#connections.values()];
  }

  get(id: string): Connection | undefined {
    return this.#connections.get(id);
  }

  /**
   * The connection with its credential, from the keyring at the first call.
   * Throws {@link CredentialMissingError}, or a `KeyringError`.
   */
  async open(id: string): Promise<StoredConnection> {
    const opened = this.#opened.get(id) ?? (await this.#read(id));
    if (!opened) throw new CredentialMissingError(`No credential is kept for connection ${id}.`);
    this.#opened.set(id, opened);
    return opened;
  }

  /**
   * Adds a connection, or with `id` gives an existing one a new credential. `keep: 'session'` writes nothing:
   * the credential is gone with the window. Throws a `KeyringError`, and nothing has changed.
   */
  async save(
    details: Pick<Connection, 'label' | 'endpoint'> & { readonly id?: string },
    credential: Credential,
    keep: 'always' | 'session' = 'always',
  ): Promise<Connection> {
    const id = details.id ?? randomBytes(6).toString('hex');
    const stored: StoredConnection = { connection: describe({ ...details, id }, credential), credential };
    const before = this.#opened.get(id);
    this.#opened.set(id, stored);
    try {
      if (keep === 'always') await this.vault.write(secretPrefix + id, encodeStored(stored));
    } catch (error) {
      if (before) this.#opened.set(id, before);
      else this.#opened.delete(id);
      throw error;
    }
    if (keep === 'session') this.#sessionOnly.add(id);
    else this.#sessionOnly.delete(id);
    await this.#set(stored.connection);
    return stored.connection;
  }

  async addDemo(): Promise<Connection> {
    if (!this.#connections.has(demo.id)) await this.#set(demo);
    return demo;
  }

  /** Forgets a connection and its secret. Throws a `KeyringError` when the secret could not be removed. */
  async remove(id: string): Promise<void> {
    const connection = this.#connections.get(id);
    if (!connection) return;
    if (connection.kind !== 'demo' && !this.#sessionOnly.has(id)) await this.vault.remove(secretPrefix + id);
    await this.#drop(id);
  }

  async #read(id: string): Promise<StoredConnection | undefined> {
    const text = await this.vault.read(secretPrefix + id);
    return text === undefined ? undefined : decodeStored(text);
  }

  /** What another window did to a connection, or what this one did itself, which then is no news. */
  async #follow(id: string): Promise<void> {
    try {
      const stored = await this.#read(id);
      if (this.isDisposed) return;
      if (!stored) {
        await this.#drop(id);
        return;
      }
      const known = this.#opened.get(id);
      if (known && encodeStored(known) === encodeStored(stored)) return;
      this.#opened.set(id, stored);
      await this.#set(stored.connection);
    } catch (error) {
      this.log.warn(`The keyring did not tell what became of connection ${id}: ${String(error)}`);
    }
  }

  async #set(connection: Connection): Promise<void> {
    const isKnown = this.#connections.has(connection.id);
    this.#connections.set(connection.id, connection);
    this.#changes.fire({
      added: isKnown ? [] : [connection],
      removed: [],
      changed: isKnown ? [connection] : [],
    });
    await this.#writeIndex();
  }

  async #drop(id: string): Promise<void> {
    const connection = this.#connections.get(id);
    this.#opened.delete(id);
    this.#sessionOnly.delete(id);
    if (!connection) return;
    this.#connections.delete(id);
    this.#changes.fire({ added: [], removed: [connection], changed: [] });
    await this.#writeIndex();
  }

  async #writeIndex(): Promise<void> {
    await this.memento.update(
      indexKey,
      this.list().filter(({ id }) => !this.#sessionOnly.has(id)),
    );
  }
}

function describe(
  details: Pick<Connection, 'id' | 'label' | 'endpoint'>,
  credential: Credential,
): Connection {
  const { id, label, endpoint } = details;
  return credential.kind === 'apiKey'
    ? { id, label, endpoint, kind: 'apiKey', apiKeyId: credential.apiKeyId }
    : { id, label, endpoint, kind: 'bearer' };
}
