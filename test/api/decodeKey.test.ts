import fc from 'fast-check';
import assert from 'node:assert/strict';
import { decodeKey } from '../../src/api/decodeKey';
import type { JsonObject, JsonValue } from '../../src/model/json';
import type { Key } from '../../src/model/key';

const arn = 'arn:aws:kms:us-west-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';
const vault =
  '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/v';
const tenant = '00000000-0000-0000-0000-000000000000';
const gcpKey = 'projects/p/locations/us-central1/keyRings/r/cryptoKeys/k';

const full: JsonObject = {
  api_version: 'byok/v1',
  kind: 'Key',
  id: 'cck-12345',
  metadata: {
    self: 'https://api.confluent.cloud/byok/v1/keys/cck-12345',
    resource_name: 'crn://confluent.cloud/organization=9bb441c4/key=cck-12345',
    created_at: '2023-01-20T10:17:45.169836528Z',
    updated_at: '2024-03-20 15:30:00+00:00',
  },
  display_name: 'Key for billing cluster',
  key: { kind: 'AwsKey', key_arn: arn, roles: ['arn:aws:iam::1:role/a', 'arn:aws:iam::1:role/b'] },
  provider: 'AWS',
  state: 'IN_USE',
  validation: {
    phase: 'INVALID',
    message: 'Access to key denied.',
    since: '2024-03-20 15:30:00+00:00',
    region: 'us-west-2',
  },
};

const decoded: Key = {
  id: 'cck-12345',
  displayName: 'Key for billing cluster',
  provider: 'AWS',
  state: 'IN_USE',
  validation: {
    phase: 'INVALID',
    message: 'Access to key denied.',
    since: Date.UTC(2024, 2, 20, 15, 30),
    region: 'us-west-2',
  },
  cloudKey: { kind: 'AwsKey', keyArn: arn, roles: ['arn:aws:iam::1:role/a', 'arn:aws:iam::1:role/b'] },
  resourceName: 'crn://confluent.cloud/organization=9bb441c4/key=cck-12345',
  createdAt: Date.UTC(2023, 0, 20, 10, 17, 45, 169),
  updatedAt: Date.UTC(2024, 2, 20, 15, 30),
  raw: full,
};

const withKey = (key: JsonObject): JsonObject => ({ ...full, key });

