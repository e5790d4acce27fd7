import type { JsonObject } from '../model/json';
import type { Behaviour } from './behaviour';
import type { Parts } from './call';
import type { SimulatedCloudKey, SimulatedKey, SimulatedValidation } from './organization';
import { metadata } from './resourceMetadata';
import type { State } from './state';

const providers = { AwsKey: 'AWS', AzureKey: 'Azure', GcpKey: 'GCP' } as const;

/** The key's provider as the API of the day spells it. */
export function providerOf(key: SimulatedKey, shape: Behaviour['shape']): string {
  const provider = providers[key.cloudKey.kind];
  return shape === '2023' ? provider.toUpperCase() : provider;
}

export function stateOf(key: SimulatedKey, state: State): 'AVAILABLE' | 'IN_USE' {
  return state.isInUse(key.id) ? 'IN_USE' : 'AVAILABLE';
}

/** A key as the service says it. */
export function keyJson(key: SimulatedKey, base: string, { state, behaviour, futureKey }: Parts): JsonObject {
  const current = behaviour.shape === 'current';
  const json: JsonObject = {
    api_version: 'byok/v1',
    kind: 'Key',
    id: key.id,
    metadata: metadata(
      key,
      `${base}/byok/v1/keys/${key.id}`,
      `organization=${state.organization.id}/key=${key.id}`,
    ),
    ...(current && key.displayName !== undefined ? { display_name: key.displayName } : {}),
    key: cloudKeyJson(key.cloudKey, behaviour.principals),
    provider: providerOf(key, behaviour.shape),
    state: stateOf(key, state),
    ...(current ? { validation: validationJson(key.validation) } : {}),
    ...key.overlay,
  };
  return behaviour.unknownEnums && futureKey ? futureKey(json, key.id) : json;
}

function cloudKeyJson(key: SimulatedCloudKey, principals: Behaviour['principals']): JsonObject {
  const assigned = principals === 'assigned';
  switch (key.kind) {
    case 'AwsKey':
      return { kind: key.kind, key_arn: key.keyArn, roles: assigned ? key.roles : [] };
    case 'AzureKey':
      return {
        kind: key.kind,
        key_id: key.keyId,
        key_vault_id: key.keyVaultId,
        tenant_id: key.tenantId,
        application_id: (assigned ? key.applicationId : undefined) ?? '',
      };
    case 'GcpKey':
      return {
        kind: key.kind,
        key_id: key.keyId,
        ...(assigned && key.securityGroup !== undefined ? { security_group: key.securityGroup } : {}),
      };
  }
}

function validationJson({ since, ...rest }: SimulatedValidation): JsonObject {
  return { ...rest, since: new Date(since).toISOString() };
}
