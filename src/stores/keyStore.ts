import * as vscode from 'vscode';
import { isApiError } from '../api/isApiError';
import type { KeysApi } from '../api/keys';
import type { ConnectionStore } from '../connections/connectionStore';
import { Disposable } from '../disposable';
import type { Key, UnreadableKey } from '../model/key';
import { sameJson } from '../model/sameJson';
import { KeyListing } from './keyListing';

/** The keys of one connection, as far as they are known, and how fresh they are. */
export interface ConnectionKeys {
  readonly connectionId: string;
  readonly keys: readonly Key[];
  readonly unreadable: readonly UnreadableKey[];
  readonly isLoading: boolean;
  /** When a list was last complete, in ms since 1970. */
  readonly loadedAt: number | undefined;
  /** What ended the last refresh; the keys are then those of before. */
  readonly failure: unknown;
}

export interface KeysChange {
  readonly connectionId: string;
  /** `status`: the keys are the same, only how fresh they are has changed. */
  readonly what: 'keys' | 'status';
}

interface Run {
  readonly controller: AbortController;
  readonly listing: KeyListing;
  readonly done: Promise<undefined>;
}

/** The keys that are loaded. One request chain per connection at a time; a failed one leaves what was there. */
export class KeyStore extends Disposable {
  readonly #changes = this.register(new vscode.EventEmitter<KeysChange>());
  readonly onDidChange = this.#changes.event;
  readonly #states = new Map<string, ConnectionKeys>();
  readonly #runs = new Map<string, Run>();

  constructor(
    private readonly keysOf: (connectionId: string) => Promise<KeysApi>,
    private readonly connections: ConnectionStore,
  ) {
    super();
    this.register(
      connections.onDidChange(({ removed, changed }) => {
        for (const { id } of [...removed, ...changed]) this.#stop(id);
        for (const { id } of removed) this.#forget(id);
        for (const { id } of changed) this.#set(id, { isLoading: false, failure: undefined }, 'status');
      }),
    );
  }

  override dispose(): void {
    for (const id of this.#runs.keys()) this.#stop(id);
    super.dispose();
  }

  of(connectionId: string): ConnectionKeys {
    return this.#states.get(connectionId) ?? nothingYet(connectionId);
  }

  find(connectionId: string, keyId: string): Key | undefined {
    return this.of(connectionId).keys.find(({ id }) => id === keyId);
  }

  /**
   * Fetches the keys again, or joins the refresh that is under way. Never rejects: what went wrong is the
   * `failure` of the answer.
   */
  async refresh(connectionId: string): Promise<ConnectionKeys> {
    if (!this.connections.get(connectionId) || this.isDisposed) return this.of(connectionId);
    await (this.#runs.get(connectionId) ?? this.#start(connectionId)).done;
    return this.of(connectionId);
  }

  /** Fetches one key again. A key that is gone leaves the store. Throws what the service throws. */
  async refreshKey(connectionId: string, keyId: string): Promise<Key | undefined> {
    try {
      const key = await (await this.keysOf(connectionId)).get(keyId);
      this.put(connectionId, key);
      return this.find(connectionId, keyId) ?? key;
    } catch (error) {
      if (!(await this.#isGone(connectionId, keyId, error))) throw error;
      this.remove(connectionId, keyId);
      return undefined;
    }
  }

  /**
   * Takes in what the service answered to a read or a write of one key; it outlives a list that began before.
   * Where no list was asked for yet there is nothing to keep up to date.
   */
  put(connectionId: string, key: Key): void {
    const { keys, loadedAt, isLoading } = this.of(connectionId);
    if (loadedAt === undefined && !isLoading) return;
    this.#runs.get(connectionId)?.listing.put(key);
    const listing = new KeyListing(keys);
    if (listing.put(key)) this.#set(connectionId, { keys: listing.keys() }, 'keys');
  }

  remove(connectionId: string, keyId: string): void {
    this.#runs.get(connectionId)?.listing.remove(keyId);
    const { keys } = this.of(connectionId);
    const left = keys.filter(({ id }) => id !== keyId);
    if (left.length < keys.length) this.#set(connectionId, { keys: left }, 'keys');
  }

  /** The service mostly answers 403 for an id that it does not have. A list that it gives, and that lacks the key, tells. */
  async #isGone(connectionId: string, keyId: string, error: unknown): Promise<boolean> {
    if (!isApiError(error)) return false;
    if (error.kind !== 'forbidden') return error.kind === 'notFound';
    const isUnlisted = ({ loadedAt, failure }: ConnectionKeys): boolean =>
      loadedAt !== undefined && failure === undefined && !this.find(connectionId, keyId);
    return isUnlisted(this.of(connectionId)) || isUnlisted(await this.refresh(connectionId));
  }

  #start(connectionId: string): Run {
    const controller = new AbortController();
    const listing = new KeyListing(this.of(connectionId).keys);
    const { promise: done, resolve } = Promise.withResolvers<undefined>();
    const run: Run = { controller, listing, done };
    this.#runs.set(connectionId, run);
    this.#set(connectionId, { isLoading: true }, 'status');
    void this.#load(connectionId, run).finally(() => resolve(undefined));
    return run;
  }

  async #load(connectionId: string, run: Run): Promise<void> {
    const unreadable: UnreadableKey[] = [];
    const isCurrent = (): boolean => this.#runs.get(connectionId) === run;
    try {
      const api = await this.keysOf(connectionId);
      for await (const page of api.pages({}, run.controller.signal)) {
        if (!isCurrent()) return;
        unreadable.push(...page.unreadable);
        if (run.listing.add(page.keys)) this.#set(connectionId, { keys: run.listing.keys() }, 'keys');
      }
      if (!isCurrent()) return;
      const isSame = !run.listing.finish() && sameItems(unreadable, this.of(connectionId).unreadable);
      const news = { isLoading: false, loadedAt: Date.now(), failure: undefined };
      if (isSame) this.#set(connectionId, news, 'status');
      else this.#set(connectionId, { ...news, keys: run.listing.keys(), unreadable }, 'keys');
    } catch (failure) {
      if (isCurrent()) this.#set(connectionId, { isLoading: false, failure }, 'status');
    } finally {
      if (isCurrent()) this.#runs.delete(connectionId);
    }
  }

  #stop(connectionId: string): void {
    const run = this.#runs.get(connectionId);
    this.#runs.delete(connectionId);
    run?.controller.abort();
  }

  #forget(connectionId: string): void {
    if (this.#states.delete(connectionId)) this.#changes.fire({ connectionId, what: 'keys' });
  }

  #set(connectionId: string, news: Partial<ConnectionKeys>, what: KeysChange['what']): void {
    this.#states.set(connectionId, { ...this.of(connectionId), ...news });
    this.#changes.fire({ connectionId, what });
  }
}

function sameItems(a: readonly UnreadableKey[], b: readonly UnreadableKey[]): boolean {
  return a.length === b.length && a.every(({ raw }, index) => sameJson(raw, b[index]?.raw ?? null));
}

function nothingYet(connectionId: string): ConnectionKeys {
  return {
    connectionId,
    keys: [],
    unreadable: [],
    isLoading: false,
    loadedAt: undefined,
    failure: undefined,
  };
}
