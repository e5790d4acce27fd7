import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { GrantOptions } from '../../../src/model/access/grant';
import { grantText } from '../../../src/model/access/grantText';
import { singleLine } from '../../../src/model/access/singleLine';
import type { CloudKey } from '../../../src/model/key';
import { runCommands } from './runCommands';
import { awsKey, azureKey, gcpKey, roles } from './sampleKeys';

const principal = 'aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee';
const keyId = ['--key-id', awsKey.keyArn, '--region', 'us-west-2', '--policy-name', 'default'];
const get = ['aws', 'kms', 'get-key-policy', ...keyId, '--query', 'Policy', '--output', 'text'];
const put = ['aws', 'kms', 'put-key-policy', ...keyId, '--policy', 'file://key-policy.json'];

const sp = (verb: string, application = azureKey.applicationId ?? '') => [
  'az',
  'ad',
  'sp',
  verb,
  '--id',
  application,
  '--query',
  'id',
  '--output',
  'tsv',
];
const assign = (role: string, scope = azureKey.keyVaultId) => [
  'az',
  'role',
  'assignment',
  'create',
  '--role',
  role,
  '--scope',
  scope,
  '--assignee-object-id',
  principal,
  '--assignee-principal-type',
  'ServicePrincipal',
];
const encryptionUser = 'e147488a-f6f5-4113-8e2d-b22465e65bf6';
const reader = '21090545-7ca7-4776-b22c-e363652d74d2';

const role = 'my_ring_my_key_custom_kms_role';
const describeRole = ['gcloud', 'iam', 'roles', 'describe', role, '--project=my-project'];
const createRole = [
  'gcloud',
  'iam',
  'roles',
  'create',
  role,
  '--project=my-project',
  '--description=Grant necessary permissions for Confluent to access KMS key',
  '--permissions=cloudkms.cryptoKeyVersions.useToDecrypt,cloudkms.cryptoKeyVersions.useToEncrypt,cloudkms.cryptoKeys.get',
];
const bind = (name: string, group = gcpKey.securityGroup ?? '') => [
  'gcloud',
  'kms',
  'keys',
  'add-iam-policy-binding',
  'my-key',
  '--project=my-project',
  '--keyring=my-ring',
  '--location=us-central1',
  `--member=group:${group}`,
  `--role=${name}`,
];
const customRole = `projects/my-project/roles/${role}`;

const pieces = [
  "'",
  '"',
  '`',
  '$(exit 9)',
  '${HOME}',
  '\\',
  '\n',
  '; exit 9',
  '&& exit 9',
  '#',
  '!',
  '-',
  ' ',
  '\u2019',
  'x',
];
const hostile = fc
  .array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 8 })
  .map(parts => parts.join(''));

function commands(key: CloudKey, options: GrantOptions = {}): string {
  const made = grantText(key, 'commands', options);
  return 'text' in made ? made.text : assert.fail(made.unavailable);
}

function line(key: CloudKey, step?: 'get' | 'put'): string {
  const made = singleLine(key, 'posix', step ? { step } : {});
  return 'line' in made ? made.line : assert.fail(made.unavailable);
}

describe('the commands in a real sh', () => {
  for (const [form, awsScript, azureScript, gcpScript] of [
    ['as a script', commands(awsKey), commands(azureKey), commands(gcpKey)],
    ['as one line', `${line(awsKey)}\n${line(awsKey, 'put')}`, line(azureKey), line(gcpKey)],
  ] as const) {
    it(`${form}: AWS saves the policy and puts it back, which alone changes nothing`, () =>
      assert.deepEqual(
        runCommands(awsScript, { prints: [['*get-key-policy*', '{"Version":"2012-10-17"}']] }),
        {
          calls: [get, put],
          exitCode: 0,
          policyFile: '{"Version":"2012-10-17"}\n',
        },
      ));

    it(`${form}: Azure takes the service principal that is there`, () =>
      assert.deepEqual(runCommands(azureScript, { prints: [['*ad\\ sp\\ show*', principal]] }).calls, [
        sp('show'),
        assign(encryptionUser),
        assign(reader),
      ]));

    it(`${form}: Azure makes the service principal where it is missing`, () => {
      const stubs = { prints: [['*ad\\ sp\\ create*', principal]], fails: ['*ad\\ sp\\ show*'] } as const;
      assert.deepEqual(runCommands(azureScript, stubs), {
        calls: [sp('show'), sp('create'), assign(encryptionUser), assign(reader)],
        exitCode: 0,
        policyFile: undefined,
      });
    });

    it(`${form}: Azure assigns nothing to nobody`, () => {
      const ran = runCommands(azureScript, { fails: ['*ad\\ sp*'] });
      assert.deepEqual([ran.calls, ran.exitCode], [[sp('show'), sp('create')], 3]);
    });

    it(`${form}: Google Cloud makes the role where it is missing, and binds it`, () =>
      assert.deepEqual(runCommands(gcpScript, { fails: ['*roles\\ describe*'] }).calls, [
        describeRole,
        createRole,
        bind(customRole),
      ]));

    it(`${form}: Google Cloud binds the role that an earlier run made`, () =>
      assert.deepEqual(runCommands(gcpScript).calls, [describeRole, bind(customRole)]));
  }

  it('put a merged policy, whatever is in it', () => {
    const current = { Version: '2012-10-17', Id: "it's $(touch x) `y` \\ END_OF_POLICY", Statement: [] };
    const script = commands(awsKey, { currentPolicy: JSON.stringify(current) });
    const { calls, policyFile = '' } = runCommands(script);
    const policy = JSON.parse(policyFile) as { Id: string; Statement: { Principal: object }[] };
    assert.deepEqual(
      [calls, policy.Id, policy.Statement.map(({ Principal }) => Principal)],
      [[put], current.Id, [{ AWS: roles }, { AWS: roles }]],
    );
  });

  it('go to a sovereign cloud of Azure first', () => {
    const key = { ...azureKey, keyId: 'https://vault-1.vault.usgovcloudapi.net/keys/key-1' };
    const { calls } = runCommands(commands(key), { prints: [['*ad\\ sp*', principal]] });
    assert.deepEqual(calls.slice(0, 2), [['az', 'cloud', 'set', '--name', 'AzureUSGovernment'], sp('show')]);
  });

  it("bind Google's two own roles where that is wanted", () =>
    assert.deepEqual(runCommands(commands(gcpKey, { gcpRoles: 'predefined' })).calls, [
      bind('roles/cloudkms.cryptoKeyEncrypterDecrypter'),
      bind('roles/cloudkms.viewer'),
    ]));

  it('name a Google key in full where its name would be an option', () => {
    const key = { ...gcpKey, keyId: gcpKey.keyId.replace('my-key', '-k') };
    const { calls } = runCommands(commands(key));
    assert.deepEqual(
      calls.map(call => call[4]),
      ['my_ring__k_custom_kms_role', key.keyId],
    );
  });

  it('hand over any text of the service as one argument', () =>
    fc.assert(
      fc.property(hostile, hostile, (first, second) => {
        const azure = runCommands(commands({ ...azureKey, applicationId: first, keyVaultId: second }), {
          prints: [['*ad\\ sp*', principal]],
        });
        assert.deepEqual(azure.calls, [
          sp('show', first),
          assign(encryptionUser, second),
          assign(reader, second),
        ]);
        const gcp = runCommands(commands({ ...gcpKey, securityGroup: first }));
        assert.deepEqual(gcp.calls, [describeRole, bind(customRole, first)]);
      }),
      { numRuns: 15 },
    ));
});
