import assert from 'node:assert/strict';
import { cloudKeyParts } from '../../src/model/cloudKeyParts';
import type { CloudKey } from '../../src/model/key';

const subscription = '00000000-1111-2222-3333-444444444444';
const azure = {
  kind: 'AzureKey',
  keyId: 'https://vault-a.vault.azure.net/keys/orders',
  keyVaultId: `/subscriptions/${subscription}/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/vault-a`,
  tenantId: '99998888-7777-6666-5555-444433332222',
  applicationId: undefined,
} as const;

const cases: readonly (readonly [label: string, cloudKey: CloudKey, parts: object])[] = [
  [
    'an ARN',
    {
      kind: 'AwsKey',
      keyArn: 'arn:aws-cn:kms:cn-north-1:111122223333:key/mrk-0123456789abcdef0123456789abcdef',
      roles: [],
    },
    { account: '111122223333', partition: 'aws-cn', keyName: 'mrk-0123456789abcdef0123456789abcdef' },
  ],
  [
    'a key of Azure',
    azure,
    { subscription, resourceGroup: 'rg', vault: 'vault-a', tenantId: azure.tenantId, keyName: 'orders' },
  ],
  [
    'a key of Azure with a vault id that is none',
    { ...azure, keyVaultId: '/x' },
    { vault: 'vault-a', tenantId: azure.tenantId, keyName: 'orders' },
  ],
  [
    'a resource name with a version',
    {
      kind: 'GcpKey',
      keyId: 'projects/acme-1/locations/europe/keyRings/r/cryptoKeys/k/cryptoKeyVersions/3',
      securityGroup: undefined,
    },
    { project: 'acme-1', location: 'europe', keyRing: 'r', keyName: 'k' },
  ],
  ['an ARN that is none', { kind: 'AwsKey', keyArn: 'arn:aws:kms', roles: [] }, {}],
  ['a resource name that is none', { kind: 'GcpKey', keyId: 'projects', securityGroup: undefined }, {}],
  ['a kind that nobody knows', { kind: 'unknown', apiKind: 'OciKey', raw: {} }, {}],
];

describe('cloudKeyParts', () => {
  for (const [label, cloudKey, parts] of cases) {
    it(label, () => assert.deepEqual(cloudKeyParts(cloudKey), parts));
  }
});
