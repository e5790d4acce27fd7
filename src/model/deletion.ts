import type { Cluster } from './cluster';
import type { Key } from './key';
import type { SeenClusters } from './usage';
import { usageOf } from './usage';

/** What speaks against deleting a key's registration. */
export interface DeletionRisk {
  readonly key: Key;
  readonly clusters: readonly Cluster[];
  /** In use, and no cluster is to be seen: hidden from these credentials, or deleted within the last five days. */
  readonly isHeldUnseen: boolean;
  /** Not known to be free: the id is to be typed. */
  readonly isRisky: boolean;
}

/** `seen` is undefined where the clusters could not be listed: then nothing is known to be free but by its state. */
export function deletionRisk(key: Key, seen: SeenClusters | undefined): DeletionRisk {
  const clusters = seen ? usageOf(key, seen.clusters).clusters : [];
  const isFree = key.state === 'AVAILABLE' && clusters.length === 0;
  return {
    key,
    clusters,
    isHeldUnseen: key.state !== 'AVAILABLE' && clusters.length === 0,
    isRisky: !isFree,
  };
}
