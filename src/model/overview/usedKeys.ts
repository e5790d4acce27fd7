import { byText } from '../byText';
import type { Cluster } from '../cluster';
import type { Key } from '../key';

/** A key that clusters have, or that is in use by clusters which are not seen. */
export interface UsedKey {
  readonly key: Key;
  readonly clusters: readonly Cluster[];
}

/** Those without a cluster that is seen first, then those with the most clusters; with equally many, by name. */
export function usedKeys(keys: readonly Key[], clusters: readonly Cluster[]): readonly UsedKey[] {
  const clustersOf = Map.groupBy(clusters, ({ keyId }) => keyId);
  return keys
    .flatMap((key): readonly UsedKey[] => {
      const own = clustersOf.get(key.id) ?? [];
      return key.state === 'AVAILABLE' && own.length === 0 ? [] : [{ key, clusters: own }];
    })
    .sort(byNeed);
}

/** The order of {@link usedKeys}, for those of several organizations. */
export function byNeed(a: UsedKey, b: UsedKey): number {
  return (
    need(b) - need(a) ||
    byText(a.key.displayName ?? a.key.id, b.key.displayName ?? b.key.id) ||
    byText(a.key.id, b.key.id)
  );
}

function need({ clusters }: UsedKey): number {
  return clusters.length === 0 ? Infinity : clusters.length;
}
