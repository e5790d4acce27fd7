import { demoOrganization } from './demoOrganization';
import type {
  SimulatedCloudKey,
  SimulatedCluster,
  SimulatedKey,
  SimulatedOrganization,
} from './organization';
import { regionOf, rolesFor } from './registeredKey';

const hour = 60 * 60 * 1000;

export interface OrganizationSize {
  readonly environments?: number;
  /** Dealt out over the environments; the first ones get a key each that is VALID and in their region. */
  readonly clusters?: number;
}

/** An organization of any size, the same one each time, with the demo organization's credentials. */
export function organizationOf(
  keyCount: number,
  now: number,
  { environments = 3, clusters = Math.floor(keyCount / 3) }: OrganizationSize = {},
): SimulatedOrganization {
  const keys = Array.from({ length: keyCount }, (_, index) => keyOf(index, now));
  const usable = keys.filter(key => key.validation.phase === 'VALID');
  const environmentIds = Array.from({ length: environments }, (_, index) => `env-${numbered(index)}`);
  return {
    ...demoOrganization(now),
    displayName: 'Large Organization',
    keyLimit: keyCount + 20,
    environments: environmentIds.map((id, index) => ({
      id,
      displayName: `environment-${index + 1}`,
      createdAt: now - 10_000 * hour - index * hour,
    })),
    clusters: Array.from({ length: clusters }, (_, index) =>
      clusterOf(index, environmentIds[index % environments] ?? '', usable[index], now),
    ),
    keys,
    holds: [],
  };
}

const teams = [
  'payments',
  'orders',
  'fraud',
  'search',
  'crm',
  'iot',
  'ledger',
  'clickstream',
  'billing',
  'risk',
];
const stages = ['prod', 'staging', 'test', 'dev'];

function keyOf(index: number, now: number): SimulatedKey {
  const id = `cck-${numbered(index)}`;
  const cloudKey = cloudKeyOf(index, id);
  const createdAt = now - (index + 1) * hour;
  const region = regionOf(cloudKey);
  const since = createdAt + 120_000;
  return {
    id,
    displayName: `${teams[index % teams.length]}-${stages[index % stages.length]}-${index}`,
    cloudKey,
    region,
    validation:
      index % 17 === 0
        ? { phase: 'INVALID', message: 'Access to key denied.', since, region }
        : index % 23 === 0
          ? { phase: 'INITIALIZING', since: createdAt }
          : { phase: 'VALID', since, region },
    createdAt,
    updatedAt: createdAt,
  };
}

const awsRegions = ['us-east-1', 'us-west-2', 'eu-west-1', 'eu-central-1', 'ap-southeast-2'];
const azureRegions = ['eastus2', 'westeurope', 'northeurope'];
const gcpRegions = ['us-central1', 'europe-west1', 'asia-east1'];

function cloudKeyOf(index: number, id: string): SimulatedCloudKey {
  const turn = Math.floor(index / 3);
  const hex = index.toString(16).padStart(12, '0');
  switch (index % 3) {
    case 0: {
      const keyArn = `arn:aws:kms:${awsRegions[turn % 5]}:111122223333:key/1234abcd-12ab-34cd-56ef-${hex}`;
      return { kind: 'AwsKey', keyArn, roles: rolesFor(keyArn, `1111aaaa-11aa-11aa-11aa-${hex}`) };
    }
    case 1: {
      const vault = `kv${index}-${azureRegions[turn % 3]}`;
      return {
        kind: 'AzureKey',
        keyId: `https://${vault}.vault.azure.net/keys/kafka`,
        keyVaultId: `/subscriptions/00000000-1111-2222-3333-444444444444/resourceGroups/kafka/providers/Microsoft.KeyVault/vaults/${vault}`,
        tenantId: '99998888-7777-6666-5555-444433332222',
        applicationId: `11112222-bbbb-3333-cccc-${hex}`,
      };
    }
    default:
      return {
        kind: 'GcpKey',
        keyId: `projects/acme-kafka/locations/${gcpRegions[turn % 3]}/keyRings/kafka/cryptoKeys/key-${index}`,
        securityGroup: `${id}@confluent.io`,
      };
  }
}

const clouds = { AwsKey: 'AWS', AzureKey: 'AZURE', GcpKey: 'GCP' } as const;

function clusterOf(
  index: number,
  environmentId: string,
  key: SimulatedKey | undefined,
  now: number,
): SimulatedCluster {
  const createdAt = now - (index + 1) * hour;
  return {
    id: `lkc-${numbered(index)}`,
    displayName: `cluster-${index + 1}`,
    environmentId,
    cloud: key === undefined ? 'AWS' : clouds[key.cloudKey.kind],
    region: key?.region ?? 'us-east-1',
    availability: 'MULTI_ZONE',
    type: 'Dedicated',
    cku: 1,
    ...(key === undefined ? {} : { keyId: key.id }),
    createdAt,
    provisionedAt: createdAt,
  };
}

/** Five base-36 characters that differ for each index below 36^5, and do not look counted. */
function numbered(index: number): string {
  return ((index * 7_368_787 + 31_415_926) % 36 ** 5).toString(36).padStart(5, '0');
}
