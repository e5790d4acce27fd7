import type { GrantOptions, Unavailable } from '../access/grant';
import type { CloudKey } from '../key';
import { hclString } from '../shellQuote';
import { awsTerraform } from './aws';
import { azureTerraform } from './azure';
import { block, comment, type Block } from './block';
import { gcpTerraform } from './gcp';

/**
 * A key and its grant in Terraform: the registration, what admits Confluent in the cloud, and the order in
 * which a cluster can follow. Roles, application and group are read from the registration, so that the text
 * holds before Confluent has assigned them.
 */
export function terraformText(key: CloudKey, options: GrantOptions = {}): string | Unavailable {
  if (key.kind === 'unknown') return { unavailable: 'unknownKind' };
  const label = resourceName(options.label ?? 'main');
  const parts = partsOf(key, label, options);
  if (!Array.isArray(parts)) return parts as Unavailable;
  const [registration, ...grant] = parts as readonly Block[];
  const imported = options.registeredId === undefined ? [] : [importBlock(label, options.registeredId)];
  const last = grant.flatMap(({ address }) => address ?? []);
  return [registration, ...imported, ...grant, clusterComment(label, last)]
    .map(one => one?.text ?? '')
    .join('\n');
}

function partsOf(
  key: Exclude<CloudKey, { kind: 'unknown' }>,
  label: string,
  options: GrantOptions,
): readonly Block[] | Unavailable {
  switch (key.kind) {
    case 'AwsKey':
      return awsTerraform(key, label, options);
    case 'AzureKey':
      return azureTerraform(key, label);
    case 'GcpKey':
      return gcpTerraform(key, label);
  }
}

/** Terraform's names start with a letter or an underscore, and have letters, digits, underscores and dashes. */
function resourceName(label: string): string {
  const name = label.replace(/[^A-Za-z0-9_-]/g, '_');
  return /^[A-Za-z_]/.test(name) ? name : `_${name}`;
}

function importBlock(label: string, id: string): Block {
  return block('import', [], [`to = confluent_byok_key.${label}`, `id = ${hclString(id)}`]);
}

/** A cluster that waits for the grant: without `depends_on` it is made at once, and refused. */
function clusterComment(label: string, addresses: readonly string[]): Block {
  return comment([
    'The cluster comes last: it needs the grant, and nothing in it says so but depends_on.',
    'resource "confluent_kafka_cluster" "main" {',
    '  # ...',
    '  byok_key {',
    `    id = confluent_byok_key.${label}.id`,
    '  }',
    `  depends_on = [${addresses.join(', ')}]`,
    '}',
  ]);
}
