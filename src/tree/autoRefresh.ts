import * as vscode from 'vscode';
import type { ConnectionStore } from '../connections/connectionStore';
import { Disposable } from '../disposable';
import type { Settings } from '../settings';
import type { KeyStore } from '../stores/keyStore';
import type { QuotaStore } from '../stores/quotaStore';
import { failureOf } from '../words/failure';

export interface RefreshSources {
  readonly store: KeyStore;
  readonly connections: ConnectionStore;
  readonly quotas: QuotaStore;
  readonly settings: Settings;
}

/** Fetches what is not fresh as long as somebody looks at the view; otherwise there is no timer and no request. */
export class AutoRefresh extends Disposable {
  #timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly view: Pick<vscode.TreeView<unknown>, 'visible' | 'onDidChangeVisibility'>,
    private readonly sources: RefreshSources,
  ) {
    super();
    const { connections, store } = sources;
    this.register(view.onDidChangeVisibility(() => this.#follow()));
    this.register(connections.onDidChange(() => this.#follow()));
    this.register(
      vscode.workspace.onDidChangeConfiguration(event => {
        if (event.affectsConfiguration('byok.refreshInterval')) this.#follow();
      }),
    );
    this.register(store.onDidChange(({ connectionId }) => this.#askQuota(connectionId)));
    this.#follow();
  }

  override dispose(): void {
    clearTimeout(this.#timer);
    super.dispose();
  }

  #follow(): void {
    clearTimeout(this.#timer);
    if (!this.view.visible || this.isDisposed) return;
    const interval = this.sources.settings.refreshInterval();
    const connections = this.sources.connections.list();
    for (const { id } of connections) {
      if (this.#isStale(id, interval)) void this.sources.store.refresh(id);
    }
    if (interval > 0 && connections.length > 0) this.#timer = setTimeout(() => this.#follow(), interval);
  }

  /** Once the keys are there: whoever looks may want to know how many more there can be. */
  #askQuota(connectionId: string): void {
    const { loadedAt, isLoading, failure } = this.sources.store.of(connectionId);
    if (!this.view.visible || loadedAt === undefined || isLoading || failure !== undefined) return;
    void this.sources.quotas.ensure(connectionId);
  }

  /** A credential that was refused is not tried again until the user does something about it. */
  #isStale(connectionId: string, interval: number): boolean {
    const { loadedAt, failure, isLoading } = this.sources.store.of(connectionId);
    if (isLoading) return false;
    if (failure !== undefined) {
      const { kind } = failureOf(failure);
      return kind === 'unreachable' || kind === 'other';
    }
    return loadedAt === undefined || (interval > 0 && Date.now() - loadedAt >= interval);
  }
}
