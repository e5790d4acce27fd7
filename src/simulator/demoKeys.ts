import type { AwsCloudKey, AzureCloudKey, GcpCloudKey } from '../model/key';
import type { SimulatedKey } from './organization';
import { regionOf, rolesFor } from './registeredKey';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** The demo organization's keys: three clouds, every state and phase, and what goes wrong in real estates. */
export function demoKeys(now: number): readonly SimulatedKey[] {
  const rows: readonly Row[] = [
    {
      id: 'cck-7k2ma',
      name: 'payments-prod-eu',
      key: aws('eu-west-1', '1234abcd-12ab-34cd-56ef-1234567890ab', '5f1c'),
      age: 412 * day,
    },
    {
      id: 'cck-p4x9d',
      name: 'payments-prod-us',
      key: aws('us-east-1', '0987dcba-09fe-87dc-65ba-ab0987654321', '6a2d'),
      age: 398 * day,
    },
    {
      id: 'cck-q81fz',
      name: 'orders-staging',
      key: aws('eu-central-1', '2b7e1516-28ae-4d2a-8bf7-158809cf4f3c', '7b3e'),
      age: 9 * day,
    },
    {
      id: 'cck-b0v6h',
      name: 'fraud-detection-prod',
      key: aws('us-west-2', '3ad77bb4-0d7a-4660-a89e-caf32466ef97', '8c4f'),
      age: 287 * day,
      invalid: { message: 'Access to key denied.', ago: 40 * minute },
    },
    {
      id: 'cck-3nd8s',
      name: 'clickstream-dev',
      key: aws('us-west-2', 'f5d3d585-03b9-499d-a785-dc1e2bbf7a5d', '9d5a'),
      age: 633 * day,
    },
    {
      id: 'cck-x5r1t',
      key: aws('ap-southeast-2', '43b1cd7f-598e-4e23-981b-00e3ed030688', 'ae6b'),
      age: 51 * day,
      invalid: { message: 'Key access permissions not configured correctly', ago: 51 * day },
    },
    {
      id: 'cck-m9w2c',
      name: 'analytics-replicated',
      key: aws('us-east-1', 'mrk-7b0c785e27e8ad3f8223207104725dd4', 'bf7c'),
      age: 120 * day,
    },
    {
      id: 'cck-e6j4u',
      name: 'ledger-prod',
      key: aws('eu-west-1', 'f6916d2a-9f5b-4c63-8d0a-8c9e1d2f3a4b', 'c08d'),
      age: 340 * day,
    },
    {
      id: 'cck-z2k7y',
      name: 'ledger-prod (from Terraform)',
      key: aws('eu-west-1', 'f6916d2a-9f5b-4c63-8d0a-8c9e1d2f3a4b', 'd19e'),
      age: 16 * day,
    },
    {
      id: 'cck-h3t5q',
      name: 'billing-archive',
      key: aws('eu-central-1', '874d6191-b620-4e32-9bef-6864990db6ce', 'e2af'),
      age: 505 * day,
    },
    {
      id: 'cck-a8d0n',
      name: 'crm-prod-westeurope',
      key: azure('crm-prod', 'kv-crm-prod', 'crm-kafka'),
      region: 'westeurope',
      age: 203 * day,
    },
    {
      id: 'cck-v1c8k',
      name: 'hr-platform-test',
      key: azure('hr-test', 'kv-hr-test', 'hr-events'),
      region: 'germanywestcentral',
      age: 3 * hour,
      initializing: true,
    },
    {
      id: 'cck-u4n6b',
      name: 'partner-portal',
      key: azure('partners', 'kv-partner-portal', 'portal'),
      region: 'uksouth',
      age: 77 * day,
      invalid: { message: 'key access denied', ago: 5 * day },
    },
    {
      id: 'cck-t9s2l',
      name: 'inventory-prod',
      key: azure('inventory-prod', 'kv-inventory-prod', 'inventory'),
      region: 'eastus2',
      age: 158 * day,
    },
    {
      id: 'cck-w0f5r',
      name: 'search-prod-eu',
      key: gcp('acme-search-prod', 'europe-west1', 'kafka', 'search', 'cck-w0f5r'),
      age: 94 * day,
    },
    {
      id: 'cck-d2l9j',
      name: 'recommendations (all of Europe)',
      key: gcp('acme-reco', 'europe', 'shared', 'recommendations', 'cck-d2l9j'),
      age: 61 * day,
    },
    {
      id: 'cck-k6q3e',
      name:
        'Key for the customer data platform, replaces the two keys of the old data centre; ask the platform security ' +
        'team before you touch it, the runbook is in their handbook under "Encryption at rest" (reviewed every January)',
      key: gcp(
        'acme-customer-data',
        'us-central1',
        'customer-data-platform',
        'cdp-kafka-at-rest',
        'cck-k6q3e',
      ),
      age: 29 * day,
    },
    {
      id: 'cck-n5o1i',
      name: 'mobile-events-dev',
      key: gcp('acme-mobile-dev', 'europe-west4', 'dev', 'mobile-events', 'cck-n5o1i'),
      age: 12 * minute,
      initializing: true,
    },
  ];
  return rows.map(row => keyOf(row, now));
}

interface Row {
  readonly id: string;
  readonly name?: string;
  readonly key: AwsCloudKey | AzureCloudKey | GcpCloudKey;
  /** Where the key's identifier does not tell it. */
  readonly region?: string;
  /** Ms since the registration. */
  readonly age: number;
  readonly initializing?: boolean;
  /** Ms since it became invalid; as old as the key where it never was valid. */
  readonly invalid?: { readonly message: string; readonly ago: number };
}

function keyOf(
  { id, name, key, region = regionOf(key), age, initializing, invalid }: Row,
  now: number,
): SimulatedKey {
  const createdAt = now - age;
  const validatedAt = createdAt + 6 * minute;
  const validation: SimulatedKey['validation'] =
    initializing === true
      ? { phase: 'INITIALIZING', since: createdAt }
      : invalid === undefined
        ? { phase: 'VALID', since: validatedAt, region }
        : {
            phase: 'INVALID',
            message: invalid.message,
            since: now - invalid.ago,
            ...(invalid.ago < age ? { region } : {}),
          };
  return {
    id,
    ...(name === undefined ? {} : { displayName: name }),
    cloudKey: key,
    region,
    validation,
    createdAt,
    updatedAt: createdAt,
  };
}

function aws(region: string, id: string, role: string): AwsCloudKey {
  const keyArn = `arn:aws:kms:${region}:111122223333:key/${id}`;
  return { kind: 'AwsKey', keyArn, roles: rolesFor(keyArn, `1111${role}-11aa-11aa-11aa-111111aaaaaa`) };
}

function azure(resourceGroup: string, vault: string, name: string): AzureCloudKey {
  return {
    kind: 'AzureKey',
    keyId: `https://${vault}.vault.azure.net/keys/${name}`,
    keyVaultId: `/subscriptions/00000000-1111-2222-3333-444444444444/resourceGroups/${resourceGroup}/providers/Microsoft.KeyVault/vaults/${vault}`,
    tenantId: '99998888-7777-6666-5555-444433332222',
    applicationId: '11112222-bbbb-3333-cccc-4444dddd5555',
  };
}

function gcp(project: string, location: string, ring: string, name: string, id: string): GcpCloudKey {
  return {
    kind: 'GcpKey',
    keyId: `projects/${project}/locations/${location}/keyRings/${ring}/cryptoKeys/${name}`,
    securityGroup: `${id}@confluent.io`,
  };
}
