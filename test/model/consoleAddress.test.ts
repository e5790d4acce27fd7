import fc from 'fast-check';
import assert from 'node:assert/strict';
import { consoleAddress } from '../../src/model/consoleAddress';
import type { CloudKey } from '../../src/model/key';

const id = '1234abcd-12ab-34cd-56ef-1234567890ab';
const vault =
  '/subscriptions/00000000-1111-2222-3333-444444444444/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/v';
const tenant = '99998888-7777-6666-5555-444433332222';

const aws = (keyArn: string): CloudKey => ({ kind: 'AwsKey', keyArn, roles: [] });
const azure = (keyVaultId: string, tenantId = tenant): CloudKey => {
  return {
    kind: 'AzureKey',
    keyId: 'https://v.vault.azure.net/keys/k',
    keyVaultId,
    tenantId,
    applicationId: undefined,
  };
};
const gcp = (keyId: string): CloudKey => ({ kind: 'GcpKey', keyId, securityGroup: undefined });

describe('consoleAddress', () => {
  const cases: readonly (readonly [label: string, key: CloudKey, address: string | undefined])[] = [
    [
      'AWS',
      aws(`arn:aws:kms:eu-west-1:111122223333:key/${id}`),
      `https://eu-west-1.console.aws.amazon.com/kms/home?region=eu-west-1#/kms/keys/${id}`,
    ],
    [
      'a multi-region key',
      aws('arn:aws:kms:us-east-1:111122223333:key/mrk-7b0c785e27e8ad3f8223207104725dd4'),
      'https://us-east-1.console.aws.amazon.com/kms/home?region=us-east-1#/kms/keys/mrk-7b0c785e27e8ad3f8223207104725dd4',
    ],
    [
      'AWS in China',
      aws(`arn:aws-cn:kms:cn-north-1:111122223333:key/${id}`),
      `https://cn-north-1.console.amazonaws.cn/kms/home?region=cn-north-1#/kms/keys/${id}`,
    ],
    [
      'AWS GovCloud',
      aws(`arn:aws-us-gov:kms:us-gov-west-1:111122223333:key/${id}`),
      `https://us-gov-west-1.console.amazonaws-us-gov.com/kms/home?region=us-gov-west-1#/kms/keys/${id}`,
    ],
    ['Azure', azure(vault), `https://portal.azure.com/#@${tenant}/resource${vault}/keys`],
    [
      'Google Cloud, with a version',
      gcp('projects/p/locations/europe-west1/keyRings/r/cryptoKeys/k/cryptoKeyVersions/3'),
      'https://console.cloud.google.com/security/kms/key/manage/europe-west1/r/k?project=p',
    ],
    [
      'a project of a domain',
      gcp('projects/example.com:p/locations/global/keyRings/r/cryptoKeys/k'),
      'https://console.cloud.google.com/security/kms/key/manage/global/r/k?project=example.com%3Ap',
    ],
    ['a partition that came later', aws(`arn:aws-iso:kms:x-1:111122223333:key/${id}`), undefined],
    ['an alias', aws('arn:aws:kms:eu-west-1:111122223333:alias/x'), undefined],
    ['a region that is a host', aws(`arn:aws:kms:evil.example/:111122223333:key/${id}`), undefined],
    ['a vault that is no path', azure('@evil.example'), undefined],
    ['a tenant that is a path', azure(vault, '../../evil'), undefined],
    ['a resource name that is none', gcp('projects/../evil'), undefined],
    ['a kind that came later', { kind: 'unknown', apiKind: 'OracleKey', raw: {} }, undefined],
  ];
  for (const [label, key, address] of cases) it(label, () => assert.equal(consoleAddress(key), address));

  it('leads to no other host, whatever the identifier says', () => {
    const piece = fc.constantFrom(
      'arn:aws:kms:',
      'eu-west-1',
      ':111122223333:key/',
      id,
      '@',
      '/',
      '\\',
      '#',
      '?',
      'evil.example',
      'projects/p/locations/l/keyRings/r/cryptoKeys/k',
      vault,
    );
    const text = fc.oneof(
      fc.string(),
      fc.array(piece, { maxLength: 6 }).map(parts => parts.join('')),
    );
    fc.assert(
      fc.property(text, hostile => {
        for (const key of [aws(hostile), azure(hostile), azure(vault, hostile), gcp(hostile)]) {
          const address = consoleAddress(key);
          if (address === undefined) continue;
          const { protocol, host, username } = new URL(address);
          assert.deepEqual([protocol, username], ['https:', '']);
          assert.match(
            host,
            /^([a-z0-9-]+\.console\.aws\.amazon\.com|portal\.azure\.com|console\.cloud\.google\.com)$/,
          );
        }
      }),
      { numRuns: 1000 },
    );
  });
});
