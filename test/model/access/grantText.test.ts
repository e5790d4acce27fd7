import assert from 'node:assert/strict';
import { explainAccess, type AccessCode } from '../../../src/model/access/accessMessages';
import { grantForms, type GrantForm } from '../../../src/model/access/grant';
import { grantNotes, grantText } from '../../../src/model/access/grantText';
import type { CloudKey } from '../../../src/model/key';
import { mergeKeyPolicy } from '../../../src/model/access/mergeKeyPolicy';
import { readKeyPolicyText, readStatement } from './policyGrammar';
import { awsKey, azureKey, gcpKey, roles } from './sampleKeys';

const use = {
  Sid: 'Allow Confluent accounts to use the key',
  Effect: 'Allow',
  Principal: { AWS: roles },
  Action: ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:DescribeKey'],
  Resource: '*',
};
const attach = {
  Sid: 'Allow Confluent accounts to attach persistent resources',
  Effect: 'Allow',
  Principal: { AWS: roles },
  Action: ['kms:CreateGrant', 'kms:ListGrants', 'kms:RevokeGrant'],
  Resource: '*',
};

function textOf(key: CloudKey, form: GrantForm): string {
  const made = grantText(key, form);
  return 'text' in made ? made.text : made.unavailable;
}

describe('grantText', () => {
  it('gives the two statements for AWS', () =>
    assert.deepEqual(JSON.parse(textOf(awsKey, 'statements')), [use, attach]));

  for (const [label, partition, region] of [
    ['the public cloud', 'aws', 'us-west-2'],
    ['China', 'aws-cn', 'cn-north-1'],
  ] as const) {
    it(`gives a whole policy, with the root of the account first, in ${label}`, () => {
      const keyArn = awsKey.keyArn.replace('aws:kms:us-west-2', `${partition}:kms:${region}`);
      assert.deepEqual(JSON.parse(textOf({ ...awsKey, keyArn }, 'policy')), {
        Version: '2012-10-17',
        Statement: [
          {
            Sid: 'Enable IAM User Permissions',
            Effect: 'Allow',
            Principal: { AWS: `arn:${partition}:iam::111122223333:root` },
            Action: 'kms:*',
            Resource: '*',
          },
          use,
          attach,
        ],
      });
    });
  }

  it('gives what AWS reads as a policy, and as statements, which lacks nothing', () => {
    assert.equal(readKeyPolicyText(textOf(awsKey, 'policy')).statements.length, 3);
    const statements = JSON.parse(textOf(awsKey, 'statements')) as readonly unknown[];
    for (const statement of statements) readStatement(statement);
    const merge = mergeKeyPolicy(textOf(awsKey, 'policy'), roles, awsKey.keyArn);
    assert.deepEqual(merge.ok && merge.missing, []);
  });

  it('leaves a plus in a role as it is', () => {
    const role = 'arn:aws:iam::123456789876:role/a+b';
    assert.ok(textOf({ ...awsKey, roles: [role] }, 'statements').includes(`"${role}"`));
  });

  it('writes PowerShell for Azure that Windows PowerShell 5.1 knows', () =>
    assert.equal(
      textOf({ ...azureKey, keyId: 'https://vault-1.vault.azure.cn/keys/key-1' }, 'powershell'),
      `az cloud set --name AzureChinaCloud
$confluentPrincipal = az ad sp show --id '${azureKey.applicationId ?? ''}' --query id --output tsv 2>$null
if (-not $confluentPrincipal) { $confluentPrincipal = az ad sp create --id '${azureKey.applicationId ?? ''}' --query id --output tsv }
if ($confluentPrincipal) {
  az role assignment create \`
      --role e147488a-f6f5-4113-8e2d-b22465e65bf6 \`
      --scope '${azureKey.keyVaultId}' \`
      --assignee-object-id $confluentPrincipal \`
      --assignee-principal-type ServicePrincipal
  az role assignment create \`
      --role 21090545-7ca7-4776-b22c-e363652d74d2 \`
      --scope '${azureKey.keyVaultId}' \`
      --assignee-object-id $confluentPrincipal \`
      --assignee-principal-type ServicePrincipal
}
`,
    ));

  it('writes PowerShell for Google Cloud, every option quoted as a whole', () =>
    assert.equal(
      textOf(gcpKey, 'powershell'),
      `gcloud iam roles describe 'my_ring_my_key_custom_kms_role' '--project=my-project' 2>$null | Out-Null
if ($LASTEXITCODE -ne 0) {
  gcloud iam roles create 'my_ring_my_key_custom_kms_role' '--project=my-project' \`
      '--description=Grant necessary permissions for Confluent to access KMS key' \`
      '--permissions=cloudkms.cryptoKeyVersions.useToDecrypt,cloudkms.cryptoKeyVersions.useToEncrypt,cloudkms.cryptoKeys.get'
}
gcloud kms keys add-iam-policy-binding 'my-key' \`
    '--project=my-project' '--keyring=my-ring' '--location=us-central1' \`
    '--member=group:cck-abcde@confluent.io' '--role=projects/my-project/roles/my_ring_my_key_custom_kms_role'
`,
    ));

  it('writes PowerShell for AWS that saves the policy as UTF-8', () =>
    assert.match(
      textOf(awsKey, 'powershell'),
      /^\$keyPolicy = aws kms get-key-policy `\n.*--output text\nif \(\$keyPolicy\) \{ \[IO\.File\]::WriteAllLines\(/ms,
    ));

  it('says the language of each form', () =>
    assert.deepEqual(
      grantForms.map(form => {
        const made = grantText(awsKey, form);
        return 'text' in made ? made.language : made.unavailable;
      }),
      ['json', 'json', 'shellscript', 'powershell', 'terraform'],
    ));

  const unavailable: readonly (readonly [
    label: string,
    key: CloudKey,
    form: GrantForm,
    reason: AccessCode,
  ])[] = [
    ['no roles yet', { ...awsKey, roles: [] }, 'policy', 'rolesMissing'],
    ['only an empty role', { ...awsKey, roles: [''] }, 'statements', 'rolesMissing'],
    ['everyone as a role', { ...awsKey, roles: [...roles, '*'] }, 'policy', 'roleUnexpected'],
    [
      'an account as a role',
      { ...awsKey, roles: ['arn:aws:iam::123456789876:root'] },
      'commands',
      'roleUnexpected',
    ],
    ['an alias as a key', { ...awsKey, keyArn: 'alias/a' }, 'policy', 'identifierUnexpected'],
    ['no application yet', { ...azureKey, applicationId: undefined }, 'commands', 'applicationIdMissing'],
    ['an empty application', { ...azureKey, applicationId: '' }, 'powershell', 'applicationIdMissing'],
    ['a policy of Azure', azureKey, 'policy', 'noSuchForm'],
    ['what cmd.exe would run', { ...azureKey, keyVaultId: '/x&calc' }, 'powershell', 'notForPowerShell'],
    ['no group yet', { ...gcpKey, securityGroup: undefined }, 'commands', 'securityGroupMissing'],
    ['a key ring as a key', { ...gcpKey, keyId: 'projects/p' }, 'commands', 'identifierUnexpected'],
    ['a kind that came later', { kind: 'unknown', apiKind: 'OciKey', raw: {} }, 'terraform', 'unknownKind'],
  ];
  for (const [label, key, form, reason] of unavailable) {
    it(`has no text for ${label}, and says why`, () => {
      assert.deepEqual(grantText(key, form), { unavailable: reason });
      assert.match(explainAccess({ code: reason, args: [] }), /^[A-Z].*\.$/);
    });
  }

  it('has no text with a current policy that cannot be read', () =>
    assert.deepEqual(grantText(awsKey, 'commands', { currentPolicy: '{' }), {
      unavailable: 'policyUnreadable',
    }));
});

describe('grantNotes', () => {
  const notes: readonly (readonly [label: string, key: CloudKey, ...codes: AccessCode[]])[] = [
    ['AWS', awsKey, 'policyReplaced'],
    ['Azure', azureKey, 'azureRbac', 'azureConsent', 'azureDedicated', 'azureEnterprise'],
    [
      'Azure China',
      { ...azureKey, keyId: 'https://vault-1.vault.azure.cn/keys/k' },
      'azureRbac',
      'azureConsent',
      'azureDedicated',
      'azureEnterprise',
      'azureCloudChanged',
    ],
    ['Google Cloud', gcpKey, 'gcpFreshGroup', 'gcpServiceControls'],
  ];
  for (const [label, key, ...codes] of notes) {
    it(`of ${label}`, () => assert.deepEqual(grantNotes(key), codes));
  }
});
