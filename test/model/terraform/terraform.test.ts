import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { GrantOptions } from '../../../src/model/access/grant';
import type { CloudKey } from '../../../src/model/key';
import { terraformText } from '../../../src/model/terraform/terraform';
import { awsKey, azureKey, gcpKey } from '../access/sampleKeys';

const cluster = (label: string, addresses: string) => `
# The cluster comes last: it needs the grant, and nothing in it says so but depends_on.
# resource "confluent_kafka_cluster" "main" {
#   # ...
#   byok_key {
#     id = confluent_byok_key.${label}.id
#   }
#   depends_on = [${addresses}]
# }
`;
const awsText = `resource "confluent_byok_key" "main" {
  aws {
    key_arn = "${awsKey.keyArn}"
  }
}

import {
  to = confluent_byok_key.main
  id = "cck-12345"
}

# The order that avoids a circle: aws_kms_key, confluent_byok_key, aws_kms_key_policy, cluster. The policy is a
# resource of its own, because it names roles that exist only once the key is registered.
# This replaces the whole policy of the key: add what else it must hold.
resource "aws_kms_key_policy" "main" {
  key_id = "${awsKey.keyArn}"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid    = "Enable IAM User Permissions"
        Effect = "Allow"
        Principal = {
          AWS = "arn:aws:iam::111122223333:root"
        }
        Action   = "kms:*"
        Resource = "*"
      },
      {
        Sid    = "Allow Confluent accounts to use the key"
        Effect = "Allow"
        Principal = {
          AWS = confluent_byok_key.main.aws[0].roles
        }
        Action = [
          "kms:Encrypt",
          "kms:Decrypt",
          "kms:ReEncrypt*",
          "kms:GenerateDataKey*",
          "kms:DescribeKey",
        ]
        Resource = "*"
      },
      {
        Sid    = "Allow Confluent accounts to attach persistent resources"
        Effect = "Allow"
        Principal = {
          AWS = confluent_byok_key.main.aws[0].roles
        }
        Action = [
          "kms:CreateGrant",
          "kms:ListGrants",
          "kms:RevokeGrant",
        ]
        Resource = "*"
      },
    ]
  })
}
${cluster('main', 'aws_kms_key_policy.main')}`;
const assignment = (name: string, role: string) => `resource "azurerm_role_assignment" "main_${name}" {
  scope                = "${azureKey.keyVaultId}"
  role_definition_name = "${role}"
  principal_id         = azuread_service_principal.main.object_id
  principal_type       = "ServicePrincipal"
}
`;
const azureText = `resource "confluent_byok_key" "main" {
  azure {
    tenant_id      = "${azureKey.tenantId}"
    key_vault_id   = "${azureKey.keyVaultId}"
    key_identifier = "${azureKey.keyId}"
  }
}

resource "azuread_service_principal" "main" {
  client_id    = confluent_byok_key.main.azure[0].application_id
  use_existing = true
}

${assignment('encryption_user', 'Key Vault Crypto Service Encryption User')}
${assignment('reader', 'Key Vault Reader')}${cluster(
  'main',
  'azurerm_role_assignment.main_encryption_user, azurerm_role_assignment.main_reader',
)}`;
const gcpText = `resource "confluent_byok_key" "main" {
  gcp {
    key_id = "${gcpKey.keyId}"
  }
}

# Google takes about half a minute to know a new group.
resource "time_sleep" "main" {
  create_duration = "30s"
  depends_on      = [confluent_byok_key.main]
}

resource "google_kms_crypto_key_iam_member" "main" {
  for_each = toset([
    "roles/cloudkms.cryptoKeyEncrypterDecrypter",
    "roles/cloudkms.viewer",
  ])

  crypto_key_id = "${gcpKey.keyId}"
  role          = each.value
  member        = "group:\${confluent_byok_key.main.gcp[0].security_group}"
  depends_on    = [time_sleep.main]
}
${cluster('main', 'google_kms_crypto_key_iam_member.main')}`;

function textOf(key: CloudKey, options: GrantOptions = {}): string {
  const text = terraformText(key, options);
  return typeof text === 'string' ? text : assert.fail(text.unavailable);
}

