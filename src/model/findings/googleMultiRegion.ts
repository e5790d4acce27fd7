import type { Key } from '../key';
import { clusterEvidence, type Rule } from './rule';

/**
 * A key of Google Cloud in a location of more than one region, such as `europe` or `global`: the key ring must be in
 * the region of the cluster (Confluent's documentation), which none of these is.
 */
export const googleMultiRegion: Rule = {
  rule: 'googleMultiRegion',
  about: 'key',
  severity: 'warning',
  look(key, estate) {
    const location = multiRegionOf(key);
    if (location === undefined) return undefined;
    const clusters = estate.clustersOf(key);
    return { clusters, evidence: [{ code: 'location', location }, ...clusterEvidence(clusters)] };
  },
};

/** The location of the key where it is not one region: those read like `europe-west1`, with a number at the end. */
export function multiRegionOf({ cloudKey }: Key): string | undefined {
  if (cloudKey.kind !== 'GcpKey') return undefined;
  const location = /(?:^|\/)projects\/[^/]+\/locations\/([^/]+)\//.exec(cloudKey.keyId)?.[1];
  return location === undefined || /^[a-z]+-[a-z]+\d+$/.test(location) ? undefined : location;
}
