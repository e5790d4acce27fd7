import type { Connection } from '../connections/connection';
import type { Cluster, Quota } from '../model/cluster';
import type { KeyFilter } from '../model/filter';
import { isActive, matches } from '../model/filter';
import type { Dimension, Grouping } from '../model/grouping';
import { groupBy, groupings } from '../model/grouping';
import type { Key } from '../model/key';
import type { KeyUsage, SeenClusters } from '../model/usage';
import { legacyClusters, usageOf } from '../model/usage';
import type { ConnectionKeys } from '../stores/keyStore';
import type { GroupNode, KeyNode, LegacyNode, NoteKind, TreeNode } from './nodes';

export interface TreeInput {
  readonly connections: readonly Connection[];
  /** Of one moment: the same answer for the life of a model. */
  readonly keysOf: (connectionId: string) => ConnectionKeys;
  readonly quotaOf: (connectionId: string) => Quota | undefined;
  /** Undefined while nobody asked for them. */
  readonly clustersOf: (connectionId: string) => SeenClusters | undefined;
  readonly clustersFailed: (connectionId: string) => boolean;
  /** Since when a key was seen in use without a cluster, in ms since 1970; undefined for one that was not. */
  readonly heldSince: (connectionId: string, keyId: string) => number | undefined;
  /** Whether somebody waits for a key to be valid. Of one moment, too. */
  readonly isWatched: (connectionId: string, keyId: string) => boolean;
  readonly grouping: Grouping;
  readonly filter: KeyFilter;
}

/** The rows of one moment, worked out as far as somebody asks. */
export class TreeModel {
  readonly #shown = new Map<string, readonly Key[]>();
  readonly #members = new Map<string, readonly Key[]>();

  readonly #byId = new Map<string, ReadonlyMap<string, Key>>();

  constructor(readonly input: TreeInput) {}

  connection(id: string): Connection | undefined {
    return this.input.connections.find(connection => connection.id === id);
  }

  key(connectionId: string, keyId: string): Key | undefined {
    let keys = this.#byId.get(connectionId);
    if (!keys) {
      keys = new Map(this.input.keysOf(connectionId).keys.map(key => [key.id, key]));
      this.#byId.set(connectionId, keys);
    }
    return keys.get(keyId);
  }

  children(parent: TreeNode | undefined): readonly TreeNode[] {
    const { connections } = this.input;
    if (!parent) {
      const [first, second] = connections;
      if (first && !second) return this.#rootsOf(first.id);
      return connections.map(({ id }) => ({
        type: 'connection',
        id: `c/${id}`,
        connectionId: id,
        parent: undefined,
      }));
    }
    switch (parent.type) {
      case 'connection':
        return this.#inConnection(parent.connectionId, parent);
      case 'group':
        return this.#below(parent, this.membersOf(parent), this.#levelsBelow(parent));
      case 'key':
        return this.#usersOf(parent);
      case 'legacy':
        return this.#clusterRows(parent, this.legacy(parent.connectionId));
      case 'cluster':
      case 'unreadable':
      case 'note':
      case 'more':
        return [];
    }
  }

  /** The keys of a connection that pass the filter. */
  shownKeys(connectionId: string): readonly Key[] {
    const known = this.#shown.get(connectionId);
    if (known) return known;
    const { filter, keysOf } = this.input;
    const { keys } = keysOf(connectionId);
    const shown = isActive(filter) ? keys.filter(key => matches(key, filter)) : keys;
    this.#shown.set(connectionId, shown);
    return shown;
  }

  /** The keys in a group; none when the group is gone. */
  membersOf(group: GroupNode): readonly Key[] {
    if (!this.#members.has(group.id)) this.children(group.parent);
    return this.#members.get(group.id) ?? [];
  }

  /** Who uses a key; undefined while the clusters are not known. */
  usage(connectionId: string, keyId: string): KeyUsage | undefined {
    const key = this.key(connectionId, keyId);
    const seen = this.input.clustersOf(connectionId);
    return key && seen && usageOf(key, seen.clusters);
  }

  cluster(connectionId: string, clusterId: string): Cluster | undefined {
    return this.input.clustersOf(connectionId)?.clusters.find(({ id }) => id === clusterId);
  }

  legacy(connectionId: string): readonly Cluster[] {
    return legacyClusters(this.input.clustersOf(connectionId)?.clusters ?? []);
  }

  /** Where a key stands: its row and, from the outside to the inside, the rows above it. */
  pathTo(connectionId: string, keyId: string): readonly TreeNode[] | undefined {
    const search = (parent: TreeNode | undefined): readonly TreeNode[] | undefined => {
      for (const node of this.children(parent)) {
        if (node.connectionId !== connectionId) continue;
        if (node.type === 'key' && node.keyId === keyId) return [node];
        if (node.type === 'group' && !this.membersOf(node).some(({ id }) => id === keyId)) continue;
        const rest = node.type === 'group' || node.type === 'connection' ? search(node) : undefined;
        if (rest) return [node, ...rest];
      }
      return undefined;
    };
    return search(undefined);
  }

  /** Without a key to show, a single connection leaves the place to the view's welcome. */
  #rootsOf(connectionId: string): readonly TreeNode[] {
    const { keys, unreadable } = this.input.keysOf(connectionId);
    const isBare = keys.length === 0 && unreadable.length === 0;
    const isFilteredOut = this.shownKeys(connectionId).length === 0 && isActive(this.input.filter);
    return isBare || isFilteredOut ? [] : this.#inConnection(connectionId, undefined);
  }

