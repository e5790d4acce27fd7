import * as vscode from 'vscode';
import { Disposable } from '../disposable';
import type { Key } from '../model/key';
import type { Sighting } from '../model/timeline';
import { withSighting } from '../model/timeline';
import type { Timelines } from './boundedTimelines';
import { boundedTimelines } from './boundedTimelines';
import { entryOf } from './keptOfConnection';
import type { KeyStore } from './keyStore';

/** A key was seen in another phase or state than before. */
export interface Transition {
  readonly connectionId: string;
  readonly key: Key;
  readonly before: Sighting;
  readonly after: Sighting;
}

/** Of an organization with more keys than this, only those that change are kept. */
const keptUpTo = 500;

/**
 * What was seen of each key over time. Kept between sessions, at most 50 sightings of a key and 131,072 UTF-16 units of
 * JSON of a connection, without anything secret. It is read where it is kept, for other windows write there too: what
 * one of them has seen is no news to the others.
 */
export class KeyHistory extends Disposable {
  readonly #transitions = this.register(new vscode.EventEmitter<readonly Transition[]>());
  /** Gives those that were seen at once. */
  readonly onDidTransition = this.#transitions.event;
  readonly #looked = new WeakSet<Key>();
  /** The lists that were seen last: what they tell of the keys that are too many to be kept. */
  readonly #lists = new Map<string, readonly Key[]>();

  constructor(
    private readonly store: KeyStore,
    private readonly memento: vscode.Memento,
  ) {
    super();
    this.register(store.onDidChange(({ connectionId }) => this.look(connectionId)));
  }

  /** Oldest first; empty for a key that never was seen. */
  timelineOf(connectionId: string, keyId: string): readonly Sighting[] {
    return this.#kept(connectionId)[keyId] ?? [];
  }

  /** Sees what the store has, once a list has ended, well or not: all keys are too many to look at with every page. */
  look(connectionId: string): void {
    const { keys, isLoading } = this.store.of(connectionId);
    if (isLoading || this.#lists.get(connectionId) === keys) return;
    this.see(connectionId, keys);
    if (keys.length > 0) this.#lists.set(connectionId, keys);
    else this.#lists.delete(connectionId);
  }

  see(connectionId: string, keys: readonly Key[]): void {
    const kept = this.#kept(connectionId);
    const timelines = new Map(Object.entries(kept));
    const transitions: Transition[] = [];
    const fresh = keys.filter(key => !this.#looked.has(key));
    const list = fresh.length > 0 ? this.#lists.get(connectionId) : undefined;
    const previous = new Map(list?.map(key => [key.id, key]));
    const now = Date.now();
    for (const key of fresh) {
      this.#looked.add(key);
      const unkept = previous.get(key.id);
      const known = timelines.get(key.id) ?? (unkept ? withSighting([], unkept, now) : []);
      const timeline = withSighting(known, key, now);
      const [before, after] = [known.at(-1), timeline.at(-1)];
      if (timeline === known || !after) continue;
      if (before !== undefined || timelines.size < keptUpTo) timelines.set(key.id, timeline);
      if (before) transitions.push({ connectionId, key, before, after });
    }
    this.#keep(connectionId, kept, timelines);
    if (transitions.length > 0) this.#transitions.fire(transitions);
  }

  #kept(connectionId: string): Timelines {
    return this.memento.get<Timelines>(entryOf('timeline', connectionId), {});
  }

  /** Without the keys that are gone: an id is never used again. */
  #keep(connectionId: string, before: Timelines, timelines: Map<string, readonly Sighting[]>): void {
    const { keys, unreadable, isLoading, loadedAt, failure } = this.store.of(connectionId);
    if (!isLoading && loadedAt !== undefined && failure === undefined) {
      const there = new Set([...keys, ...unreadable].map(({ id }) => id));
      for (const id of timelines.keys()) if (!there.has(id)) timelines.delete(id);
    }
    const isSame =
      timelines.size === Object.keys(before).length &&
      [...timelines].every(([id, timeline]) => before[id] === timeline);
    if (!isSame)
      void this.memento.update(entryOf('timeline', connectionId), boundedTimelines([...timelines]));
  }
}
