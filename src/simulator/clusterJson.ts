import type { JsonObject } from '../model/json';
import type { SimulatedCluster } from './organization';
import { metadata, reference } from './resourceMetadata';
import type { State } from './state';

/** A Kafka cluster as the service says it. */
export function clusterJson(cluster: SimulatedCluster, base: string, state: State): JsonObject {
  const { id, environmentId, keyId } = cluster;
  const organization = `organization=${state.organization.id}`;
  const environment = `${organization}/environment=${environmentId}`;
  const host = `${id}.${cluster.region}.${cluster.cloud.toLowerCase()}.confluent.cloud`;
  return {
    api_version: 'cmk/v2',
    kind: 'Cluster',
    id,
    metadata: metadata(cluster, `${base}/cmk/v2/clusters/${id}`, `${environment}/cloud-cluster=${id}`),
    spec: {
      display_name: cluster.displayName,
      availability: cluster.availability,
      cloud: cluster.cloud,
      region: cluster.region,
      config: configJson(cluster),
      kafka_bootstrap_endpoint: `${host}:9092`,
      http_endpoint: `https://${host}:443`,
      deletion_protection: cluster.deletionProtection ?? false,
      environment: reference(environmentId, `${base}/org/v2/environments/${environmentId}`, environment),
      ...(keyId === undefined
        ? {}
        : { byok: reference(keyId, `${base}/byok/v1/keys/${keyId}`, `${organization}/key=${keyId}`) }),
    },
    status: {
      phase: state.now() < cluster.provisionedAt ? 'PROVISIONING' : 'PROVISIONED',
      ...(cluster.cku === undefined ? {} : { cku: cluster.cku }),
    },
  };
}

function configJson({ type, cku, legacyEncryptionKey }: SimulatedCluster): JsonObject {
  return {
    kind: type,
    ...(type === 'Dedicated' ? { cku: cku ?? 1 } : {}),
    ...(legacyEncryptionKey === undefined ? {} : { encryption_key: legacyEncryptionKey }),
  };
}
