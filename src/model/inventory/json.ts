import type { Environment } from '../cluster';
import type { Evidence } from '../findings/finding';
import { isoTime } from './isoTime';
import type { Inventory, InventoryCluster, InventoryFinding, InventoryKey } from './inventory';

/** Grows when a member is renamed or goes; others may come at any time. */
const formatVersion = 1;

/** The inventory as JSON, spelled as the API spells what it has: what is not known is left out, or `null` where it could be taken for none. */
export function jsonOf(inventory: Inventory): string {
  const { organization, environments, quota, keys, legacy, unreadable, otherFindings } = inventory;
  const document = {
    format: 'confluent-byok-inventory',
    version: formatVersion,
    organization,
    quota: quota ?? null,
    environments: environments
      ? { seen: environments.seen.map(named), closed: environments.closed.map(named) }
      : null,
    keys: keys.map(keyJson),
    legacy_keys: legacy.map(({ cloudIdentifier, cluster, findings: own }) => ({
      cloud_identifier: cloudIdentifier,
      cluster: clusterJson(cluster),
      findings: own.map(findingJson),
    })),
    unreadable: unreadable.map(({ id, reason }) => ({ id, reason })),
    other_findings: otherFindings.map(findingJson),
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

function keyJson({ key, cloudIdentifier, region, parts, clusters, findings }: InventoryKey) {
  const { cloudKey, validation } = key;
  return {
    id: key.id,
    display_name: key.displayName,
    provider: key.provider,
    state: key.state,
    validation: validation && {
      phase: validation.phase,
      since: isoTime(validation.since),
      message: validation.message,
      region: validation.region,
    },
    region,
    cloud_identifier: cloudIdentifier,
    cloud: {
      kind: cloudKey.kind === 'unknown' ? cloudKey.apiKind : cloudKey.kind,
      account: parts.account,
      subscription: parts.subscription,
      resource_group: parts.resourceGroup,
      vault: parts.vault,
      tenant_id: parts.tenantId,
      project: parts.project,
      location: parts.location,
      key_ring: parts.keyRing,
      key_name: parts.keyName,
      roles: cloudKey.kind === 'AwsKey' ? cloudKey.roles : undefined,
      application_id: cloudKey.kind === 'AzureKey' ? cloudKey.applicationId : undefined,
      security_group: cloudKey.kind === 'GcpKey' ? cloudKey.securityGroup : undefined,
    },
    created_at: isoTime(key.createdAt),
    updated_at: isoTime(key.updatedAt),
    resource_name: key.resourceName,
    clusters: clusters?.map(clusterJson) ?? null,
    findings: findings.map(findingJson),
  };
}

function clusterJson({
  id,
  displayName,
  environmentId,
  environment,
  cloud,
  region,
  type,
  phase,
}: InventoryCluster) {
  return {
    id,
    display_name: displayName,
    environment: named(environment ?? { id: environmentId, displayName: undefined }),
    cloud,
    region,
    type,
    phase,
  };
}

function findingJson({ id, rule, severity, evidence, mute }: InventoryFinding) {
  return {
    id,
    rule,
    severity,
    evidence: evidence.map(evidenceJson),
    muted: mute && { reason: mute.reason, since: isoTime(mute.at) },
  };
}

function evidenceJson(evidence: Evidence) {
  switch (evidence.code) {
    case 'invalidSince':
    case 'waitingSince':
    case 'availableSince':
    case 'unseenSince':
      return { code: evidence.code, at: isoTime(evidence.at) };
    case 'cluster':
    case 'legacyCluster':
      return { code: evidence.code, cluster: evidence.cluster.id };
    case 'sameKey':
      return { code: evidence.code, key: evidence.keyId };
    default:
      return evidence;
  }
}

function named({ id, displayName }: Environment) {
  return { id, display_name: displayName };
}
