import { isJsonObject, type JsonObject, type JsonValue } from '../model/json';
import type { Behaviour } from './behaviour';
import { invalidBody } from './failures';
import type { SimulatedCloudKey } from './organization';

/** What somebody registers. */
export interface KeyInput {
  readonly displayName: string | undefined;
  readonly cloudKey: SimulatedCloudKey;
}

interface Problem {
  readonly pointer: string;
  readonly detail: string;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const azureKey = /^https:\/\/[^/?#]+\/keys\/[0-9A-Za-z-]+$/;
const azureKeyOrVersion = /^https:\/\/[^/?#]+\/keys\/[0-9A-Za-z-]+(\/[0-9a-f]{32})?$/;

// Confluent publishes no grammar: these are the cloud vendors', read generously.
const fields: Readonly<Record<string, Readonly<Record<string, RegExp>>>> = {
  AwsKey: { key_arn: /^arn:aws[a-z-]*:kms:[a-z0-9-]+:\d{12}:key\/[0-9A-Za-z-]+$/ },
  AzureKey: {
    key_id: azureKey,
    key_vault_id:
      /^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+\/providers\/Microsoft\.KeyVault\/[^/]+\/[^/]+$/i,
    tenant_id: uuid,
  },
  GcpKey: {
    key_id:
      /^projects\/[^/]+\/locations\/[^/]+\/keyRings\/[^/]+\/cryptoKeys\/[^/]+(\/cryptoKeyVersions\/\d+)?$/,
  },
};

/** Reads the body of a registration; refuses it with one entry for each thing that is wrong. */
export function readKeyInput(body: JsonObject, shape: Behaviour['shape']): KeyInput {
  const { display_name: displayName, key } = body;
  const problems: Problem[] = [];
  if (displayName !== undefined && typeof displayName !== 'string') {
    problems.push(wrongType('/display_name', 'string'));
  }
  problems.push(...problemsOf(key, shape));
  if (problems.length > 0 || !isJsonObject(key)) throw invalidBody(problems);
  return {
    displayName: shape === 'current' && typeof displayName === 'string' ? displayName : undefined,
    cloudKey: cloudKeyOf(key),
  };
}

function problemsOf(key: JsonValue | undefined, shape: Behaviour['shape']): readonly Problem[] {
  if (key === undefined) return [missing('/key')];
  if (!isJsonObject(key)) return [wrongType('/key', 'object')];
  const { kind } = key;
  if (kind === undefined) return [missing('/key/kind')];
  const grammar = Object.entries(fields).find(([name]) => name === kind)?.[1];
  if (grammar === undefined) {
    const detail = `The property '/key/kind' must be one of ${Object.keys(fields).join(', ')}`;
    return [{ pointer: '/key/kind', detail }];
  }
  return Object.entries(grammar).flatMap(([name, pattern]) => {
    const pointer = `/key/${name}`;
    const value = key[name];
    if (value === undefined) return [missing(pointer)];
    if (typeof value !== 'string') return [wrongType(pointer, 'string')];
    const right = pattern === azureKey && shape === '2023' ? azureKeyOrVersion : pattern;
    return right.test(value) ? [] : [{ pointer, detail: `The property '${pointer}' is not valid` }];
  });
}

function missing(pointer: string): Problem {
  return { pointer, detail: `The property '${pointer}' is required` };
}

function wrongType(pointer: string, type: string): Problem {
  return { pointer, detail: `The property '${pointer}' did not match the following type: ${type}` };
}

function cloudKeyOf(key: JsonObject): SimulatedCloudKey {
  const text = (name: string) => {
    const value = key[name];
    return typeof value === 'string' ? value : '';
  };
  switch (key['kind']) {
    case 'AwsKey':
      return { kind: 'AwsKey', keyArn: text('key_arn'), roles: [] };
    case 'AzureKey':
      return {
        kind: 'AzureKey',
        keyId: text('key_id'),
        keyVaultId: text('key_vault_id'),
        tenantId: text('tenant_id'),
        applicationId: undefined,
      };
    default:
      return { kind: 'GcpKey', keyId: text('key_id'), securityGroup: undefined };
  }
}
