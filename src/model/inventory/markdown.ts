import { code, table } from './markdownText';
import { isoTime } from './isoTime';
import type { Inventory, InventoryCluster, InventoryFinding, InventoryKey } from './inventory';
import type { InventoryTexts, TextName } from './inventoryTexts';

/** The inventory for people: a table of all keys, then each with all that is known. Times in UTC. */
export function markdownOf(inventory: Inventory, texts: InventoryTexts): string {
  const { keys, legacy, unreadable, otherFindings } = inventory;
  const { name } = texts;
  const parts = [
    `# ${texts.title(code(inventory.organization))}\n`,
    `${extentOf(inventory, texts)}\n`,
    findingList(otherFindings, texts),
    `## ${name.keys}\n`,
    table(
      [
        name.id,
        name.name,
        name.provider,
        name.region,
        name.state,
        name.validation,
        name.clusters,
        name.findings,
      ],
      keys.map(row => keyCells(row, texts)),
    ),
    ...(legacy.length === 0
      ? []
      : [
          `## ${name.legacy}\n`,
          table(
            [name.cloudKey, name.cluster, name.region, name.environment],
            legacy.map(({ cloudIdentifier, cluster }) => [
              code(cloudIdentifier),
              clusterText(cluster),
              code(cluster.region),
              environmentText(cluster),
            ]),
          ),
          findingList(
            legacy.flatMap(({ findings }) => findings),
            texts,
          ),
        ]),
    ...(unreadable.length === 0
      ? []
      : [
          `## ${name.unreadable}\n`,
          table(
            [name.id, name.problem],
            unreadable.map(({ id, reason }) => [code(id ?? ''), code(reason)]),
          ),
        ]),
    ...(keys.length === 0 ? [] : [`## ${name.details}\n`]),
    ...keys.map(row => details(row, texts)),
  ];
  return parts.filter(part => part !== '').join('\n');
}

/** How much of the quota is used, and where clusters were looked for. */
export function extentOf({ quota, keys, environments, clusters }: Inventory, texts: InventoryTexts): string {
  const { seen, closed } = environments ?? { seen: [], closed: [] };
  return [
    quota ? texts.quota(quota.used, quota.limit) : texts.keyCount(keys.length),
    environments
      ? texts.environments(seen.length - closed.length, seen.length, clusters?.length ?? 0)
      : texts.clustersUnknown,
  ].join(' ');
}

function keyCells(
  { key, region, clusters, findings }: InventoryKey,
  texts: InventoryTexts,
): readonly string[] {
  return [
    code(key.id),
    code(key.displayName ?? ''),
    code(texts.provider(key.provider)),
    code(region ?? ''),
    code(texts.state(key.state)),
    key.validation ? code(texts.phase(key.validation.phase)) : '',
    clusters ? clusters.map(clusterText).join(', ') : '?',
    titles(findings, texts),
  ];
}

function details(row: InventoryKey, texts: InventoryTexts): string {
  const { key, cloudIdentifier, region, parts, clusters, findings } = row;
  const { cloudKey, validation } = key;
  const facts: readonly (readonly [TextName, string | undefined])[] = [
    ['name', key.displayName],
    ['provider', texts.provider(key.provider)],
    ['region', region],
    ['state', texts.state(key.state)],
    ['validation', validation && texts.phase(validation.phase)],
    ['since', isoTime(validation?.since)],
    ['message', validation?.message],
    ['cloudKey', cloudIdentifier],
    ['account', parts.account],
    ['subscription', parts.subscription],
    ['resourceGroup', parts.resourceGroup],
    ['vault', parts.vault],
    ['tenant', parts.tenantId],
    ['project', parts.project],
    ['location', parts.location],
    ['keyRing', parts.keyRing],
    ['keyName', parts.keyName],
    ...(cloudKey.kind === 'AwsKey' ? cloudKey.roles.map(role => ['roles', role] as const) : []),
    ['application', cloudKey.kind === 'AzureKey' ? cloudKey.applicationId : undefined],
    ['group', cloudKey.kind === 'GcpKey' ? cloudKey.securityGroup : undefined],
    ['created', isoTime(key.createdAt)],
    ['updated', isoTime(key.updatedAt)],
    ['resourceName', key.resourceName],
  ];
  const lines = [
    ...facts.flatMap(([fact, value]) =>
      value === undefined || value === '' ? [] : [[fact, code(value)] as const],
    ),
    ...(clusters ?? []).map(
      cluster => ['cluster', `${clusterText(cluster)}, ${environmentText(cluster)}`] as const,
    ),
  ].map(([fact, value]) => `- ${texts.name[fact]}: ${value}\n`);
  return [`### ${code(key.id)}\n`, lines.join(''), findingList(findings, texts)]
    .filter(part => part !== '')
    .join('\n');
}

function findingList(findings: readonly InventoryFinding[], texts: InventoryTexts): string {
  return findings
    .map(finding => `- ${texts.severity(finding.severity)}: ${findingText(finding, texts)}\n`)
    .join('');
}

/** A finding with what it went by, and why it is muted where it is. */
export function findingText({ rule, evidence, mute }: InventoryFinding, texts: InventoryTexts): string {
  const facts = evidence.map(texts.evidence);
  const muted = mute ? [texts.mutedBecause(code(mute.reason), isoTime(mute.at) ?? '')] : [];
  return [`**${texts.finding(rule)}.**`, [...facts, ...muted].join(' · ')].join(' ').trimEnd();
}

function titles(findings: readonly InventoryFinding[], texts: InventoryTexts): string {
  return findings
    .filter(({ mute }) => !mute)
    .map(({ rule }) => texts.finding(rule))
    .join(', ');
}

function clusterText({ id, displayName }: InventoryCluster): string {
  return displayName === undefined ? code(id) : `${code(displayName)} (${code(id)})`;
}

function environmentText({ environmentId, environment }: InventoryCluster): string {
  const { displayName } = environment ?? {};
  return displayName === undefined ? code(environmentId) : `${code(displayName)} (${code(environmentId)})`;
}
