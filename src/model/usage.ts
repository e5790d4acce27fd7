import type { Cluster, Environment } from './cluster';
import type { Key } from './key';
import { cloudIdentifier } from './key';

/** The clusters of an organization, as far as the credentials see them. */
export interface SeenClusters {
  readonly environments: readonly Environment[];
  /** The environments among them whose clusters could not be listed. */
  readonly closed: readonly Environment[];
  readonly clusters: readonly Cluster[];
  /** In ms since 1970. */
  readonly loadedAt: number;
}

/** What is known about who uses a key. */
export interface KeyUsage {
  /** The clusters that were created with the registered key. */
  readonly clusters: readonly Cluster[];
  /** The clusters from before the BYOK API that name the same key in its cloud. */
  readonly legacy: readonly Cluster[];
}

export function usageOf(key: Key, clusters: readonly Cluster[]): KeyUsage {
  const identifier = cloudIdentifier(key.cloudKey);
  return {
    clusters: clusters.filter(({ keyId }) => keyId === key.id),
    legacy: clusters.filter(
      ({ keyId, legacyEncryptionKey }) =>
        keyId !== key.id && legacyEncryptionKey !== undefined && legacyEncryptionKey === identifier,
    ),
  };
}

/** Clusters that are encrypted by a key which this API does not know: they were created before it. */
export function legacyClusters(clusters: readonly Cluster[]): readonly Cluster[] {
  return clusters.filter(
    ({ keyId, legacyEncryptionKey }) => keyId === undefined && legacyEncryptionKey !== undefined,
  );
}