describe('terraformText', () => {
  const whole: readonly (readonly [label: string, key: CloudKey, options: GrantOptions, text: string])[] = [
    ['AWS, with the registration to import', awsKey, { registeredId: 'cck-12345' }, awsText],
    ['Azure', azureKey, {}, azureText],
    ['Google Cloud', gcpKey, {}, gcpText],
    [
      'AWS, before Confluent has named its roles',
      { ...awsKey, roles: [] },
      { registeredId: 'cck-12345' },
      awsText,
    ],
    [
      'Azure, before Confluent has named its application',
      { ...azureKey, applicationId: undefined },
      {},
      azureText,
    ],
    ['Google Cloud, before Confluent has named its group', { ...gcpKey, securityGroup: '' }, {}, gcpText],
  ];
  for (const [label, key, options, text] of whole) {
    it(`writes ${label}`, () => assert.equal(textOf(key, options), text));
  }

  it('binds a Google key without its version', () => {
    const text = textOf({ ...gcpKey, keyId: `${gcpKey.keyId}/cryptoKeyVersions/3` });
    assert.deepEqual(text.match(/(key_id|crypto_key_id) += .*/g), [
      `key_id = "${gcpKey.keyId}/cryptoKeyVersions/3"`,
      `crypto_key_id = "${gcpKey.keyId}"`,
    ]);
  });

  it('says which environment a sovereign cloud of Azure needs', () =>
    assert.match(
      textOf({ ...azureKey, keyId: 'https://vault-1.vault.azure.cn/keys/key-1' }),
      /\n# .*environment = "china"\.\nresource "azuread_service_principal"/,
    ));

  it('takes the policy that the key has, and adds what it lacks', () => {
    const currentPolicy = JSON.stringify({
      Statement: [{ Effect: 'Deny', Principal: '*', Action: 'kms:Sign', Resource: '${x}', 'odd name': [] }],
    });
    const text = textOf(awsKey, { currentPolicy });
    assert.doesNotMatch(text, /This replaces|:root/);
    assert.match(text, /Resource {3}= "\$\$\{x\}"\n {8}"odd name" = \[\]\n/);
    assert.match(text, /Sid {4}= "Allow Confluent accounts to use the key"/);
  });

  const labels: readonly (readonly [label: string, name: string])[] = [
    ['billing', 'billing'],
    ['billing-2_b', 'billing-2_b'],
    ['2nd key', '_2nd_key'],
    ['-a', '_-a'],
    ['\u043A\u043B\u044E\u0447" {', '_______'],
    ['', '_'],
  ];
  for (const [label, name] of labels) {
    it(`names the resources ${name} for "${label}"`, () =>
      assert.match(
        textOf(gcpKey, { label }),
        new RegExp(`^resource "confluent_byok_key" "${name}" \\{
`),
      ));
  }

  const refused: readonly (readonly [label: string, key: CloudKey, options: GrantOptions, reason: string])[] =
    [
      ['an alias as a key', { ...awsKey, keyArn: 'alias/a' }, {}, 'identifierUnexpected'],
      [
        'a policy without roles to add',
        { ...awsKey, roles: [] },
        { currentPolicy: '{"Statement":[]}' },
        'rolesMissing',
      ],
      ['a policy that cannot be read', awsKey, { currentPolicy: '{' }, 'policyUnreadable'],
      ['a kind that came later', { kind: 'unknown', apiKind: 'OciKey', raw: {} }, {}, 'unknownKind'],
    ];
  for (const [label, key, options, reason] of refused) {
    it(`has no text for ${label}, and says why`, () =>
      assert.deepEqual(terraformText(key, options), { unavailable: reason }));
  }

  it('has the same lines whatever the service sends', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        const hostile = `${text}"
}
\${file("x")}`;
        const lines = (value: string) => value.split(/[\n\r\u0085\u2028\u2029]/).length;
        const [azure, gcp] = [
          { ...azureKey, tenantId: hostile, keyVaultId: hostile },
          { ...gcpKey, keyId: hostile },
        ];
        assert.equal(lines(textOf(azure)), lines(azureText));
        assert.equal(lines(textOf(gcp)), lines(gcpText));
        assert.doesNotMatch(textOf(azure) + textOf(gcp), /(^|[^$])\$\{file/);
        const registeredId = hostile;
        assert.equal(lines(textOf(awsKey, { registeredId })), lines(awsText));
      }),
    ));
});
