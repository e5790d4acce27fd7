import { Refusal, failure } from './answer';
import { type Call, jsonBody, type Operation, type Parts } from './call';
import { type ClusterInput, readClusterInput } from './clusterInput';
import { clusterJson } from './clusterJson';
import { visibleEnvironment } from './environments';
import { badParameter, conflict, unknownId } from './failures';
import type { SimulatedCluster } from './organization';
import type { ListKind } from './paging';

const list: ListKind = {
  apiVersion: 'cmk/v2',
  kind: 'ClusterList',
  resource: 'Cluster',
  maximum: 100,
  filters: ['environment', 'spec.network', 'spec.deletion_protection'],
};

export const listClusters: Operation = (call, parts) => {
  if (!call.query.has('page_token')) requiredEnvironment(call, parts);
  return parts.paging.list(
    call,
    list,
    filters => {
      const isProtected = filters.get('spec.deletion_protection');
      return parts.state
        .clusters(filters.get('environment') ?? '')
        .filter(
          cluster => isProtected === undefined || String(cluster.deletionProtection ?? false) === isProtected,
        )
        .filter(() => !filters.has('spec.network'));
    },
    cluster => clusterJson(cluster, call.base, parts.state),
  );
};

export const getCluster: Operation = (call, parts) => ({
  status: 200,
  json: clusterJson(known(call, parts), call.base, parts.state),
});

export const createCluster: Operation = (call, parts) => {
  const { state, behaviour } = parts;
  const { cku, keyId, legacyEncryptionKey, ...input } = readClusterInput(jsonBody(call));
  visibleEnvironment(input.environmentId, call, parts);
  if (legacyEncryptionKey !== undefined || (keyId !== undefined && !canHave(keyId, input, parts))) {
    // The wording was seen in a user's report, for a key that Confluent could not use yet.
    const detail = 'Cluster configuration is invalid. Reasons=[encryption_key_id]';
    throw new Refusal(failure(400, [{ code: 'bad_request', title: 'Bad Request', detail }]));
  }
  const cluster: SimulatedCluster = {
    ...input,
    id: state.mintId('lkc'),
    ...(cku === undefined ? {} : { cku }),
    ...(keyId === undefined ? {} : { keyId }),
    createdAt: state.now(),
    provisionedAt: state.now() + behaviour.provisioningDelay,
  };
  state.putCluster(cluster);
  const location = `${call.base}/cmk/v2/clusters/${cluster.id}`;
  return { status: 202, headers: { Location: location }, json: clusterJson(cluster, call.base, state) };
};

export const deleteCluster: Operation = (call, parts) => {
  const cluster = known(call, parts);
  if (cluster.deletionProtection === true) {
    const detail = `The cluster '${cluster.id}' is protected from deletion.`;
    return conflict(
      { code: 'resource_protected', title: 'Deletion Protected', detail },
      `${call.base}/cmk/v2/clusters/${cluster.id}`,
    );
  }
  parts.state.deleteCluster(cluster);
  return { status: 204 };
};

const clouds = { AwsKey: 'AWS', AzureKey: 'AZURE', GcpKey: 'GCP' } as const;

/** A key serves one cluster, of a type that allows it, in the key's own cloud and region, once it is VALID. */
function canHave(
  keyId: string,
  cluster: Pick<ClusterInput, 'cloud' | 'region' | 'type'>,
  { state }: Parts,
): boolean {
  const key = state.key(keyId);
  const byType =
    cluster.type === 'Dedicated' ||
    cluster.type === 'Enterprise' ||
    (cluster.type === 'Freight' && cluster.cloud === 'AWS');
  return (
    byType &&
    key?.validation.phase === 'VALID' &&
    clouds[key.cloudKey.kind] === cluster.cloud &&
    key.region === cluster.region &&
    !state.isInUse(keyId)
  );
}

function requiredEnvironment(call: Call, parts: Parts): string {
  const id = call.query.get('environment');
  if (!id) throw badParameter('environment', "The query parameter 'environment' is required.");
  return visibleEnvironment(id, call, parts).id;
}

function known(call: Call, parts: Parts): SimulatedCluster {
  const environmentId = requiredEnvironment(call, parts);
  const cluster = parts.state.cluster(call.id);
  if (cluster?.environmentId !== environmentId) {
    throw new Refusal(unknownId(parts.behaviour.unknownId, call.caller.id, call.id));
  }
  return cluster;
}
