import type { CloudKey, Key } from '../model/key';
import { cloudIdentifier } from '../model/key';
import { regionOf } from '../model/region';
import type { SeenClusters } from '../model/usage';
import { usageOf } from '../model/usage';
import { validationAdvice } from '../model/validationAdvice';
import { explainAdvice } from '../words/explain';
import { clip, defined, time } from './toolAnswer';

/** How many clusters, or roles, of one key are listed. */
const most = 20;

/** A key in a list: which it is, and how it does. */
export function keyRow(connectionId: string, key: Key): object {
  const { id, displayName, provider, state, validation, cloudKey, createdAt } = key;
  return defined({
    id: clip(id, 255),
    name: clipped(displayName),
    organization: connectionId,
    provider: clip(provider),
    state: clip(state),
    validation: clipped(validation?.phase),
    validationMessage: validation?.phase === 'VALID' ? undefined : clipped(validation?.message, 400),
    region: clipped(regionOf(key)),
    cloudIdentifier: clipped(cloudIdentifier(cloudKey), 500),
    createdAt: createdAt === undefined ? undefined : time(createdAt),
  });
}

/** All that is known about a key. */
export function keyDetails(connectionId: string, key: Key, seen: SeenClusters | undefined): object {
  const { validation, updatedAt, cloudKey, resourceName } = key;
  return {
    ...keyRow(connectionId, key),
    ...defined({
      validationSince: validation?.since === undefined ? undefined : time(validation.since),
      updatedAt: updatedAt === undefined ? undefined : time(updatedAt),
      resourceName: clipped(resourceName, 500),
    }),
    cloudKey: cloudKeyRow(cloudKey),
    ...adviceFor(key),
    clusters: clusterRows(key, seen),
  };
}

/** What a key that is not valid needs. A guess from the message, as everywhere. */
export function adviceFor({ provider, validation }: Key): object {
  switch (validation?.phase) {
    case 'INVALID': {
      const { cause, fixes } = validationAdvice(provider, validation.message);
      return { likelyCause: explainAdvice(cause), whatHelps: fixes.map(explainAdvice) };
    }
    case 'INITIALIZING':
      return {
        whatHelps: [
          'Confluent has not been able to use the key yet. Grant it access in the cloud of the key: byok_explainGrant has the grant.',
        ],
      };
    default:
      return {};
  }
}

function cloudKeyRow(cloudKey: CloudKey): object {
  switch (cloudKey.kind) {
    case 'AwsKey': {
      const roles = cloudKey.roles.slice(0, most).map(role => clip(role, 500));
      return { keyArn: clip(cloudKey.keyArn, 500), confluentRoles: roles };
    }
    case 'AzureKey': {
      const { keyId, keyVaultId, tenantId, applicationId } = cloudKey;
      return defined({
        keyId: clip(keyId, 500),
        keyVaultId: clip(keyVaultId, 500),
        tenantId: clip(tenantId),
        confluentApplicationId: clipped(applicationId),
      });
    }
    case 'GcpKey':
      return defined({
        keyId: clip(cloudKey.keyId, 500),
        confluentSecurityGroup: clipped(cloudKey.securityGroup),
      });
    case 'unknown':
      return { kind: clip(cloudKey.apiKind), note: 'This kind of key is newer than this extension.' };
  }
}

function clusterRows(key: Key, seen: SeenClusters | undefined): object {
  if (!seen)
    return {
      note: 'Nobody has asked for the clusters yet: call again with "includeClusters": true to know them.',
    };
  const usage = usageOf(key, seen.clusters);
  const found = [...usage.clusters, ...usage.legacy];
  return defined({
    asOf: time(seen.loadedAt),
    found: found.slice(0, most).map(({ id, displayName, environmentId, cloud, region, type, phase }) =>
      defined({
        id: clip(id, 255),
        name: clipped(displayName),
        environment: clip(environmentId, 255),
        cloud: clip(cloud),
        region: clip(region),
        type: clipped(type),
        phase: clipped(phase),
      }),
    ),
    notListed: found.length > most ? found.length - most : undefined,
    environmentsThatCouldNotBeListed: seen.closed.length === 0 ? undefined : seen.closed.length,
  });
}

function clipped(text: string | undefined, limit?: number): string | undefined {
  return text === undefined ? undefined : clip(text, limit);
}
