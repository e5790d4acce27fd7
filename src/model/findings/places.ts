import type { Cluster } from '../cluster';
import type { Key } from '../key';
import { knownProviders } from '../key';
import { regionOf } from '../region';
import type { Estate } from './estate';
import { multiRegionOf } from './googleMultiRegion';
import { clusterEvidence, type Found, type Rule } from './rule';

/**
 * A cluster in one cloud with a key in another, which cannot be: key and cluster are in the same region (Confluent's
 * documentation). The clouds are `AWS`, `AZURE`, `GCP` for clusters and `AWS`, `Azure`, `GCP` for keys.
 */
export const otherCloud: Rule = {
  rule: 'otherCloud',
  about: 'key',
  severity: 'error',
  needs: 'clusters',
  look: (key, estate) => elsewhere(key, estate, cluster => isOtherCloud(key, cluster)),
};

/** A cluster in another region than its key, of the same cloud: key and cluster are in the same region (Confluent's documentation). */
export const otherRegion: Rule = {
  rule: 'otherRegion',
  about: 'key',
  severity: 'warning',
  needs: 'clusters',
  look(key, estate) {
    if (estate.clustersOf(key).length === 0) return undefined;
    // A location of more than one region is a finding of its own.
    if (key.validation?.region === undefined && multiRegionOf(key) !== undefined) return undefined;
    const region = regionOf(key);
    if (region === undefined) return undefined;
    return elsewhere(
      key,
      estate,
      cluster =>
        !isOtherCloud(key, cluster) && cluster.region !== '' && plain(cluster.region) !== plain(region),
    );
  },
};

function elsewhere(key: Key, estate: Estate, isElsewhere: (cluster: Cluster) => boolean): Found | undefined {
  const clusters = estate.clustersOf(key).filter(isElsewhere);
  if (clusters.length === 0) return undefined;
  return {
    clusters,
    evidence: [
      { code: 'place', provider: key.provider, region: regionOf(key) },
      ...clusterEvidence(clusters),
    ],
  };
}

/** A cloud that came later, or that the service did not tell, is no evidence of anything. */
function isOtherCloud({ provider }: Key, { cloud }: Cluster): boolean {
  if (provider === cloud) return false;
  const [ofKey, ofCluster] = [provider.toUpperCase(), cloud.toUpperCase()];
  return clouds.has(ofKey) && clouds.has(ofCluster) && ofKey !== ofCluster;
}

const clouds: ReadonlySet<string> = new Set(knownProviders.map(provider => provider.toUpperCase()));

/** Azure's regions have a name for people, too: `West Europe` is `westeurope`. */
function plain(region: string): string {
  return region.replaceAll(' ', '').toLowerCase();
}
