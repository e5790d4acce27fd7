import * as vscode from 'vscode';
import type { Clock } from '../api/clock';
import { systemClock } from '../api/clock';
import { isApiError, isCancelled } from '../api/isApiError';
import type { ConnectionStore } from '../connections/connectionStore';
import { Disposable } from '../disposable';
import type { Key } from '../model/key';
import type { KeyHistory, Transition } from '../stores/keyHistory';
import type { KeyStore } from '../stores/keyStore';
import type { Watched } from './watched';
import { keepWatched, keptWatched } from './watched';

/** What the user is told of: the key is in another phase than before. */
export interface ValidationNews {
  readonly connectionId: string;
  readonly key: Key;
}

/** Why a key is waited for no longer, other than that it is valid or that the user said so. */
type Ending = { readonly why: 'hour' | 'gone' } | { readonly why: 'failed'; readonly error: unknown };

export type GivenUp = Pick<Watched, 'connectionId' | 'keyId'> & Ending;

/** When to look again, in ms: soon at first, then less and less often. */
const firstPause = 5_000;
const longestPause = 60_000;
const growth = 1.5;

/** Nobody waits longer than this for a grant to take effect, in ms. */
const patience = 3_600_000;

/** The time of day, for it goes on while the window is reloaded. */
const timeOfDay: Clock = { ...systemClock, now: () => Date.now() };

/**
 * Looks after keys until Confluent can use them. What is watched is remembered with the window, so that it goes on after
 * a reload; without anything to watch there is no timer.
 */
export class ValidationWatch extends Disposable {
  readonly #changes = this.register(new vscode.EventEmitter<undefined>());
  readonly onDidChange = this.#changes.event;
  readonly #news = this.register(new vscode.EventEmitter<readonly ValidationNews[]>());
  /** Gives what came at once: outages may be many. */
  readonly onDidHaveNews = this.#news.event;
  readonly #givenUp = this.register(new vscode.EventEmitter<GivenUp>());
  readonly onDidGiveUp = this.#givenUp.event;
  #watched: readonly Watched[];
  #timer: AbortController | undefined;
  #pause = firstPause;

  constructor(
    private readonly store: KeyStore,
    private readonly history: KeyHistory,
    connections: ConnectionStore,
    /** Of the workspace: what one window waits for is no matter of the others. */
    private readonly memento: vscode.Memento,
    private readonly clock: Clock = timeOfDay,
  ) {
    super();
    this.#watched = keptWatched(memento).filter(
      watched => connections.get(watched.connectionId) && !this.#isOver(watched),
    );
    this.register(
      connections.onDidChange(({ removed }) => {
        this.#keep(({ connectionId }) => !removed.some(({ id }) => id === connectionId));
      }),
    );
    // What another window saw first is no transition here, and news to who waits all the same.
    this.register(store.onDidChange(({ connectionId }) => this.#compare(connectionId)));
    this.register(
      history.onDidTransition(transitions => {
        const outages = transitions
          .filter(each => isOutage(each) && !this.has(each.connectionId, each.key.id))
          .map(({ connectionId, key }) => ({ connectionId, key }));
        if (outages.length > 0) this.#news.fire(outages);
      }),
    );
    this.#schedule();
  }

  override dispose(): void {
    this.#timer?.abort();
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
    const phase = this.store.find(connectionId, keyId)?.validation?.phase;
    this.#set([...others, { connectionId, keyId, since: this.clock.now(), phase }]);
    this.#pause = firstPause;
    this.#schedule();
  }

  stop(connectionId: string, keyId: string): void {
    this.#keep(each => each.connectionId !== connectionId || each.keyId !== keyId);
  }

  #schedule(): void {
    this.#timer?.abort();
    if (this.#watched.length === 0 || this.isDisposed) return;
    const timer = new AbortController();
    this.#timer = timer;
    const look = (): Promise<void> => this.#look(timer.signal);
    this.clock.delay(this.#pause, timer.signal).then(look, () => undefined);
    this.#pause = Math.min(this.#pause * growth, longestPause);
  }

  async #look(signal: AbortSignal): Promise<void> {
    await Promise.all(this.#watched.map(each => this.#lookAt(each)));
    // Who began to wait meanwhile has set another timer.
    if (!signal.aborted) this.#schedule();
  }

  /** A clock that was set back lets nobody wait for ever. */
  #isOver({ since }: Watched): boolean {
    return Math.abs(this.clock.now() - since) >= patience;
  }

  /** The last look is at the end of the hour, so that a machine which slept misses nothing. */
  async #lookAt(watched: Watched): Promise<void> {
    const { connectionId, keyId } = watched;
    const isOver = this.#isOver(watched);
    try {
      const key = await this.store.refreshKey(connectionId, keyId);
      if (this.isDisposed || !this.has(connectionId, keyId)) return;
      if (!key) {
        this.#giveUp(connectionId, keyId, { why: 'gone' });
        return;
      }
      this.#see(connectionId, key);
      this.history.see(connectionId, [key]);
    } catch (error) {
      if (isFinal(error)) this.#giveUp(connectionId, keyId, { why: 'failed', error });
    }
    if (isOver) this.#giveUp(connectionId, keyId, { why: 'hour' });
  }

  #compare(connectionId: string): void {
    for (const watched of this.#watched.filter(each => each.connectionId === connectionId)) {
      const key = this.store.find(connectionId, watched.keyId);
      if (key) this.#see(connectionId, key);
    }
  }

  #see(connectionId: string, key: Key): void {
    const watched = this.#watched.find(each => each.connectionId === connectionId && each.keyId === key.id);
    const phase = key.validation?.phase;
    if (!watched || watched.phase === phase) return;
    if (phase === 'VALID') this.stop(connectionId, key.id);
    else this.#set(this.#watched.map(each => (each === watched ? { ...each, phase } : each)));
    if (phase === 'VALID' || phase === 'INVALID') this.#news.fire([{ connectionId, key }]);
  }

  #giveUp(connectionId: string, keyId: string, ending: Ending): void {
    if (this.isDisposed || !this.has(connectionId, keyId)) return;
    this.stop(connectionId, keyId);
    this.#givenUp.fire({ connectionId, keyId, ...ending });
  }

  #keep(isKept: (watched: Watched) => boolean): void {
    const kept = this.#watched.filter(isKept);
    if (kept.length < this.#watched.length) this.#set(kept);
    if (kept.length === 0) this.#timer?.abort();
  }

  #set(watched: readonly Watched[]): void {
    this.#watched = watched;
    this.#changes.fire(undefined);
    void keepWatched(this.memento, watched);
  }
}

/** Who is not let in waits in vain, as does who has no credential; what is wrong with a network or a service may pass. */
function isFinal(error: unknown): boolean {
  if (isCancelled(error)) return false;
  return !isApiError(error) || ['unauthenticated', 'forbidden'].includes(error.kind);
}

/**
 * The one transition that the user is told of unasked: Confluent can no longer use a key that a cluster depends on.
 */
export function isOutage({ key, before, after }: Pick<Transition, 'key' | 'before' | 'after'>): boolean {
  return before.phase === 'VALID' && after.phase === 'INVALID' && key.state === 'IN_USE';
}
