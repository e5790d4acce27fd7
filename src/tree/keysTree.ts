import * as vscode from 'vscode';
import { Disposable } from '../disposable';
import { lookedAtText } from './clusterItems';
import { keyTooltip } from './keyItem';
import type { Sighting } from '../model/timeline';
import type { TreeNode } from './nodes';
import { countText, treeItemOf } from './treeItems';
import type { TreeModel } from './treeModel';
import { ageSteps } from '../words/words';

const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;

/** How many rows of one parent are shown before "Show more". */
const pageSize = 200;

/** What the tree asks others for, when a row that needs it is shown. */
export interface TreeNeeds {
  clusters(connectionId: string): void;
  timeline(connectionId: string, keyId: string): readonly Sighting[];
  /** Undefined for a row that the user left as it came. */
  isOpen(node: TreeNode): boolean | undefined;
}

/**
 * Gives VS Code the rows of a model. A new model touches the rows that differ and no others: what VS Code was
 * given before is compared with what it would be given now.
 */
export class KeysTree extends Disposable {
  readonly #changes = this.register(new vscode.EventEmitter<TreeNode[] | undefined>());
  readonly onDidChangeTreeData = this.#changes.event;
  /** By the parent's id, or '' for the top: what was given, and what each row showed then. */
  readonly #given = new Map<string, readonly TreeNode[]>();
  readonly #shown = new Map<string, readonly unknown[]>();
  readonly #limits = new Map<string, number>();

  constructor(
    private model: TreeModel,
    private readonly needs: TreeNeeds,
  ) {
    super();
  }

  show(model: TreeModel): void {
    const before = this.model;
    this.model = model;
    if (before.input.grouping !== model.input.grouping) this.#limits.clear();
    if (!this.#given.has('')) return;
    if (this.#isOther(undefined)) {
      this.#forget(undefined);
      this.#changes.fire(undefined);
      return;
    }
    const changed = this.#given.get('')?.flatMap(node => this.#changedFrom(node)) ?? [];
    for (const node of changed) this.#forget(node);
    if (changed.length > 0) this.#changes.fire(changed);
  }

  /** Shows the next rows of a long group. */
  showMore(parent: TreeNode | undefined): void {
    this.#limits.set(parent?.id ?? '', this.#limitOf(parent) + pageSize);
    this.#refresh(parent);
  }

  /** The row of a key, once every row above it is far enough open; undefined for a key that is not shown. */
  rowOf(connectionId: string, keyId: string): TreeNode | undefined {
    const path = this.model.pathTo(connectionId, keyId);
    const row = path?.at(-1);
    if (!row) return undefined;
    const index = this.model.children(row.parent).findIndex(({ id }) => id === row.id);
    if (index >= this.#limitOf(row.parent)) {
      this.#limits.set(row.parent?.id ?? '', Math.ceil((index + 1) / pageSize) * pageSize);
      this.#refresh(row.parent);
    }
    return row;
  }

  getChildren(parent?: TreeNode): TreeNode[] {
    const rows = this.#rows(parent);
    this.#given.set(parent?.id ?? '', rows);
    if (parent?.type === 'key') this.needs.clusters(parent.connectionId);
    return [...rows];
  }

  getTreeItem(node: TreeNode): vscode.TreeItem {
    this.#shown.set(node.id, this.#contentOf(node));
    const item = treeItemOf(node, this.model);
    const isOpen = item.collapsibleState === None ? undefined : this.needs.isOpen(node);
    if (isOpen !== undefined) item.collapsibleState = isOpen ? Expanded : Collapsed;
    return item;
  }

  resolveTreeItem(item: vscode.TreeItem, node: TreeNode): vscode.TreeItem {
    const key = node.type === 'key' ? this.model.key(node.connectionId, node.keyId) : undefined;
    if (key) item.tooltip = keyTooltip(key, this.needs.timeline(node.connectionId, key.id));
    return item;
  }

  /** The rows below a parent. A row that was given before is given again as the same object: VS Code tells rows by it. */
  #rows(parent: TreeNode | undefined): readonly TreeNode[] {
    const children = this.model.children(parent);
    const limit = this.#limitOf(parent);
    const known = new Map(this.#given.get(parent?.id ?? '')?.map(node => [node.id, node]));
    const rows = children.slice(0, limit).map(node => known.get(node.id) ?? node);
    const [first] = children;
    if (!first || children.length <= limit) return rows;
    const { connectionId } = first;
    const id = `${parent?.id ?? ''}/…`;
    const hidden = children.length - limit;
    return [...rows, { type: 'more', id, connectionId, parent, hidden }];
  }

  #limitOf(parent: TreeNode | undefined): number {
    return this.#limits.get(parent?.id ?? '') ?? pageSize;
  }

  #refresh(parent: TreeNode | undefined): void {
    this.#forget(parent);
    this.#changes.fire(parent && [parent]);
  }

  /** The smallest set of rows from here on down that show something else, or have other rows below. */
  #changedFrom(node: TreeNode): readonly TreeNode[] {
    const shown = this.#shown.get(node.id);
    if (shown && !isSame(shown, this.#contentOf(node))) return [node];
    const children = this.#given.get(node.id);
    if (!children) return [];
    return this.#isOther(node) ? [node] : children.flatMap(child => this.#changedFrom(child));
  }

  #isOther(parent: TreeNode | undefined): boolean {
    const given = this.#given.get(parent?.id ?? '') ?? [];
    const rows = this.#rows(parent);
    return rows.length !== given.length || rows.some((node, index) => node.id !== given[index]?.id);
  }

  /** What is below a row is asked for anew. The rows of that one parent stay known: they may come again. */
  #forget(parent: TreeNode | undefined): void {
    const children = this.#given.get(parent?.id ?? '') ?? [];
    for (const child of children) {
      this.#shown.delete(child.id);
      this.#forget(child);
      this.#given.delete(child.id);
    }
  }

  /** What stays the same, part by part, exactly as long as a row shows the same. */
  #contentOf(node: TreeNode): readonly unknown[] {
    const { model } = this;
    switch (node.type) {
      case 'connection':
        return [
          model.connection(node.connectionId),
          model.shownKeys(node.connectionId).length,
          countText(model, node.connectionId),
        ];
      case 'group': {
        const keys = model.membersOf(node);
        return [keys.length, keys.filter(({ validation }) => validation?.phase === 'INVALID').length];
      }
      case 'key': {
        const key = model.key(node.connectionId, node.keyId);
        const isWatched = model.input.isWatched(node.connectionId, node.keyId);
        return [key, isWatched, ...(key?.createdAt === undefined ? [] : ageSteps(key.createdAt))];
      }
      case 'cluster':
        return [model.cluster(node.connectionId, node.clusterId)];
      case 'legacy':
        return [model.legacy(node.connectionId).length];
      case 'unreadable':
        return [model.input.keysOf(node.connectionId).unreadable[node.index]?.raw];
      case 'note':
        return [
          node.note === 'noCluster'
            ? lookedAtText(model.input.clustersOf(node.connectionId))
            : model.input.keysOf(node.connectionId).failure,
        ];
      case 'more':
        return [node.hidden];
    }
  }
}

function isSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((part, index) => part === b[index]);
}
