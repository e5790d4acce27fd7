import type * as vscode from 'vscode';
import { Disposable } from '../disposable';
import type { ClusterStore } from './clusterStore';
import { entryOf, lastThatFit } from './keptOfConnection';
import type { KeyStore } from './keyStore';

type Since = Readonly<Record<string, number>>;

/**
 * Since when keys were seen in use without a cluster: the service does not tell when a cluster was deleted, and holds
 * its key for five days from then on. At most 131,072 UTF-16 units of JSON are kept of one connection, that is about
 * 5,000 keys: those that were seen so the longest, which stay the same from look to look.
 */
export class HeldKeys extends Disposable {
  constructor(
    private readonly store: KeyStore,
    private readonly clusters: ClusterStore,
    private readonly memento: vscode.Memento,
  ) {
    super();
    this.register(clusters.onDidChange(connectionId => void this.#look(connectionId)));
    this.register(store.onDidChange(({ connectionId }) => void this.#release(connectionId)));
  }

  /** In ms since 1970; undefined for a key that was not seen so. */
  since(connectionId: string, keyId: string): number | undefined {
    return this.#entry(connectionId)[keyId];
  }

  async #look(connectionId: string): Promise<void> {
    const seen = this.clusters.of(connectionId);
    const { keys, loadedAt } = this.store.of(connectionId);
    // Without the keys nothing is known of them: what was seen before still holds.
    if (!seen || loadedAt === undefined) return;
    const used = new Set(seen.clusters.map(({ keyId }) => keyId));
    const before = this.#entry(connectionId);
    const held = keys
      .filter(({ id, state }) => state === 'IN_USE' && !used.has(id))
      .map(({ id }) => [id, before[id] ?? seen.loadedAt] as const);
    const longestLast = [...held].sort(([, a], [, b]) => b - a);
    await this.#keep(connectionId, before, Object.fromEntries(lastThatFit(longestLast)));
  }

  /** A key that came free may be used again: then its time starts anew. */
  async #release(connectionId: string): Promise<void> {
    const before = this.#entry(connectionId);
    const held = Object.entries(before).filter(
      ([id]) => this.store.find(connectionId, id)?.state !== 'AVAILABLE',
    );
    await this.#keep(connectionId, before, Object.fromEntries(held));
  }

  #entry(connectionId: string): Since {
    return this.memento.get<Since>(entryOf('held', connectionId), {});
  }

  async #keep(connectionId: string, before: Since, held: Since): Promise<void> {
    if (JSON.stringify(held) !== JSON.stringify(before))
      await this.memento.update(entryOf('held', connectionId), held);
  }
}
