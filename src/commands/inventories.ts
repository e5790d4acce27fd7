import * as vscode from 'vscode';
import type { ConnectionStore } from '../connections/connectionStore';
import type { Inventory } from '../model/inventory/inventory';
import { inventoryOf } from '../model/inventory/inventory';
import type { Notify } from '../notify';
import type { ClusterStore } from '../stores/clusterStore';
import type { Findings } from '../stores/findings';
import type { KeyStore } from '../stores/keyStore';
import type { QuotaStore } from '../stores/quotaStore';

/** What an inventory is made from. */
export interface InventorySources {
  readonly store: KeyStore;
  readonly connections: ConnectionStore;
  readonly clusters: ClusterStore;
  readonly quotas: QuotaStore;
  readonly findings: () => Promise<Findings>;
  readonly notify: Notify;
}

/** How old keys and clusters may be that an inventory goes by, in ms. */
const fresh = 60_000;

/** Makes inventories of organizations as they are now. */
export class Inventories {
  constructor(private readonly sources: InventorySources) {}

  /**
   * Undefined when the keys could not be fetched, or the clusters could not and the user does not want to go on
   * without them: then it was said why.
   */
  async of(connectionId: string): Promise<Inventory | undefined> {
    const { store, clusters, quotas, notify } = this.sources;
    const title = vscode.l10n.t('Looking at keys and clusters…');
    const cancellable = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
    const outcome = await vscode.window.withProgress(cancellable, async (_progress, token) => {
      const { promise: cancelled, resolve } = Promise.withResolvers<'cancelled'>();
      token.onCancellationRequested(() => resolve('cancelled'));
      return await Promise.race([cancelled, this.#fetch(connectionId)]);
    });
    if (outcome === 'cancelled') return undefined;
    if (outcome.keys !== undefined) {
      await notify.error(vscode.l10n.t('The keys could not be fetched.'), outcome.keys, { connectionId });
      return undefined;
    }
    if (outcome.clusters !== undefined) {
      const goOn = vscode.l10n.t('Go On Without Clusters');
      const what = vscode.l10n.t('The clusters could not be listed: who uses which key is not known.');
      if ((await notify.error(what, outcome.clusters, { more: [goOn] })) !== goOn) return undefined;
    }
    const { open, muted } = (await this.sources.findings()).of(connectionId);
    const { keys, unreadable } = store.of(connectionId);
    return inventoryOf({
      organization: this.sources.connections.get(connectionId)?.label ?? connectionId,
      keys,
      unreadable,
      clusters: clusters.of(connectionId),
      quota: quotas.of(connectionId),
      open,
      muted,
    });
  }

  /** What went wrong with either; undefined members where nothing did. */
  async #fetch(connectionId: string): Promise<{ readonly keys: unknown; readonly clusters: unknown }> {
    const { store, clusters, quotas } = this.sources;
    const { loadedAt, failure } = store.of(connectionId);
    const isFresh = failure === undefined && loadedAt !== undefined && Date.now() - loadedAt <= fresh;
    const [keys, seen] = await Promise.all([
      isFresh ? { failure: undefined } : store.refresh(connectionId),
      clusters.load(connectionId, fresh).then(
        () => undefined,
        (error: unknown) => error ?? 'unknown',
      ),
      quotas.ensure(connectionId),
    ]);
    return { keys: keys.failure, clusters: seen };
  }
}