  #inConnection(connectionId: string, parent: TreeNode | undefined): readonly TreeNode[] {
    const { unreadable, failure, loadedAt, isLoading } = this.input.keysOf(connectionId);
    const keys = this.shownKeys(connectionId);
    const prefix = parent?.id ?? `c/${connectionId}`;
    const note = (kind: NoteKind): TreeNode => ({
      type: 'note',
      id: `${prefix}/!${kind}`,
      connectionId,
      parent,
      note: kind,
    });
    const notes: TreeNode[] = [];
    if (failure !== undefined) notes.push(note('failure'));
    else if (keys.length === 0 && isActive(this.input.filter)) notes.push(note('noMatch'));
    else if (keys.length === 0 && unreadable.length === 0 && loadedAt !== undefined && !isLoading) {
      notes.push(note('empty'));
    }
    const rows = this.#below(parent, keys, groupings[this.input.grouping], connectionId);
    const broken = unreadable.map((_, index): TreeNode => {
      return { type: 'unreadable', id: `${prefix}/?${index}`, connectionId, parent, index };
    });
    const legacy: TreeNode[] =
      this.legacy(connectionId).length === 0
        ? []
        : [{ type: 'legacy', id: `${prefix}/legacy`, connectionId, parent }];
    return [...notes, ...rows, ...broken, ...legacy];
  }

  #usersOf(parent: KeyNode): readonly TreeNode[] {
    const { connectionId, keyId } = parent;
    const usage = this.usage(connectionId, keyId);
    const note = (kind: NoteKind): readonly TreeNode[] => [
      { type: 'note', id: `${parent.id}/!${kind}`, connectionId, parent, note: kind },
    ];
    if (!usage) return note(this.input.clustersFailed(connectionId) ? 'clustersFailed' : 'clustersLoading');
    const rows = this.#clusterRows(parent, [...usage.clusters, ...usage.legacy]);
    return rows.length === 0 ? note('noCluster') : rows;
  }

  #clusterRows(parent: KeyNode | LegacyNode, clusters: readonly Cluster[]): readonly TreeNode[] {
    return clusters.map(({ id }) => {
      const { connectionId } = parent;
      return { type: 'cluster', id: `${parent.id}/${id}`, connectionId, parent, clusterId: id };
    });
  }

  #below(
    parent: TreeNode | undefined,
    keys: readonly Key[],
    levels: readonly Dimension[],
    connectionId = parent?.connectionId ?? '',
  ): readonly TreeNode[] {
    const prefix = parent?.id ?? `c/${connectionId}`;
    const [dimension] = levels;
    if (!dimension) {
      return [...keys]
        .sort(byName)
        .map(({ id }) => ({ type: 'key', id: `${prefix}/${id}`, connectionId, parent, keyId: id }));
    }
    return groupBy(dimension, keys).map(group => {
      const id = `${prefix}/${dimension}=${group.value ?? ''}`;
      this.#members.set(id, group.keys);
      return { type: 'group', id, connectionId, parent, dimension, value: group.value };
    });
  }

  #levelsBelow(group: GroupNode): readonly Dimension[] {
    const levels: readonly Dimension[] = groupings[this.input.grouping];
    return levels.slice(levels.indexOf(group.dimension) + 1);
  }
}

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

/** By name as people sort names; keys without one come last, by id. */
function byName(a: Key, b: Key): number {
  if (a.displayName === undefined || b.displayName === undefined) {
    if (a.displayName !== b.displayName) return a.displayName === undefined ? 1 : -1;
    return collator.compare(a.id, b.id);
  }
  return collator.compare(a.displayName, b.displayName) || collator.compare(a.id, b.id);
}
