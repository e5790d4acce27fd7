import assert from 'node:assert/strict';
import { explainAccess } from '../../../src/model/access/accessMessages';
import { checkKeyIamPolicy } from '../../../src/model/access/checkKeyIamPolicy';
import { gcpGrant } from '../../../src/model/access/gcp';
import { gcpKey } from './sampleKeys';

const made = gcpGrant(gcpKey);
const grant = 'kind' in made ? made : assert.fail('no grant');
const group = 'group:cck-abcde@confluent.io';
const custom = 'projects/my-project/roles/my_ring_my_key_custom_kms_role';
const encrypterDecrypter = 'roles/cloudkms.cryptoKeyEncrypterDecrypter';
const viewer = 'roles/cloudkms.viewer';
const decrypt = 'cloudkms.cryptoKeyVersions.useToDecrypt';
const encrypt = 'cloudkms.cryptoKeyVersions.useToEncrypt';
const get = 'cloudkms.cryptoKeys.get';
const all = [decrypt, encrypt, get];
const inherited = 'Bindings of the key ring, the project and above are not shown here, and would count too.';
const bind = (role: string, change: object = {}) => ({
  role,
  members: ['user:ann@example.com', group],
  ...change,
});

const cases: readonly (readonly [
  label: string,
  bindings: readonly object[] | undefined,
  missing: readonly string[],
  ...warnings: string[],
])[] = [
  ['the custom role', [bind(custom)], []],
  ['the two predefined roles', [bind(encrypterDecrypter), bind(viewer)], []],
  [
    'a role for each permission',
    ['roles/cloudkms.cryptoKeyEncrypter', 'roles/cloudkms.cryptoKeyDecrypter', viewer].map(role =>
      bind(role),
    ),
    [],
  ],
  [
    'the group in other letters',
    [bind(custom, { members: [group.toUpperCase().replace('GROUP', 'group')] })],
    [],
  ],
  ['a key that binds nobody', undefined, all, inherited],
  ['somebody else', [bind(custom, { members: ['group:other@confluent.io'] })], all, inherited],
  ['the address as a user', [bind(custom, { members: [group.replace('group', 'user')] })], all, inherited],
  ['one role of two', [bind(encrypterDecrypter)], [get], inherited],
  ['a role without what is needed', [bind('roles/cloudkms.signer')], all, inherited],
  [
    'a condition',
    [bind(custom, { condition: { title: 'x', expression: 'true' } })],
    all,
    `${custom} is bound under a condition. Access may fail because of it.`,
    inherited,
  ],
  [
    'a custom role of another name',
    [bind('organizations/1/roles/kms')],
    all,
    'The policy does not show what organizations/1/roles/kms permits.',
    inherited,
  ],
];

describe('checkKeyIamPolicy', () => {
  for (const [label, bindings, missing, ...warnings] of cases) {
    it(`${missing.length === 0 ? 'lacks nothing' : 'says what is lacking'} with ${label}`, () => {
      const check = checkKeyIamPolicy(JSON.stringify({ bindings, etag: 'ACAB' }), grant);
      assert.deepEqual(check.ok && [check.missing, check.warnings.map(explainAccess)], [missing, warnings]);
    });
  }

  for (const output of ['', '[]', 'etag: ACAB', '{"bindings": 7}']) {
    it(`does not take ${JSON.stringify(output)} for an empty policy`, () =>
      assert.deepEqual(checkKeyIamPolicy(output, grant), {
        ok: false,
        problem: { code: 'listNotJson', args: [] },
      }));
  }
});
