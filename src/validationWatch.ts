import * as vscode from 'vscode';
import { isApiError } from './api/isApiError';
import type { ConnectionStore } from './connections/connectionStore';
import { Disposable } from './disposable';
import type { KeyHistory, Transition } from './keyHistory';
import type { KeyStore } from './keyStore';

/** A key that somebody waits for. */
export interface Watched {
  readonly connectionId: string;
  readonly keyId: string;
  /** In ms since 1970. */
  readonly since: number;
}

const entry = 'watched';

/** When to look again, in ms: soon at first, then less and less often. */
const firstPause = 5_000;
const longestPause = 60_000;
const growth = 1.5;

/** Nobody waits longer than this for a grant to take effect, in ms. */
const patience = 3_600_000;

/**
 * Looks after keys until Confluent can use them. What is watched is remembered, so that it goes on after a reload of
 * the window; without anything to watch there is no timer.
 */
export class ValidationWatch extends Disposable {
  readonly #changes = this.register(new vscode.EventEmitter<undefined>());
  readonly onDidChange = this.#changes.event;
  #watched: readonly Watched[];
  #timer: NodeJS.Timeout | undefined;
  #pause = firstPause;

  constructor(
    private readonly store: KeyStore,
    private readonly history: KeyHistory,
    connections: ConnectionStore,
    private readonly memento: vscode.Memento,
  ) {
    super();
    this.#watched = memento.get<readonly Watched[]>(entry, []);
    this.register(
      connections.onDidChange(({ removed }) => {
        this.#keep(({ connectionId }) => !removed.some(({ id }) => id === connectionId));
      }),
    );
    this.#schedule();
  }

  override dispose(): void {
    clearTimeout(this.#timer);
    super.dispose();
  }

  list(): readonly Watched[] {
    return this.#watched;
  }

  has(connectionId: string, keyId: string): boolean {
    return this.#watched.some(each => each.connectionId === connectionId && each.keyId === keyId);
  }

  /** Watches a key until it is valid or gone, or for an hour. Watching again starts the hour again. */
  start(connectionId: string, keyId: string): void {
    const others = this.#watched.filter(each => each.connectionId !== connectionId || each.keyId !== keyId);
    this.#set([...others, { connectionId, keyId, since: Date.now() }]);
    this.#pause = firstPause;
    this.#schedule();
  }

  stop(connectionId: string, keyId: string): void {
    this.#keep(each => each.connectionId !== connectionId || each.keyId !== keyId);
  }

  stopAll(): void {
    this.#keep(() => false);
  }

  #schedule(): void {
    clearTimeout(this.#timer);
    if (this.#watched.length === 0 || this.isDisposed) return;
    this.#timer = setTimeout(() => void this.#look(), this.#pause);
    this.#pause = Math.min(this.#pause * growth, longestPause);
  }

  async #look(): Promise<void> {
    this.#keep(({ since }) => Date.now() - since < patience);
    await Promise.all(this.#watched.map(each => this.#lookAt(each)));
    this.#schedule();
  }

  async #lookAt({ connectionId, keyId }: Watched): Promise<void> {
    try {
      const key = await this.store.refreshKey(connectionId, keyId);
      if (!this.has(connectionId, keyId)) return;
      if (key) this.history.see(connectionId, [key]);
      if (!key || key.validation?.phase === 'VALID') this.stop(connectionId, keyId);
    } catch (error) {
      // Who is not let in waits in vain; anything else may pass.
      const isFinal = isApiError(error) && ['unauthenticated', 'forbidden'].includes(error.kind);
      if (isFinal) this.stop(connectionId, keyId);
    }
  }

  #keep(isKept: (watched: Watched) => boolean): void {
    const kept = this.#watched.filter(isKept);
    if (kept.length < this.#watched.length) this.#set(kept);
  }

  #set(watched: readonly Watched[]): void {
    this.#watched = watched;
    this.#changes.fire(undefined);
    void this.memento.update(entry, watched);
  }
}

/**
 * Whether the user is told of a transition: of every one of a key that is waited for, and unasked of one alone, when
 * Confluent can no longer use a key that clusters depend on.
 */
export function isNews({ connectionId, key, before, after }: Transition, watch: ValidationWatch): boolean {
  if (before.phase === after.phase || (after.phase !== 'VALID' && after.phase !== 'INVALID')) return false;
  const isOutage = before.phase === 'VALID' && after.phase === 'INVALID' && key.state === 'IN_USE';
  return isOutage || watch.has(connectionId, key.id);
}
