import type { KeyInput } from './keyInput';
import type { SimulatedCloudKey, SimulatedKey } from './organization';

/** A key as it is right after its registration: with Confluent's side of it assigned, and not yet validated. */
export function registeredKey(id: string, { displayName, cloudKey }: KeyInput, now: number): SimulatedKey {
  return {
    id,
    ...(displayName === undefined ? {} : { displayName }),
    cloudKey: withPrincipals(id, cloudKey),
    region: regionOf(cloudKey),
    validation: { phase: 'INITIALIZING', since: now },
    createdAt: now,
    updatedAt: now,
  };
}

function withPrincipals(id: string, key: SimulatedCloudKey): SimulatedCloudKey {
  switch (key.kind) {
    case 'AwsKey':
      return { ...key, roles: rolesFor(key.keyArn, crypto.randomUUID()) };
    case 'AzureKey':
      return { ...key, applicationId: crypto.randomUUID() };
    case 'GcpKey':
      return { ...key, securityGroup: `${id}@confluent.io` };
  }
}

/** Two roles in accounts of Confluent, in the partition of the key. */
export function rolesFor(keyArn: string, suffix: string): readonly string[] {
  const partition = keyArn.split(':')[1] ?? 'aws';
  return [
    `arn:${partition}:iam::123456789876:role/block_storage_manager`,
    `arn:${partition}:iam::987654321234:role/cc-kafka-${suffix}`,
  ];
}

const azureRegions = [
  'eastus2',
  'eastus',
  'westus2',
  'westeurope',
  'northeurope',
  'germanywestcentral',
  'uksouth',
];

/** Where a cloud key is. An Azure key's id does not tell: its vault's name may, and else it is `eastus`. */
export function regionOf(key: SimulatedCloudKey): string {
  switch (key.kind) {
    case 'AwsKey':
      return key.keyArn.split(':')[3] ?? '';
    case 'AzureKey':
      return azureRegions.find(region => key.keyId.includes(region)) ?? 'eastus';
    case 'GcpKey':
      return key.keyId.split('/')[3] ?? '';
  }
}
