import * as vscode from 'vscode';
import type { ConnectionStore } from './connections/connectionStore';
import { Disposable } from './disposable';
import type { KeyStore } from './keyStore';
import type { Key } from './model/key';
import type { Sighting } from './model/timeline';
import { withSighting } from './model/timeline';

/** A key was seen in another phase or state than before. */
export interface Transition {
  readonly connectionId: string;
  readonly key: Key;
  readonly before: Sighting;
  readonly after: Sighting;
}

type Timelines = Readonly<Record<string, readonly Sighting[]>>;

/** Of an organization with more keys than this, only those that change are remembered. */
const rememberAllUpTo = 500;

/** What was seen of each key over time. Kept between sessions, bounded, and without anything secret. */
export class KeyHistory extends Disposable {
  readonly #transitions = this.register(new vscode.EventEmitter<Transition>());
  readonly onDidTransition = this.#transitions.event;
  readonly #timelines = new Map<string, Map<string, readonly Sighting[]>>();
  readonly #looked = new WeakSet<Key>();

  constructor(
    store: KeyStore,
    connections: ConnectionStore,
    private readonly memento: vscode.Memento,
  ) {
    super();
    this.register(
      store.onDidChange(({ connectionId, what }) => {
        if (what === 'keys') this.see(connectionId, store.of(connectionId).keys);
      }),
    );
    this.register(
      connections.onDidChange(({ removed }) => {
        for (const { id } of removed) void this.#forget(id);
      }),
    );
  }

  /** Oldest first; empty for a key that never was seen. */
  timelineOf(connectionId: string, keyId: string): readonly Sighting[] {
    return this.#of(connectionId).get(keyId) ?? [];
  }

  see(connectionId: string, keys: readonly Key[]): void {
    const timelines = this.#of(connectionId);
    let hasNews = false;
    for (const key of keys) {
      if (this.#looked.has(key)) continue;
      this.#looked.add(key);
      const known = timelines.get(key.id) ?? [];
      const timeline = withSighting(known, key, Date.now());
      if (timeline === known || (known.length === 0 && keys.length > rememberAllUpTo)) continue;
      timelines.set(key.id, timeline);
      hasNews = true;
      const [before, after] = [known.at(-1), timeline.at(-1)];
      if (before && after) this.#transitions.fire({ connectionId, key, before, after });
    }
    if (hasNews) void this.memento.update(entryOf(connectionId), Object.fromEntries(timelines));
  }

  #of(connectionId: string): Map<string, readonly Sighting[]> {
    const known = this.#timelines.get(connectionId);
    if (known) return known;
    const kept = new Map(Object.entries(this.memento.get<Timelines>(entryOf(connectionId), {})));
    this.#timelines.set(connectionId, kept);
    return kept;
  }

  async #forget(connectionId: string): Promise<void> {
    this.#timelines.delete(connectionId);
    await this.memento.update(entryOf(connectionId), undefined);
  }
}

function entryOf(connectionId: string): string {
  return `timeline.${connectionId}`;
}
