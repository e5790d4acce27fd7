import { decodeKey, isUnreadable } from '../src/api/decodeKey';
import type { Connection } from '../src/connections/connection';
import type { Cluster } from '../src/model/cluster';
import type { JsonObject } from '../src/model/json';
import type { Key } from '../src/model/key';
import type { ConnectionKeys } from '../src/stores/keyStore';

/** What a test says about a key; the rest is an AWS key that is available and valid. */
export interface KeyParts {
  readonly name?: string | undefined;
  readonly provider?: string;
  readonly state?: string;
  /** `null` for an answer in the shape of 2023, without validation. */
  readonly phase?: string | null;
  readonly message?: string;
  /** Where the key is; `null` for one that does not say. */
  readonly region?: string | null;
  readonly createdAt?: string;
}

/** A key as the service sends it. */
export function keyJson(id: string, parts: KeyParts = {}): JsonObject {
  const {
    name,
    provider = 'AWS',
    state = 'AVAILABLE',
    phase = 'VALID',
    message,
    region = 'eu-west-1',
  } = parts;
  const { createdAt = '2026-01-01T00:00:00Z' } = parts;
  return {
    api_version: 'byok/v1',
    kind: 'Key',
    id,
    metadata: { self: `https://api.confluent.cloud/byok/v1/keys/${id}`, created_at: createdAt },
    ...(name === undefined ? {} : { display_name: name }),
    key: cloudKeyJson(id, provider, region ?? 'nowhere'),
    provider,
    state,
    ...(phase === null
      ? {}
      : {
          validation: {
            phase,
            since: createdAt,
            ...(message === undefined ? {} : { message }),
            ...(region === null ? {} : { region }),
          },
        }),
  };
}

/** The key that the client makes of {@link keyJson}. */
export function someKey(id: string, parts: KeyParts = {}): Key {
  const key = decodeKey(keyJson(id, parts));
  if (isUnreadable(key)) throw new Error(`The key ${id} cannot be read: ${key.reason}`);
  return key;
}

export function someConnection(id: string, parts: Partial<Connection> = {}): Connection {
  return { id, label: id.toUpperCase(), endpoint: 'https://api.confluent.cloud', kind: 'bearer', ...parts };
}

/** Keys that were loaded in good order, unless `parts` say otherwise. */
export function loadedKeys(
  connectionId: string,
  keys: readonly Key[],
  parts: Partial<ConnectionKeys> = {},
): ConnectionKeys {
  const fresh = { unreadable: [], isLoading: false, loadedAt: 1, failure: undefined };
  return { connectionId, keys, ...fresh, ...parts };
}

export function someCluster(id: string, parts: Partial<Cluster> = {}): Cluster {
  return {
    id,
    displayName: undefined,
    environmentId: 'env-1',
    cloud: 'AWS',
    region: 'eu-west-1',
    type: 'Dedicated',
    phase: 'PROVISIONED',
    keyId: undefined,
    legacyEncryptionKey: undefined,
    ...parts,
  };
}

function cloudKeyJson(id: string, provider: string, region: string): JsonObject {
  switch (provider) {
    case 'AWS':
      return { kind: 'AwsKey', key_arn: `arn:aws:kms:${region}:111122223333:key/${id}`, roles: [] };
    case 'Azure':
      return {
        kind: 'AzureKey',
        key_id: `https://vault.vault.azure.net/keys/${id}`,
        key_vault_id:
          '/subscriptions/00000000-1111-2222-3333-444444444444/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/vault',
        tenant_id: '99998888-7777-6666-5555-444433332222',
      };
    case 'GCP':
      return { kind: 'GcpKey', key_id: `projects/p/locations/${region}/keyRings/r/cryptoKeys/${id}` };
    default:
      return { kind: `${provider}Key`, key_name: id };
  }
}
