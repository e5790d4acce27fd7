import { isJsonObject, isNestedDeeper, type JsonObject, type JsonValue } from '../model/json';
import {
  knownPhases,
  knownProviders,
  knownStates,
  type CloudKey,
  type Key,
  type Provider,
  type UnreadableKey,
  type Validation,
} from '../model/key';
import { cleanText } from './cleanText';
import { idIn, identifierLimit, objectIn, textIn, wordIn } from './fields';
import { parseTime } from './parseTime';

const messageLimit = 1000;

/** Far more than a key has, and far less than what the stack holds. */
const deepest = 100;

/** What stands for a provider or a state that the service left out. */
const unsaid = 'UNKNOWN';

/** A key out of an answer in any shape since 2023, or why it is none. Never throws. */
export function decodeKey(raw: JsonValue): Key | UnreadableKey {
  if (!isJsonObject(raw)) return unreadable(raw, undefined, 'not an object');
  const id = idIn(raw['id']);
  if (isNestedDeeper(raw, deepest)) return unreadable(null, id, 'nested too deeply');
  if (id === undefined) return unreadable(raw, textIn(raw['id']), 'no usable id');
  const cloudKey = decodeCloudKey(raw['key']);
  if (typeof cloudKey === 'string') return unreadable(raw, id, cloudKey);
  const metadata = objectIn(raw['metadata']);
  return {
    id,
    displayName: textIn(raw['display_name']),
    provider: wordIn(raw['provider'], knownProviders) ?? providerOf(cloudKey),
    state: wordIn(raw['state'], knownStates) ?? unsaid,
    validation: decodeValidation(objectIn(raw['validation'])),
    cloudKey,
    resourceName: textIn(metadata['resource_name'], identifierLimit),
    createdAt: parseTime(metadata['created_at']),
    updatedAt: parseTime(metadata['updated_at']),
    raw,
  };
}

export function isUnreadable(item: Key | UnreadableKey): item is UnreadableKey {
  return 'reason' in item;
}

export function isReadable(item: Key | UnreadableKey): item is Key {
  return !isUnreadable(item);
}

function unreadable(raw: JsonValue, id: string | undefined, reason: string): UnreadableKey {
  return { id, reason, raw };
}

/** The cloud's half of a key, or why it cannot be read. */
function decodeCloudKey(value: JsonValue | undefined): CloudKey | string {
  if (!isJsonObject(value)) return 'no key object';
  const apiKind = textIn(value['kind']);
  if (apiKind === undefined) return 'no key.kind';
  const text = (name: string) => textIn(value[name], identifierLimit);
  // Some services of Confluent spell the kind with its group and version, as in `byok.v1.AwsKey`.
  switch (apiKind.slice(apiKind.lastIndexOf('.') + 1)) {
    case 'AwsKey': {
      const keyArn = text('key_arn');
      return keyArn === undefined ? 'no key.key_arn' : { kind: 'AwsKey', keyArn, roles: rolesIn(value) };
    }
    case 'AzureKey': {
      const keyId = text('key_id');
      const keyVaultId = text('key_vault_id');
      const tenantId = text('tenant_id');
      if (keyId === undefined) return 'no key.key_id';
      if (keyVaultId === undefined) return 'no key.key_vault_id';
      if (tenantId === undefined) return 'no key.tenant_id';
      return { kind: 'AzureKey', keyId, keyVaultId, tenantId, applicationId: text('application_id') };
    }
    case 'GcpKey': {
      const keyId = text('key_id');
      return keyId === undefined
        ? 'no key.key_id'
        : { kind: 'GcpKey', keyId, securityGroup: text('security_group') };
    }
    default:
      return { kind: 'unknown', apiKind, raw: value };
  }
}

function rolesIn(awsKey: JsonObject): readonly string[] {
  const roles = awsKey['roles'];
  if (!Array.isArray(roles)) return [];
  return roles.filter(role => typeof role === 'string').map(role => cleanText(role, identifierLimit));
}

function providerOf(cloudKey: CloudKey): Provider {
  switch (cloudKey.kind) {
    case 'AwsKey':
      return 'AWS';
    case 'AzureKey':
      return 'Azure';
    case 'GcpKey':
      return 'GCP';
    case 'unknown':
      return unsaid;
  }
}

function decodeValidation(validation: JsonObject): Validation | undefined {
  const phase = wordIn(validation['phase'], knownPhases);
  if (phase === undefined) return undefined;
  return {
    phase,
    message: textIn(validation['message'], messageLimit),
    since: parseTime(validation['since']),
    region: textIn(validation['region']),
  };
}
