import * as vscode from 'vscode';
import type { ConnectionStore } from '../connections/connectionStore';
import { ContextKey } from '../contextKeys';
import { Disposable } from '../disposable';
import type { KeyFilter } from '../model/filter';
import { isActive, noFilter } from '../model/filter';
import type { Grouping } from '../model/grouping';
import { isGrouping } from '../model/grouping';
import type { Settings } from '../settings';
import type { ClusterStore } from '../stores/clusterStore';
import type { HeldKeys } from '../stores/heldKeys';
import type { KeyHistory } from '../stores/keyHistory';
import type { KeyStore } from '../stores/keyStore';
import type { QuotaStore } from '../stores/quotaStore';
import type { WatchedKeys } from '../watch/watchedKeys';
import { AutoRefresh } from './autoRefresh';
import { chosenRows } from './chosenRows';
import { filterText } from './filterText';
import { KeysTree } from './keysTree';
import { LoadingProgress } from './loadingProgress';
import type { MoreNode, TreeNode } from './nodes';
import { OpenRows } from './openRows';
import { quotaText } from './treeItems';
import { TreeModel } from './treeModel';
import type { ViewState } from './viewState';
import { viewStateOf } from './viewState';

const groupingKey = 'grouping';

/** While pages stream in, the tree follows at most this often, in ms. */
const pace = 200;

/** How long the clusters that were seen are good enough for a look, in ms. */
const clustersLast = 10 * 60_000;

/** Where the view has what it shows from. */
export interface ViewSources {
  readonly store: KeyStore;
  readonly connections: ConnectionStore;
  readonly clusters: ClusterStore;
  readonly quotas: QuotaStore;
  readonly held: HeldKeys;
  readonly history: KeyHistory;
  readonly settings: Settings;
  readonly watched: Pick<WatchedKeys, 'list' | 'onDidChange'>;
  readonly memento: vscode.Memento;
  /** Of this window alone. */
  readonly windowMemento: vscode.Memento;
}

/** The view `byok.keys`: what it shows, and what it says about that. */
export class KeysView extends Disposable {
  /** Its rows. */
  readonly tree: KeysTree;
  readonly #state = new ContextKey<ViewState>('byok.view');
  readonly #isFiltered = new ContextKey<boolean>('byok.isFiltered');
  #model: TreeModel;
  #filter = noFilter;
  #pending: NodeJS.Timeout | undefined;
  #followedAt = -Infinity;

