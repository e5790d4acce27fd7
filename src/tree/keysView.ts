import * as vscode from 'vscode';
import type { ConnectionStore } from '../connections/connectionStore';
import { ContextKey } from '../contextKeys';
import { Disposable } from '../disposable';
import type { KeyStore } from '../keyStore';
import type { KeyFilter } from '../model/filter';
import { isActive, noFilter } from '../model/filter';
import type { Grouping } from '../model/grouping';
import { isGrouping } from '../model/grouping';
import type { Settings } from '../settings';
import { AutoRefresh } from './autoRefresh';
import { filterText } from './filterText';
import { KeysTree } from './keysTree';
import type { MoreNode, TreeNode } from './nodes';
import { TreeModel } from './treeModel';
import type { ViewState } from './viewState';
import { viewStateOf } from './viewState';

const groupingKey = 'grouping';

/** While pages stream in, the tree follows at most this often, in ms. */
const pace = 200;

/** The view `byok.keys`: what it shows, and what it says about that. */
export class KeysView extends Disposable {
  readonly #tree: KeysTree;
  readonly #view: vscode.TreeView<TreeNode>;
  readonly #state = new ContextKey<ViewState>('byok.view');
  readonly #isFiltered = new ContextKey<boolean>('byok.isFiltered');
  #model: TreeModel;
  #filter = noFilter;
  #pending: NodeJS.Timeout | undefined;
  #shownAt = -Infinity;

  constructor(
    private readonly store: KeyStore,
    private readonly connections: ConnectionStore,
    settings: Settings,
    private readonly memento: vscode.Memento,
  ) {
    super();
    this.#model = this.#newModel();
    this.#tree = this.register(new KeysTree(this.#model));
    this.#view = this.register(
      vscode.window.createTreeView('byok.keys', {
        treeDataProvider: this.#tree,
        canSelectMany: true,
        showCollapseAll: true,
      }),
    );
    this.register(store.onDidChange(({ what }) => this.#follow(what === 'keys')));
    this.register(connections.onDidChange(() => this.#show()));
    this.register(new AutoRefresh(this.#view, store, connections, settings));
    this.#show();
  }

  override dispose(): void {
    clearTimeout(this.#pending);
    super.dispose();
  }

  get selection(): readonly TreeNode[] {
    return this.#view.selection;
  }

  get filter(): KeyFilter {
    return this.#filter;
  }

  set filter(filter: KeyFilter) {
    this.#filter = filter;
    this.#show();
  }

  get grouping(): Grouping {
    const kept = this.memento.get<unknown>(groupingKey);
    return isGrouping(kept) ? kept : 'providerAndState';
  }

  async setGrouping(grouping: Grouping): Promise<void> {
    await this.memento.update(groupingKey, grouping);
    this.#show();
  }

  showMore({ parent }: MoreNode): void {
    this.#tree.showMore(parent);
  }

  /** Opens the view and selects the key. A filter that hides the key is dropped: the user asked for the key. */
  async reveal(connectionId: string, keyId: string): Promise<void> {
    if (!this.#tree.rowOf(connectionId, keyId)) this.filter = noFilter;
    const row = this.#tree.rowOf(connectionId, keyId);
    if (row) await this.#view.reveal(row, { select: true, focus: true });
  }

  #newModel(): TreeModel {
    const connections = this.connections.list();
    const states = new Map(connections.map(({ id }) => [id, this.store.of(id)]));
    return new TreeModel({
      connections,
      keysOf: id => states.get(id) ?? this.store.of(id),
      grouping: this.grouping,
      filter: this.#filter,
    });
  }

  /** The first news is shown at once, what follows soon after it together. */
  #follow(isContent: boolean): void {
    const wait = this.#shownAt + pace - performance.now();
    if (!isContent || wait <= 0) this.#show();
    else this.#pending ??= setTimeout(() => this.#show(), wait);
  }

  #show(): void {
    clearTimeout(this.#pending);
    this.#pending = undefined;
    if (this.isDisposed) return;
    this.#shownAt = performance.now();
    this.#model = this.#newModel();
    this.#tree.show(this.#model);
    this.#state.set(viewStateOf(this.#model));
    this.#isFiltered.set(isActive(this.#filter));
    this.#view.message = this.#message();
    this.#view.badge = this.#badge();
    this.#view.description = this.#description();
  }

  #message(): string {
    if (!isActive(this.#filter)) return '';
    const all = this.connections.list().map(({ id }) => this.store.of(id).keys.length);
    const shown = this.connections.list().map(({ id }) => this.#model.shownKeys(id).length);
    return vscode.l10n.t('{0} of {1} keys: {2}', sum(shown), sum(all), filterText(this.#filter));
  }

  #badge(): vscode.ViewBadge | undefined {
    const value = sum(
      this.connections
        .list()
        .map(
          ({ id }) =>
            this.store.of(id).keys.filter(({ validation }) => validation?.phase === 'INVALID').length,
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

  /** The name of a single organization, which has no row of its own. */
  #description(): string {
    const [first, second] = this.connections.list();
    return first && !second ? first.label : '';
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
