import assert from 'node:assert/strict';
import { recognise } from '../../../src/model/identifiers/paste';
import { placeOf } from './outcome';

const arn = 'arn:aws:kms:us-west-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';
const url = 'https://vault-1.vault.azure.net/keys/key-1';
const tenant = '3f2504e0-4f89-11d3-9a0c-0305e82c3301';
const vault = `/subscriptions/${tenant}/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/vault-1`;
const name = 'projects/my-project/locations/us-central1/keyRings/my-ring/cryptoKeys/my-key';

const describeKey = {
  Arn: arn,
  KeyState: 'Enabled',
  KeySpec: 'SYMMETRIC_DEFAULT',
  KeyUsage: 'ENCRYPT_DECRYPT',
  Origin: 'AWS_KMS',
  KeyManager: 'CUSTOMER',
  MultiRegion: false,
};
const keyShow = {
  attributes: { enabled: true, expires: null as string | null },
  key: {
    kid: `${url}/0123456789abcdef0123456789abcdef`,
    kty: 'RSA',
    keyOps: ['wrapKey', 'unwrapKey', 'sign'],
  },
  managed: null as boolean | null,
};
const vaultShow = {
  id: vault,
  name: 'vault-1',
  properties: {
    tenantId: tenant,
    enableRbacAuthorization: true,
    enablePurgeProtection: true as boolean | null,
    publicNetworkAccess: 'Enabled',
    networkAcls: { bypass: 'AzureServices', defaultAction: 'Allow' },
  },
};
const keysDescribe = {
  name,
  purpose: 'ENCRYPT_DECRYPT',
  primary: { name: `${name}/cryptoKeyVersions/1`, state: 'ENABLED' },
};

const aws = (change: Partial<Record<keyof typeof describeKey | 'DeletionDate', unknown>>) =>
  JSON.stringify({ KeyMetadata: { ...describeKey, ...change } }, null, 4);
const vaultWith = (change: object) =>
  JSON.stringify({ ...vaultShow, properties: { ...vaultShow.properties, ...change } }, null, 2);

const yaml = `createTime: '2026-01-20T10:17:45.169836528Z'
destroyScheduledDuration: 86400s
labels:
  name: not-this-one
name: ${name}
primary:
  algorithm: GOOGLE_SYMMETRIC_ENCRYPTION
  name: ${name}/cryptoKeyVersions/1
  protectionLevel: SOFTWARE
  state: DISABLED
purpose: ENCRYPT_DECRYPT
versionTemplate:
  algorithm: GOOGLE_SYMMETRIC_ENCRYPTION
`;

