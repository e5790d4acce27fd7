import type * as vscode from 'vscode';
import type { ClusterStore } from './clusterStore';
import type { ConnectionStore } from './connections/connectionStore';
import { Disposable } from './disposable';
import type { KeyStore } from './keyStore';

type Since = Readonly<Record<string, number>>;

/**
 * Since when keys were seen in use without a cluster: the service does not tell when a cluster was deleted, and holds
 * its key for five days from then on.
 */
export class HeldKeys extends Disposable {
  constructor(
    private readonly store: KeyStore,
    private readonly clusters: ClusterStore,
    connections: ConnectionStore,
    private readonly memento: vscode.Memento,
  ) {
    super();
    this.register(clusters.onDidChange(connectionId => void this.#look(connectionId)));
    this.register(
      connections.onDidChange(({ removed }) => {
        for (const { id } of removed) void memento.update(entryOf(id), undefined);
      }),
    );
  }

  /** In ms since 1970; undefined for a key that was not seen so. */
  since(connectionId: string, keyId: string): number | undefined {
    return this.memento.get<Since>(entryOf(connectionId), {})[keyId];
  }

  async #look(connectionId: string): Promise<void> {
    const seen = this.clusters.of(connectionId);
    if (!seen) return;
    const used = new Set(seen.clusters.map(({ keyId }) => keyId));
    const before = this.memento.get<Since>(entryOf(connectionId), {});
    const held = this.store
      .of(connectionId)
      .keys.filter(({ id, state }) => state === 'IN_USE' && !used.has(id))
      .map(({ id }) => [id, before[id] ?? seen.loadedAt] as const);
    await this.memento.update(entryOf(connectionId), Object.fromEntries(held));
  }
}

function entryOf(connectionId: string): string {
  return `held.${connectionId}`;
}
