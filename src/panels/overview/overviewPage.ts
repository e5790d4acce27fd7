import type * as vscode from 'vscode';
import type { ConnectionStore } from '../../connections/connectionStore';
import { Disposable } from '../../disposable';
import type { Log } from '../../log';
import type { Settings } from '../../settings';
import type { ClusterStore } from '../../stores/clusterStore';
import type { Findings } from '../../stores/findings';
import type { KeyStore } from '../../stores/keyStore';
import type { QuotaStore } from '../../stores/quotaStore';
import { AutoRefresh } from '../../tree/autoRefresh';
import { Page } from '../page';
import type { FromOverview, Look, OverviewState } from '../protocol/overview';
import { isFromOverview } from '../protocol/overview';
import { OverviewActions } from './overviewActions';
import { overviewState } from './overviewState';

/** Where the overview has from what it shows. */
export interface OverviewSources {
  readonly connections: ConnectionStore;
  readonly store: KeyStore;
  readonly clusters: ClusterStore;
  readonly quotas: QuotaStore;
  readonly findings: () => Promise<Findings>;
  readonly settings: Settings;
  readonly log: Log;
  readonly extensionUri: vscode.Uri;
}

/** How often the ages that are shown are brought up to date, in ms. */
const minute = 60_000;

/** How often, in ms, news are shown while pages of keys stream in: each time all keys are counted again. */
const streamingPace = 500;
const usualPace = 100;

/** How old the clusters may be that are shown, in ms. */
const clustersLast = 10 * 60_000;

/**
 * All organizations in a panel: their keys counted, what was found, who uses what. While somebody looks it fetches what
 * it lacks and follows the stores; hidden, it does nothing.
 */
export class OverviewPage extends Disposable {
  readonly #page: Page<OverviewState, FromOverview>;
  readonly #actions: OverviewActions;
  #findings: Findings | undefined;
  #refreshing = 0;
  #listing = 0;
  #clock: NodeJS.Timeout | undefined;

  constructor(
    private readonly panel: vscode.WebviewPanel,
    private readonly sources: OverviewSources,
    private look: Look,
  ) {
    super();
    const { connections, store, clusters, quotas, log, extensionUri } = sources;
    this.#actions = new OverviewActions(connections, {
      refresh: () => this.#refresh(),
      listClusters: () => this.#listClusters(0),
      say: text => this.#page.say(text),
    });
    this.register(panel.onDidDispose(() => this.dispose()));
    this.#page = this.register(
      new Page<OverviewState, FromOverview>(panel, {
        name: 'overview',
        extensionUri,
        log,
        pace: () => (this.#isStreaming() ? streamingPace : usualPace),
        accepts: isFromOverview,
        state: () => this.#state(),
        receive: message => this.#receive(message),
      }),
    );
    const update = (): void => this.#page.update();
    this.register(store.onDidChange(update));
    this.register(clusters.onDidChange(update));
    this.register(quotas.onDidChange(update));
    this.register(connections.onDidChange(() => this.#follow()));
    this.register(panel.onDidChangeViewState(() => this.#follow()));
    this.register(new AutoRefresh(visibilityOf(panel), sources));
    void this.#followFindings();
    this.#follow();
  }

  override dispose(): void {
    clearInterval(this.#clock);
    super.dispose();
  }

  /** Shown, it catches up on what was missed; hidden, it stops. */
  #follow(): void {
    clearInterval(this.#clock);
    if (!this.panel.visible || this.isDisposed) return;
    this.#clock = setInterval(() => this.#page.update(), minute);
    void this.#listClusters(clustersLast);
  }

  async #followFindings(): Promise<void> {
    this.#findings = await this.sources.findings();
    if (this.isDisposed) return;
    this.register(this.#findings.onDidChange(() => this.#page.update()));
    this.#page.update();
  }

  /** The clusters, not older than that many ms. Where they cannot be had the page says why, from the store. */
  async #listClusters(maxAge: number): Promise<void> {
    const { connections, clusters } = this.sources;
    await this.#list(connections.list().map(({ id }) => clusters.load(id, maxAge)));
  }

  async #refresh(): Promise<void> {
    const { connections, store, clusters, quotas } = this.sources;
    this.#refreshing++;
    await this.#list(
      connections
        .list()
        .flatMap(({ id }): readonly Promise<unknown>[] => [
          store.refresh(id),
          clusters.load(id, 0),
          quotas.load(id),
        ]),
    );
    this.#refreshing--;
    this.#page.update();
  }

  async #list(work: readonly Promise<unknown>[]): Promise<void> {
    this.#listing++;
    this.#page.update();
    await Promise.allSettled(work);
    this.#listing--;
    this.#page.update();
  }

  async #receive(message: FromOverview): Promise<void> {
    if (message.type === 'look') {
      this.look = message.look;
      this.#page.update();
      return;
    }
    await this.#actions.follow(message);
  }

  #isStreaming(): boolean {
    const { connections, store } = this.sources;
    return connections.list().some(({ id }) => store.of(id).isLoading);
  }

  #state(): OverviewState {
    const { connections, store, clusters, quotas } = this.sources;
    return overviewState({
      organizations: connections.list().map(connection => ({
        connection,
        keys: store.of(connection.id),
        clusters: { seen: clusters.of(connection.id), failure: clusters.failureOf(connection.id) },
        quota: quotas.of(connection.id),
        findings: this.#findings?.of(connection.id),
      })),
      look: this.look,
      isBusy: this.#refreshing > 0,
      isListing: this.#listing > 0,
      now: Date.now(),
    });
  }
}

/** A panel as what refreshes by itself knows a view. */
function visibilityOf(panel: vscode.WebviewPanel): ConstructorParameters<typeof AutoRefresh>[0] {
  return {
    get visible() {
      return panel.visible;
    },
    onDidChangeVisibility: (listener, thisArg) =>
      panel.onDidChangeViewState(() => {
        listener.call(thisArg, { visible: panel.visible });
      }),
  };
}
