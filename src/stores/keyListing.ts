import type { Key } from '../model/key';
import { sameJson } from '../model/sameJson';

/**
 * The keys of a connection while a list of them arrives page by page. Until it is complete, what was known
 * before stays; a key that has not changed keeps its identity; and what was written or deleted since the list
 * began is not undone by a page that is older.
 */
export class KeyListing {
  readonly #keys: Map<string, Key>;
  readonly #seen = new Set<string>();
  readonly #written = new Set<string>();

  constructor(before: readonly Key[]) {
    this.#keys = new Map(before.map(key => [key.id, key]));
  }

  /** All keys, in the order of the service once the list is complete. */
  keys(): readonly Key[] {
    return [...this.#keys.values()];
  }

  /** Takes in a page. Whether that changed anything. */
  add(page: readonly Key[]): boolean {
    let changed = false;
    for (const key of page) {
      this.#seen.add(key.id);
      if (!this.#written.has(key.id) && this.#place(key)) changed = true;
    }
    return changed;
  }

  /** Takes in one key that is newer than any page. Whether that changed anything. */
  put(key: Key): boolean {
    this.#written.add(key.id);
    return this.#place(key);
  }

  /** Takes out a key that was deleted; pages that still have it are too old. */
  remove(id: string): void {
    this.#written.add(id);
    this.#keys.delete(id);
  }

  /** The list is complete: what it did not have is gone, and its order holds. Whether that changed anything. */
  finish(): boolean {
    const before = [...this.#keys.keys()];
    const fresh = before.filter(id => this.#written.has(id) && !this.#seen.has(id));
    const order = [...fresh, ...this.#seen].filter(id => this.#keys.has(id));
    const isSame = order.length === before.length && order.every((id, index) => id === before[index]);
    if (isSame) return false;
    const keys = order.flatMap(id => this.#keys.get(id) ?? []);
    this.#keys.clear();
    for (const key of keys) this.#keys.set(key.id, key);
    return true;
  }

  #place(key: Key): boolean {
    const known = this.#keys.get(key.id);
    if (known && sameJson(known.raw, key.raw)) return false;
    this.#keys.set(key.id, key);
    return true;
  }
}
