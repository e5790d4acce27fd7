import type { Cluster } from './cluster';

/**
 * Where the Confluent Cloud console shows a cluster, as Confluent's own extension links to it; undefined for an id
 * that is none, and for an endpoint that the public console does not belong to.
 */
export function clusterAddress(
  { id, environmentId }: Pick<Cluster, 'id' | 'environmentId'>,
  endpoint: string,
): string | undefined {
  if (endpoint !== 'https://api.confluent.cloud') return undefined;
  if (!/^lkc-[a-z0-9]+$/.test(id) || !/^(env|t)[a-z0-9-]+$/.test(environmentId)) return undefined;
  return `https://confluent.cloud/environments/${environmentId}/clusters/${id}`;
}