/** What is recognised but for the notes, and each note with the place that it points at. */
const cases: readonly (readonly [
  label: string,
  text: string,
  filled: object | undefined,
  ...notes: string[],
])[] = [
  ['an ARN', arn, { provider: 'AWS', keyArn: arn }],
  ['an ARN in quotes', `"${arn}"`, { provider: 'AWS', keyArn: arn }, `quotesAround "${arn}"`],
  [
    'a key URL',
    `${url}/0123456789abcdef0123456789abcdef`,
    { provider: 'Azure', keyId: url },
    'azureVersionStripped 0123456789abcdef0123456789abcdef',
  ],
  ['a resource id', vault, { provider: 'Azure', keyVaultId: vault }],
  [
    'a page of the portal',
    `https://portal.azure.com/#@x.com/resource${vault}`,
    { provider: 'Azure', keyVaultId: vault },
    `vaultPortalPage https://portal.azure.com/#@x.com/resource${vault}`,
  ],
  [
    'a resource name',
    `//cloudkms.googleapis.com/${name}`,
    { provider: 'GCP', keyId: name },
    'gcpPrefixStripped //cloudkms.googleapis.com/',
  ],
  ['describe-key', aws({}), { provider: 'AWS', keyArn: arn }],
  [
    'a disabled AWS key',
    aws({ KeyState: 'Disabled' }),
    { provider: 'AWS', keyArn: arn },
    'keyDisabled Disabled',
  ],
  [
    'an AWS key to be deleted',
    aws({ KeyState: 'PendingDeletion' }),
    { provider: 'AWS', keyArn: arn },
    'keyPendingDeletion PendingDeletion',
  ],
  [
    'an asymmetric AWS key',
    aws({ KeySpec: 'RSA_2048', KeyUsage: 'SIGN_VERIFY' }),
    { provider: 'AWS', keyArn: arn },
    'keyNotSymmetric RSA_2048',
    'keyWrongUsage SIGN_VERIFY',
  ],
  [
    'an HMAC key',
    aws({ KeySpec: 'HMAC_256', KeyUsage: 'GENERATE_VERIFY_MAC' }),
    { provider: 'AWS', keyArn: arn },
    'keyNotSymmetric HMAC_256',
    'keyWrongUsage GENERATE_VERIFY_MAC',
  ],
  [
    'imported material',
    aws({ Origin: 'EXTERNAL' }),
    { provider: 'AWS', keyArn: arn },
    'keyImported EXTERNAL',
  ],
  [
    'a multi-Region key',
    aws({ MultiRegion: true }),
    { provider: 'AWS', keyArn: arn },
    'keyMultiRegion MultiRegion',
  ],
  [
    'a key of AWS itself',
    aws({ KeyManager: 'AWS' }),
    { provider: 'AWS', keyArn: arn },
    'keyAwsManaged KeyManager',
  ],
  ['describe-key of an alias', aws({ Arn: 'arn:aws:kms:us-west-2:111122223333:alias/a' }), undefined],
  [
    'key show',
    JSON.stringify(keyShow),
    { provider: 'Azure', keyId: url },
    'azureVersionStripped 0123456789abcdef0123456789abcdef',
  ],
  [
    'an elliptic-curve key',
    JSON.stringify({ key: { kid: url, kty: 'EC', keyOps: ['sign'] } }),
    { provider: 'Azure', keyId: url },
    'keyNotRsa EC',
    'keyOperationsMissing ',
    'keyOperationsMissing ',
  ],
  [
    'a disabled key that expires',
    JSON.stringify({
      key: { kid: url, kty: 'RSA-HSM' },
      attributes: { enabled: false, expires: '2027-01-01T00:00:00+00:00' },
    }),
    { provider: 'Azure', keyId: url },
    'keyDisabled enabled',
    'keyExpires 2027-01-01T00:00:00+00:00',
  ],
  [
    'the key of a certificate',
    JSON.stringify({ key: { kid: url, kty: 'RSA' }, managed: true }),
    { provider: 'Azure', keyId: url },
    'keyCertificate managed',
  ],
  ['vault show', vaultWith({}), { provider: 'Azure', keyVaultId: vault, tenantId: tenant }],
  [
    'a vault with access policies',
    vaultWith({ enableRbacAuthorization: false }),
    { provider: 'Azure', keyVaultId: vault, tenantId: tenant },
    'vaultNoRbac enableRbacAuthorization',
  ],
  [
    'a vault without purge protection',
    vaultWith({ enablePurgeProtection: null }),
    { provider: 'Azure', keyVaultId: vault, tenantId: tenant },
    'vaultNoPurgeProtection enablePurgeProtection',
  ],
  [
    'a vault behind a firewall',
    vaultWith({ networkAcls: { bypass: 'None', defaultAction: 'Deny' } }),
    { provider: 'Azure', keyVaultId: vault, tenantId: tenant },
    'vaultFirewall bypass',
    'vaultPrivate defaultAction',
  ],
  [
    'a private vault',
    vaultWith({ publicNetworkAccess: 'Disabled' }),
    { provider: 'Azure', keyVaultId: vault, tenantId: tenant },
    'vaultPrivate publicNetworkAccess',
  ],
  ['keys describe as JSON', JSON.stringify(keysDescribe), { provider: 'GCP', keyId: name }],
  ['keys describe as YAML', yaml, { provider: 'GCP', keyId: name }, 'keyDisabled DISABLED'],
  [
    'keys describe as YAML, pasted where there is one line',
    yaml.trim().replaceAll('\n', ' '),
    { provider: 'GCP', keyId: name },
    'keyDisabled DISABLED',
  ],
  [
    'describe-key, pasted where there is one line',
    aws({ KeyState: 'Disabled' }).replaceAll('\n', ' '),
    { provider: 'AWS', keyArn: arn },
    'keyDisabled Disabled',
  ],
  [
    'a signing key',
    JSON.stringify({ name, purpose: 'ASYMMETRIC_SIGN' }),
    { provider: 'GCP', keyId: name },
    'keyWrongUsage ASYMMETRIC_SIGN',
  ],
  [
    'an imported key',
    JSON.stringify({ ...keysDescribe, importOnly: true }),
    { provider: 'GCP', keyId: name },
    'keyImported importOnly',
  ],
  ['other JSON', '{"a":1}', undefined],
  ['broken JSON', '{"KeyMetadata":', undefined],
  ['other text', 'hello: world', undefined],
  ['nothing', '', undefined],
];

describe('recognise', () => {
  for (const [label, text, filled, ...notes] of cases) {
    it(label, () => {
      const found = recognise(text);
      const { notes: said = [], ...rest } = found ?? {};
      assert.deepEqual(
        [found && rest, said.map(note => `${note.code} ${placeOf(text, note)}`)],
        [filled, notes],
      );
    });
  }
});
