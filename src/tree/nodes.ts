import type { Dimension } from '../model/grouping';

/** What is wrong, or not there: a row instead of keys or clusters, or above them. */
export type NoteKind = 'failure' | 'empty' | 'noMatch' | 'clustersLoading' | 'clustersFailed' | 'noCluster';

/**
 * A row of the tree. Nodes say which row it is and nothing of what it shows, so that a row stays the same row
 * while its content changes.
 */
export type TreeNode =
  ConnectionNode | GroupNode | KeyNode | ClusterNode | LegacyNode | UnreadableNode | NoteNode | MoreNode;

interface Row {
  /** Unique in the whole tree, and the same after a refresh. */
  readonly id: string;
  readonly connectionId: string;
  readonly parent: TreeNode | undefined;
}

export interface ConnectionNode extends Row {
  readonly type: 'connection';
}

export interface GroupNode extends Row {
  readonly type: 'group';
  readonly dimension: Dimension;
  readonly value: string | undefined;
}

export interface KeyNode extends Row {
  readonly type: 'key';
  readonly keyId: string;
}

/** A cluster, below the key that it uses or below the legacy ones. */
export interface ClusterNode extends Row {
  readonly type: 'cluster';
  readonly clusterId: string;
}

/** The clusters whose keys are older than the BYOK API. */
export interface LegacyNode extends Row {
  readonly type: 'legacy';
}

/** An item of the list that could not be read. */
export interface UnreadableNode extends Row {
  readonly type: 'unreadable';
  readonly index: number;
}

export interface NoteNode extends Row {
  readonly type: 'note';
  readonly note: NoteKind;
}

/** Stands for the rest of a long group. */
export interface MoreNode extends Row {
  readonly type: 'more';
  /** How many keys that is. */
  readonly hidden: number;
}

/** Whether it is a row of the tree, and not only what names a key as one does. */
export function isTreeNode(value: unknown): value is TreeNode {
  return typeof value === 'object' && value !== null && 'type' in value && 'id' in value;
}

export function isKeyNode(value: unknown): value is KeyNode {
  return typeof value === 'object' && value !== null && 'type' in value && value.type === 'key';
}
