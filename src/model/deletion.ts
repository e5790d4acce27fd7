import type { Cluster } from './cluster';
import type { Key } from './key';
import type { SeenClusters } from './usage';
import { usageOf } from './usage';

/** In ms: for how long Confluent holds the key of a deleted cluster (Confluent's documentation). */
export const holdTime = 5 * 24 * 60 * 60_000;

/** What speaks against deleting a key's registration. */
export interface DeletionRisk {
  readonly key: Key;
  readonly clusters: readonly Cluster[];
  /** Why it can be in use without a cluster to be seen; undefined for a key that is not. */
  readonly unseenUse: UnseenUse | undefined;
  /** Not known to be free: the id is to be typed. */
  readonly isRisky: boolean;
}

export interface UnseenUse {
  /** When it was first seen so, in ms since 1970. */
  readonly since: number | undefined;
  /** Until when Confluent holds it at the latest, if its cluster was deleted; undefined once that is over, or unknown. */
  readonly heldUntil: number | undefined;
  /** No hold lasts as long as it was seen so: there is a cluster. */
  readonly hasCluster: boolean;
}

/** What was found out before a deletion. */
export interface FoundOut {
  /** Undefined where the clusters could not be listed: then nothing is known to be free but by its state. */
  readonly seen: SeenClusters | undefined;
  readonly heldSince: number | undefined;
  /** Whether the state is that of now, and not one of before. */
  readonly isFresh: boolean;
}

export function deletionRisk(key: Key, { seen, heldSince, isFresh }: FoundOut, now: number): DeletionRisk {
  const clusters = seen ? usageOf(key, seen.clusters).clusters : [];
  const isFree = key.state === 'AVAILABLE' && isFresh && clusters.length === 0;
  const isUnseen = key.state === 'IN_USE' && seen !== undefined && clusters.length === 0;
  return { key, clusters, unseenUse: isUnseen ? unseenUse(heldSince, now) : undefined, isRisky: !isFree };
}

/** `since`: when the key was first seen in use without a cluster, in ms since 1970. */
export function unseenUse(since: number | undefined, now: number): UnseenUse {
  const end = since === undefined ? undefined : since + holdTime;
  const isOver = end !== undefined && end <= now;
  return { since, heldUntil: isOver ? undefined : end, hasCluster: isOver };
}
