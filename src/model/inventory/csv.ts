import { isoTime } from './isoTime';
import type { Inventory, InventoryFinding, InventoryKey, InventoryLegacy } from './inventory';

/** A record of the CSV: each value by the name of its column. */
type CsvRecord = Partial<Readonly<Record<Column, string | undefined>>>;

/** The columns, spelled as the API spells what it has. They never change their order; new ones come at the end. */
const columns = [
  'kind',
  'id',
  'display_name',
  'provider',
  'state',
  'validation_phase',
  'validation_since',
  'validation_message',
  'region',
  'cloud_identifier',
  'aws_account',
  'azure_subscription',
  'azure_resource_group',
  'azure_vault',
  'azure_tenant_id',
  'gcp_project',
  'gcp_location',
  'gcp_key_ring',
  'key_name',
  'aws_roles',
  'azure_application_id',
  'gcp_security_group',
  'created_at',
  'updated_at',
  'resource_name',
  'clusters',
  'cluster_names',
  'environments',
  'environment_names',
  'environments_looked_at',
  'findings',
  'muted_findings',
  'problem',
] as const;
export type Column = (typeof columns)[number];

/** Between several values of one cell. */
const several = '; ';

/**
 * The inventory as RFC 4180 has it: a header, a record for each registered key, then those for legacy keys and for what
 * could not be read; every cell in quotes, lines end with CRLF. Each cell is defused: see {@link defused}.
 */
export function csvOf(inventory: Inventory): string {
  const lookedAt = lookedAtOf(inventory);
  const records: readonly CsvRecord[] = [
    ...inventory.keys.map(keyRecord),
    ...inventory.legacy.map(legacyRecord),
    ...inventory.unreadable.map(({ id, reason }) => ({ kind: 'unreadable', id, problem: reason })),
  ];
  const lines = [
    columns.map(quoted),
    ...records.map(record =>
      columns.map(column => quoted(column === 'environments_looked_at' ? lookedAt : (record[column] ?? ''))),
    ),
  ];
  return lines.map(cells => `${cells.join(',')}\r\n`).join('');
}

/**
 * The text with an apostrophe wherever a spreadsheet could begin to read a formula, which it then shows as text: at the
 * start, and behind anything that some language takes to separate cells, before = + - @ and their wide forms, before a
 * tab or the end of a line, and before an apostrophe, so that {@link fused} can take back exactly what was put in.
 */
export function defused(text: string): string {
  return text.replace(/(?<=^|[,;|\t\r\n])(?=\s*['=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n])/g, "'");
}

/** What {@link defused} was given: each apostrophe at the start, or right behind what separates cells, goes. */
export function fused(text: string): string {
  return text.replace(/(?<=^|[,;|\t\r\n])'/g, '');
}

function quoted(text: string): string {
  return `"${defused(text).replaceAll('"', '""')}"`;
}

function keyRecord({ key, cloudIdentifier, region, parts, clusters, findings }: InventoryKey): CsvRecord {
  const { cloudKey, validation } = key;
  return {
    kind: 'registered',
    id: key.id,
    display_name: key.displayName,
    provider: key.provider,
    state: key.state,
    validation_phase: validation?.phase,
    validation_since: isoTime(validation?.since),
    validation_message: validation?.message,
    region,
    cloud_identifier: cloudIdentifier,
    aws_account: parts.account,
    azure_subscription: parts.subscription,
    azure_resource_group: parts.resourceGroup,
    azure_vault: parts.vault,
    azure_tenant_id: parts.tenantId,
    gcp_project: parts.project,
    gcp_location: parts.location,
    gcp_key_ring: parts.keyRing,
    key_name: parts.keyName,
    aws_roles: cloudKey.kind === 'AwsKey' ? cloudKey.roles.join(several) : undefined,
    azure_application_id: cloudKey.kind === 'AzureKey' ? cloudKey.applicationId : undefined,
    gcp_security_group: cloudKey.kind === 'GcpKey' ? cloudKey.securityGroup : undefined,
    created_at: isoTime(key.createdAt),
    updated_at: isoTime(key.updatedAt),
    resource_name: key.resourceName,
    ...clusterCells(clusters ?? []),
    ...findingCells(findings),
    problem: cloudKey.kind === 'unknown' ? `unknown kind ${cloudKey.apiKind}` : undefined,
  };
}

function legacyRecord({ cloudIdentifier, cluster, findings }: InventoryLegacy): CsvRecord {
  return {
    kind: 'legacy',
    cloud_identifier: cloudIdentifier,
    ...clusterCells([cluster]),
    ...findingCells(findings),
  };
}

function clusterCells(clusters: readonly InventoryLegacy['cluster'][]): CsvRecord {
  const environments = new Map(
    clusters.map(({ environmentId, environment }) => [environmentId, environment]),
  );
  return {
    clusters: clusters.map(({ id }) => id).join(several),
    cluster_names: clusters.map(({ displayName }) => displayName ?? '').join(several),
    environments: [...environments.keys()].join(several),
    environment_names: [...environments.values()]
      .map(environment => environment?.displayName ?? '')
      .join(several),
  };
}

function findingCells(findings: readonly InventoryFinding[]): CsvRecord {
  return {
    findings: findings.flatMap(({ rule, mute }) => (mute ? [] : [rule])).join(several),
    muted_findings: findings
      .flatMap(({ rule, mute }) => (mute ? [`${rule} (${mute.reason})`] : []))
      .join(several),
  };
}

/** "3 of 4", which tells no cluster from nobody looked. */
function lookedAtOf({ environments }: Inventory): string {
  if (!environments) return 'none';
  const { seen, closed } = environments;
  return `${seen.length - closed.length} of ${seen.length}`;
}
