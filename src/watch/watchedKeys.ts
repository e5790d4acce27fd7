import * as vscode from 'vscode';
import type { Clock } from '../api/clock';
import { systemClock } from '../api/clock';
import type { ConnectionStore } from '../connections/connectionStore';
import { Disposable } from '../disposable';
import type { KeyStore } from '../stores/keyStore';
import type { Watched } from './watched';
import { keepWatched, keptWatched } from './watched';

/** Nobody waits longer than this for a grant to take effect, in ms. */
const patience = 3_600_000;

/** The time of day, for it goes on while the window is reloaded. */
export const timeOfDay: Clock = { ...systemClock, now: () => Date.now() };

/** The keys that somebody waits for in this window. They are remembered with it, and so outlast a reload. */
export class WatchedKeys extends Disposable {
  readonly #changes = this.register(new vscode.EventEmitter<undefined>());
  readonly onDidChange = this.#changes.event;
  readonly #starts = this.register(new vscode.EventEmitter<undefined>());
  readonly onDidStart = this.#starts.event;
  #list: readonly Watched[];

  constructor(
    private readonly store: KeyStore,
    connections: ConnectionStore,
    /** Of the workspace: what one window waits for is no matter of the others. */
    private readonly memento: vscode.Memento,
    private readonly clock: Clock = timeOfDay,
  ) {
    super();
    this.#list = keptWatched(memento).filter(
      watched => connections.get(watched.connectionId) && !this.isOver(watched),
    );
    this.register(
      connections.onDidChange(({ removed }) => {
        this.#keep(({ connectionId }) => !removed.some(({ id }) => id === connectionId));
      }),
    );
  }

  list(): readonly Watched[] {
    return this.#list;
  }

  find(connectionId: string, keyId: string): Watched | undefined {
    return this.#list.find(each => each.connectionId === connectionId && each.keyId === keyId);
  }

  has(connectionId: string, keyId: string): boolean {
    return this.find(connectionId, keyId) !== undefined;
  }

  /** Whether its hour is over. A clock that was set back lets nobody wait for ever. */
  isOver({ since }: Watched): boolean {
    return Math.abs(this.clock.now() - since) >= patience;
  }

  /** Waits for a key until it is valid or gone, or for an hour. Starting again starts the hour again. */
  start(connectionId: string, keyId: string): void {
    const known = this.find(connectionId, keyId);
    const phase = this.store.find(connectionId, keyId)?.validation?.phase;
    const others = this.#list.filter(each => each !== known);
    this.#set([...others, { connectionId, keyId, since: this.clock.now(), phase }]);
    this.#starts.fire(undefined);
  }

  stop(connectionId: string, keyId: string): void {
    const known = this.find(connectionId, keyId);
    this.#keep(each => each !== known);
  }

  /** Remembers the phase that the key was seen in. */
  see(watched: Watched, phase: string | undefined): void {
    this.#set(this.#list.map(each => (each === watched ? { ...each, phase } : each)));
  }

  #keep(isKept: (watched: Watched) => boolean): void {
    const kept = this.#list.filter(isKept);
    if (kept.length < this.#list.length) this.#set(kept);
  }

  #set(list: readonly Watched[]): void {
    this.#list = list;
    this.#changes.fire(undefined);
    void keepWatched(this.memento, list);
  }
}
