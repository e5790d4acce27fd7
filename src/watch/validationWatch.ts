import * as vscode from 'vscode';
import type { Clock } from '../api/clock';
import { isApiError, isCancelled } from '../api/isApiError';
import { Disposable } from '../disposable';
import type { Key } from '../model/key';
import type { KeyHistory } from '../stores/keyHistory';
import type { KeyStore } from '../stores/keyStore';
import type { ValidationNews } from './outages';
import type { Watched } from './watched';
import type { WatchedKeys } from './watchedKeys';
import { timeOfDay } from './watchedKeys';

/** Why a key is waited for no longer, other than that it is valid or that the user said so. */
type Ending = { readonly why: 'hour' | 'gone' } | { readonly why: 'failed'; readonly error: unknown };

export type GivenUp = Pick<Watched, 'connectionId' | 'keyId'> & Ending;

/** When to look again, in ms: soon at first, then less and less often. */
const firstPause = 5_000;
const longestPause = 60_000;
const growth = 1.5;

/** Looks after the keys that somebody waits for until Confluent can use them; without any there is no timer. */
export class ValidationWatch extends Disposable {
  readonly #news = this.register(new vscode.EventEmitter<ValidationNews>());
  readonly onDidHaveNews = this.#news.event;
  readonly #givenUp = this.register(new vscode.EventEmitter<GivenUp>());
  readonly onDidGiveUp = this.#givenUp.event;
  #timer: AbortController | undefined;
  #pause = firstPause;

  constructor(
    private readonly store: KeyStore,
    private readonly history: KeyHistory,
    private readonly watched: WatchedKeys,
    private readonly clock: Clock = timeOfDay,
  ) {
    super();
    this.register(
      watched.onDidStart(() => {
        this.#pause = firstPause;
        this.#schedule();
      }),
    );
    this.register(
      watched.onDidChange(() => {
        if (watched.list().length === 0) this.#timer?.abort();
      }),
    );
    // What another window saw first is no transition here, and news to who waits all the same.
    this.register(store.onDidChange(({ connectionId }) => this.#compare(connectionId)));
    this.#schedule();
  }

  override dispose(): void {
    this.#timer?.abort();
    super.dispose();
  }

  #schedule(): void {
    this.#timer?.abort();
    if (this.watched.list().length === 0 || this.isDisposed) return;
    const timer = new AbortController();
    this.#timer = timer;
    const look = (): Promise<void> => this.#look(timer.signal);
    this.clock.delay(this.#pause, timer.signal).then(look, () => undefined);
    this.#pause = Math.min(this.#pause * growth, longestPause);
  }

  async #look(signal: AbortSignal): Promise<void> {
    await Promise.all(this.watched.list().map(each => this.#lookAt(each)));
    // Who began to wait meanwhile has set another timer.
    if (!signal.aborted) this.#schedule();
  }

  /** The last look is at the end of the hour, so that a machine which slept misses nothing. */
  async #lookAt(watched: Watched): Promise<void> {
    const { connectionId, keyId } = watched;
    const isOver = this.watched.isOver(watched);
    try {
      const key = await this.store.refreshKey(connectionId, keyId);
      if (this.isDisposed || !this.watched.has(connectionId, keyId)) return;
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
    for (const watched of this.watched.list().filter(each => each.connectionId === connectionId)) {
      const key = this.store.find(connectionId, watched.keyId);
      if (key) this.#see(connectionId, key);
    }
  }

  #see(connectionId: string, key: Key): void {
    const watched = this.watched.find(connectionId, key.id);
    const phase = key.validation?.phase;
    if (!watched || watched.phase === phase) return;
    if (phase === 'VALID') this.watched.stop(connectionId, key.id);
    else this.watched.see(watched, phase);
    if (phase === 'VALID' || phase === 'INVALID') this.#news.fire({ connectionId, key });
  }

  #giveUp(connectionId: string, keyId: string, ending: Ending): void {
    if (this.isDisposed || !this.watched.has(connectionId, keyId)) return;
    this.watched.stop(connectionId, keyId);
    this.#givenUp.fire({ connectionId, keyId, ...ending });
  }
}

/** Who is not let in waits in vain, as does who has no credential; what is wrong with a network or a service may pass. */
function isFinal(error: unknown): boolean {
  if (isCancelled(error)) return false;
  return !isApiError(error) || ['unauthenticated', 'forbidden'].includes(error.kind);
}