describe('decodeKey', () => {
  const readable: readonly (readonly [label: string, raw: JsonObject, differing: Partial<Key>])[] = [
    ['a whole key', full, {}],
    [
      'only what every answer promises',
      { id: 'cck-12345', key: { kind: 'AwsKey', key_arn: arn } },
      {
        displayName: undefined,
        state: 'UNKNOWN',
        validation: undefined,
        cloudKey: { kind: 'AwsKey', keyArn: arn, roles: [] },
        resourceName: undefined,
        createdAt: undefined,
        updatedAt: undefined,
      },
    ],
    [
      'the shape of 2023',
      {
        ...withKey({
          kind: 'AzureKey',
          key_id: 'https://v.vault.azure.net/keys/k/1',
          key_vault_id: vault,
          tenant_id: tenant,
          application_id: '',
        }),
        provider: 'AZURE',
        display_name: null,
        validation: null,
      },
      {
        displayName: undefined,
        provider: 'Azure',
        validation: undefined,
        cloudKey: {
          kind: 'AzureKey',
          keyId: 'https://v.vault.azure.net/keys/k/1',
          keyVaultId: vault,
          tenantId: tenant,
          applicationId: undefined,
        },
      },
    ],
    [
      'a key of Google Cloud',
      {
        ...withKey({ kind: 'GcpKey', key_id: gcpKey, security_group: 'cck-abcde@confluent.io' }),
        provider: 'GCP',
      },
      {
        provider: 'GCP',
        cloudKey: { kind: 'GcpKey', keyId: gcpKey, securityGroup: 'cck-abcde@confluent.io' },
      },
    ],
    [
      'a kind with its group',
      withKey({ kind: 'byok.v1.AwsKey', key_arn: arn, roles: [] }),
      { cloudKey: { kind: 'AwsKey', keyArn: arn, roles: [] } },
    ],
    [
      'words of the future',
      {
        ...withKey({ kind: 'OciKey', ocid: 'ocid1.key' }),
        provider: 'OCI',
        state: 'RETIRING',
        validation: { phase: 'PAUSED', since: 'soon' },
        colour: 'blue',
      },
      {
        provider: 'OCI',
        state: 'RETIRING',
        validation: { phase: 'PAUSED', message: undefined, since: undefined, region: undefined },
        cloudKey: { kind: 'unknown', apiKind: 'OciKey', raw: { kind: 'OciKey', ocid: 'ocid1.key' } },
      },
    ],
    ['known words in another case', { ...full, provider: 'aws', state: 'in_use' }, {}],
    [
      'values of wrong types',
      { ...full, display_name: 7, metadata: [], validation: 'VALID' },
      {
        displayName: undefined,
        resourceName: undefined,
        createdAt: undefined,
        updatedAt: undefined,
        validation: undefined,
      },
    ],
    [
      'roles that are not all text',
      withKey({ kind: 'AwsKey', key_arn: arn, roles: ['arn:aws:iam::1:role/a', 5, null] }),
      { cloudKey: { kind: 'AwsKey', keyArn: arn, roles: ['arn:aws:iam::1:role/a'] } },
    ],
    [
      'a long message',
      { ...full, validation: { phase: 'INVALID', message: 'x'.repeat(1001) } },
      {
        validation: {
          phase: 'INVALID',
          message: `${'x'.repeat(999)}…`,
          since: undefined,
          region: undefined,
        },
      },
    ],
    ['hostile text, cleaned', { ...full, display_name: 'a\n\u202eb' }, { displayName: 'a ⟨U+202E⟩b' }],
  ];
  for (const [label, raw, differing] of readable) {
    it(`reads ${label}`, () => assert.deepEqual(decodeKey(raw), { ...decoded, ...differing, raw }));
  }

  const unreadable: readonly (readonly [
    label: string,
    raw: JsonValue,
    id: string | undefined,
    reason: string,
  ])[] = [
    ['null', null, undefined, 'not an object'],
    ['a list', [full], undefined, 'not an object'],
    ['no id', { ...full, id: null }, undefined, 'no usable id'],
    ['an id that cannot be asked for again', { ...full, id: 'cck\n1' }, 'cck 1', 'no usable id'],
    ['an id that is too long', { ...full, id: 'x'.repeat(257) }, `${'x'.repeat(255)}…`, 'no usable id'],
    ['no key', { ...full, key: null }, 'cck-12345', 'no key object'],
    ['a key of no kind', withKey({ key_arn: arn }), 'cck-12345', 'no key.kind'],
    ['an AwsKey without its ARN', withKey({ kind: 'AwsKey' }), 'cck-12345', 'no key.key_arn'],
    ['a GcpKey without its name', withKey({ kind: 'GcpKey', key_id: '' }), 'cck-12345', 'no key.key_id'],
    [
      'an AzureKey without its tenant',
      withKey({ kind: 'AzureKey', key_id: 'https://v.vault.azure.net/keys/k', key_vault_id: vault }),
      'cck-12345',
      'no key.tenant_id',
    ],
    [
      'an AzureKey without its vault',
      withKey({ kind: 'AzureKey', key_id: 'https://v.vault.azure.net/keys/k', tenant_id: tenant }),
      'cck-12345',
      'no key.key_vault_id',
    ],
  ];
  for (const [label, raw, id, reason] of unreadable) {
    it(`says why it cannot read ${label}`, () => assert.deepEqual(decodeKey(raw), { id, reason, raw }));
  }

  it('holds nothing of what is nested too deeply to be shown or compared', () => {
    const nested = (levels: number): JsonValue =>
      JSON.parse(`${'{"a":['.repeat(levels)}${']}'.repeat(levels)}`) as JsonValue;
    const [deep, shallow] = [nested(100_000), nested(20)].map(more => decodeKey({ ...full, more }));
    assert.deepEqual(deep, { id: 'cck-12345', reason: 'nested too deeply', raw: null });
    assert.equal((shallow as Key).displayName, decoded.displayName);
  });

  it('keeps the service’s own JSON untouched', () => {
    assert.equal((decodeKey(full) as Key).raw, full);
  });

  it('never throws', () => {
    const anyKey = fc.record({
      id: fc.constant('cck-1'),
      key: fc.jsonValue(),
      metadata: fc.jsonValue(),
      validation: fc.jsonValue(),
    });
    fc.assert(fc.property(fc.oneof(fc.jsonValue(), anyKey), json => void decodeKey(json as JsonValue)));
  });
});