  constructor(
    private readonly view: vscode.TreeView<TreeNode>,
    private readonly sources: ViewSources,
  ) {
    super();
    const { store, connections, clusters, quotas, history, watched } = sources;
    this.#model = this.#newModel();
    const openRows = this.register(new OpenRows(sources.windowMemento));
    this.tree = this.register(
      new KeysTree(this.#model, {
        clusters: id => void clusters.load(id, clustersLast).catch(() => undefined),
        timeline: (connectionId, keyId) => history.timelineOf(connectionId, keyId),
        isOpen: node => openRows.isOpen(node),
      }),
    );
    openRows.follow(view);
    this.register(
      store.onDidChange(({ connectionId, what }) => {
        this.#follow(what === 'keys' && store.of(connectionId).isLoading);
      }),
    );
    this.register(connections.onDidChange(() => this.#show()));
    this.register(clusters.onDidChange(() => this.#show()));
    this.register(quotas.onDidChange(() => this.#show()));
    this.register(watched.onDidChange(() => this.#show()));
    this.register(new AutoRefresh(view, sources));
    this.register(
      new LoadingProgress(store, connections, work => {
        void vscode.window.withProgress({ location: { viewId: 'byok.keys' } }, () => work);
      }),
    );
    this.#show();
  }

  override dispose(): void {
    clearTimeout(this.#pending);
    super.dispose();
  }

  /** The rows that a key binding means. */
  chosenRows(): Promise<readonly TreeNode[]> {
    return chosenRows(this.view);
  }

  get filter(): KeyFilter {
    return this.#filter;
  }

  set filter(filter: KeyFilter) {
    this.#filter = filter;
    this.#show();
  }

  get grouping(): Grouping {
    const kept = this.sources.memento.get<unknown>(groupingKey);
    return isGrouping(kept) ? kept : 'providerAndState';
  }

  async setGrouping(grouping: Grouping): Promise<void> {
    await this.sources.memento.update(groupingKey, grouping);
    this.#show();
  }

  showMore({ parent }: MoreNode): void {
    this.tree.showMore(parent);
  }

  /** Opens the view and selects the key. A filter that hides the key is dropped: the user asked for the key. */
  async reveal(connectionId: string, keyId: string): Promise<void> {
    if (!this.tree.rowOf(connectionId, keyId)) this.filter = noFilter;
    const row = this.tree.rowOf(connectionId, keyId);
    if (row) await this.view.reveal(row, { select: true, focus: true });
  }

  #newModel(): TreeModel {
    const connections = this.sources.connections.list();
    const states = new Map(connections.map(({ id }) => [id, this.sources.store.of(id)]));
    const clusters = new Map(connections.map(({ id }) => [id, this.sources.clusters.of(id)]));
    const failed = new Set(
      connections.flatMap(({ id }) => (this.sources.clusters.failureOf(id) === undefined ? [] : [id])),
    );
    const watched = this.sources.watched.list();
    return new TreeModel({
      connections,
      quotaOf: id => this.sources.quotas.of(id),
      keysOf: id => states.get(id) ?? this.sources.store.of(id),
      clustersOf: id => clusters.get(id),
      clustersFailed: id => failed.has(id),
      heldSince: (id, keyId) => this.sources.held.since(id, keyId),
      isWatched: (id, keyId) => watched.some(each => each.connectionId === id && each.keyId === keyId),
      grouping: this.grouping,
      filter: this.#filter,
    });
  }

  /** The first page is shown at once, what follows soon after it together, and the end at once. */
  #follow(isPage: boolean): void {
    const wait = this.#followedAt + pace - performance.now();
    if (!isPage) this.#show();
    else if (wait <= 0) this.#showPages();
    else this.#pending ??= setTimeout(() => this.#showPages(), wait);
  }

  #showPages(): void {
    this.#followedAt = performance.now();
    this.#show();
  }

  #show(): void {
    clearTimeout(this.#pending);
    this.#pending = undefined;
    if (this.isDisposed) return;
    this.#model = this.#newModel();
    this.tree.show(this.#model);
    const state = viewStateOf(this.#model);
    this.#state.set(state);
    this.#isFiltered.set(isActive(this.#filter));
    // Where there is a message VS Code shows no welcome.
    this.view.message = state === 'keys' ? this.#message() : '';
    this.view.badge = this.#badge();
    this.view.description = this.#description();
  }

  /** What is filtered, or else what the description says: VS Code shows none of a view that is alone in its container. */
  #message(): string {
    if (!isActive(this.#filter)) return this.#description();
    const all = this.sources.connections.list().map(({ id }) => this.sources.store.of(id).keys.length);
    const shown = this.sources.connections.list().map(({ id }) => this.#model.shownKeys(id).length);
    return vscode.l10n.t('{0} of {1} keys: {2}', sum(shown), sum(all), filterText(this.#filter));
  }

  #badge(): vscode.ViewBadge | undefined {
    const value = sum(
      this.sources.connections
        .list()
        .map(
          ({ id }) =>
            this.sources.store.of(id).keys.filter(({ validation }) => validation?.phase === 'INVALID').length,
        ),
    );
    if (value === 0) return undefined;
    return {
      value,
      tooltip:
        value === 1
          ? vscode.l10n.t('1 encryption key is invalid')
          : vscode.l10n.t('{0} encryption keys are invalid', value),
    };
  }

  /** Of a single organization, which has no row of its own, the name and how much of its quota is used. */
  #description(): string {
    const [first, second] = this.sources.connections.list();
    return first && !second
      ? [first.label, quotaText(this.#model, first.id)].filter(Boolean).join(' · ')
      : '';
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
