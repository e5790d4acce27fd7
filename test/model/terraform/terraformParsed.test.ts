import { parse } from '@cdktf/hcl2json';
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { GrantOptions } from '../../../src/model/access/grant';
import type { JsonValue } from '../../../src/model/json';
import type { CloudKey } from '../../../src/model/key';
import { terraformText } from '../../../src/model/terraform/terraform';
import { hclValue } from '../../../src/model/terraform/block';
import { awsKey, azureKey, gcpKey, roles } from '../access/sampleKeys';

/** A text with what ends strings, starts expressions and comments, and hides. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '"',
        '\\',
        '${',
        '$${',
        '%{',
        '}',
        '\n',
        '\r',
        '#',
        '//',
        '/*',
        '<<EOT',
        '\u2028',
        '\0',
      ),
      fc.constantFrom('${file("/etc/passwd")}', '"\n}\nresource "x" "y" {', '%{ for a in b }', 'a', '$', '%'),
      fc.string({ unit: 'binary', maxLength: 5 }),
    ),
    { maxLength: 8 },
  )
  // Terraform's language knows no text that is not well formed, and composes characters (NFC).
  .map(parts => parts.join('').toWellFormed().normalize('NFC'));

/** What a parser of Terraform's language reads; strings are templates there, with `$${` for `${`. */
async function parsed(text: string): Promise<JsonValue> {
  return literal((await parse('main.tf', text)) as JsonValue);
}

function literal(value: JsonValue): JsonValue {
  if (typeof value === 'string') return value.replaceAll('$${', () => '${').replaceAll('%%{', '%{');
  if (Array.isArray(value)) return (value as readonly JsonValue[]).map(literal);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [String(literal(name)), literal(member)]),
  );
}

async function terraform(key: CloudKey, options: GrantOptions = {}): Promise<JsonValue> {
  const text = terraformText(key, options);
  return await parsed(typeof text === 'string' ? text : assert.fail(text.unavailable));
}

const registration = (cloud: string, fields: object) => ({ main: [{ [cloud]: [fields] }] });

describe('what a parser of HCL reads', () => {
  it('in an AWS key: the registration, the import, and the policy', async () => {
    const {
      resource,
      import: imported,
      ...others
    } = (await terraform(awsKey, {
      registeredId: 'cck-12345',
    })) as Record<string, Record<string, JsonValue>>;
    const [policy] = (resource?.['aws_kms_key_policy'] as { main: readonly Record<string, string>[] }).main;
    assert.deepEqual(
      [resource?.['confluent_byok_key'], imported, others, policy?.['key_id']],
      [
        registration('aws', { key_arn: awsKey.keyArn }),
        [{ to: '${confluent_byok_key.main}', id: 'cck-12345' }],
        {},
        awsKey.keyArn,
      ],
    );
    assert.match(
      policy?.['policy'] ?? '',
      /^\$\{jsonencode\(\{.*confluent_byok_key\.main\.aws\[0\]\.roles.*\}\)\}$/s,
    );
  });

  it('in an Azure key, whatever its values are', () =>
    fc.assert(
      fc.asyncProperty(hostile, hostile, hostile, async (keyId, keyVaultId, tenantId) => {
        const assignment = (role: string) => [
          {
            scope: keyVaultId,
            role_definition_name: role,
            principal_id: '${azuread_service_principal.main.object_id}',
            principal_type: 'ServicePrincipal',
          },
        ];
        assert.deepEqual(await terraform({ ...azureKey, keyId, keyVaultId, tenantId }), {
          resource: {
            confluent_byok_key: registration('azure', {
              tenant_id: tenantId,
              key_vault_id: keyVaultId,
              key_identifier: keyId,
            }),
            azuread_service_principal: {
              main: [
                {
                  client_id: '${confluent_byok_key.main.azure[0].application_id}',
                  use_existing: true,
                },
              ],
            },
            azurerm_role_assignment: {
              main_encryption_user: assignment('Key Vault Crypto Service Encryption User'),
              main_reader: assignment('Key Vault Reader'),
            },
          },
        });
      }),
      { numRuns: 150 },
    ));

  it('in a Google key, whatever its values are', () =>
    fc.assert(
      fc.asyncProperty(hostile, hostile, async (keyId, registeredId) => {
        assert.deepEqual(await terraform({ ...gcpKey, keyId }, { registeredId }), {
          import: [{ to: '${confluent_byok_key.main}', id: registeredId }],
          resource: {
            confluent_byok_key: registration('gcp', { key_id: keyId.toWellFormed() }),
            time_sleep: { main: [{ create_duration: '30s', depends_on: ['${confluent_byok_key.main}'] }] },
            google_kms_crypto_key_iam_member: {
              main: [
                {
                  for_each:
                    '${toset([\n    "roles/cloudkms.cryptoKeyEncrypterDecrypter",\n    "roles/cloudkms.viewer",\n  ])}',
                  crypto_key_id: keyId,
                  role: '${each.value}',
                  member: 'group:${confluent_byok_key.main.gcp[0].security_group}',
                  depends_on: ['${time_sleep.main}'],
                },
              ],
            },
          },
        });
      }),
      { numRuns: 150 },
    ));

  it('in a label, whatever it is: a name', () =>
    fc.assert(
      fc.asyncProperty(hostile, async label => {
        const { resource } = (await terraform(gcpKey, { label })) as { resource: Record<string, object> };
        const [name = '', ...others] = Object.keys(resource['confluent_byok_key'] ?? {});
        assert.match(name, /^[A-Za-z_][A-Za-z0-9_-]*$/);
        assert.deepEqual(others, []);
      }),
      { numRuns: 50 },
    ));

  it('in a value of JSON: the same value', () =>
    fc.assert(
      fc.asyncProperty(
        fc.dictionary(hostile, fc.oneof(hostile, fc.array(hostile, { maxLength: 3 }))),
        async value => {
          assert.deepEqual(await parsed(`value = ${hclValue(value)}\n`), { value: { ...value } });
        },
      ),
      { numRuns: 150 },
    ));

  it('in a policy with what was lacking: all that there was', async () => {
    const Id = '"${x}" %{if} \\ \n EOT';
    const text = terraformText(awsKey, {
      currentPolicy: JSON.stringify({ Version: '2012-10-17', Id, Statement: [] }),
    });
    const policy = /jsonencode\((.*)\)\n\}/s.exec(String(text))?.[1] ?? '';
    const { value } = (await parsed(`value = ${policy}\n`)) as {
      value: { Id: string; Statement: { Principal: object }[] };
    };
    assert.deepEqual(
      [value.Id, value.Statement.map(({ Principal }) => Principal)],
      [Id, [{ AWS: roles }, { AWS: roles }]],
    );
  });
});
