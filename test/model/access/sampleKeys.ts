import type { AwsCloudKey, AzureCloudKey, GcpCloudKey } from '../../../src/model/key';

export const roles = [
  'arn:aws:iam::123456789876:role/block_storage_manager',
  'arn:aws:iam::987654321234:role/cc-kafka-1111aaaa-11aa-11aa-11aa-111111aaaaaa',
] as const;

export const awsKey: AwsCloudKey = {
  kind: 'AwsKey',
  keyArn: 'arn:aws:kms:us-west-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
  roles,
};

export const azureKey: AzureCloudKey = {
  kind: 'AzureKey',
  keyId: 'https://vault-1.vault.azure.net/keys/key-1',
  keyVaultId:
    '/subscriptions/3f2504e0-4f89-11d3-9a0c-0305e82c3301/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/vault-1',
  tenantId: '11111111-2222-3333-4444-555555555555',
  applicationId: '66666666-7777-8888-9999-000000000000',
};

export const gcpKey: GcpCloudKey = {
  kind: 'GcpKey',
  keyId: 'projects/my-project/locations/us-central1/keyRings/my-ring/cryptoKeys/my-key',
  securityGroup: 'cck-abcde@confluent.io',
};
