import type { Key } from './key';

/**
 * Where a key lives: what Confluent found at its first success, else what the cloud identifier says. An Azure
 * key URL names no region, so an Azure key that never was valid has none.
 */
export function regionOf(key: Pick<Key, 'cloudKey' | 'validation'>): string | undefined {
  if (key.validation?.region !== undefined) return key.validation.region;
  switch (key.cloudKey.kind) {
    case 'AwsKey':
      return /^arn:[^:]*:kms:([^:]+):/.exec(key.cloudKey.keyArn)?.[1];
    case 'GcpKey':
      return /^projects\/[^/]+\/locations\/([^/]+)\//.exec(key.cloudKey.keyId)?.[1];
    case 'AzureKey':
    case 'unknown':
      return undefined;
  }
}
