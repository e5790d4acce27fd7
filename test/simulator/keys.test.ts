import assert from 'node:assert/strict';
import type { JsonObject, JsonValue } from '../../src/model/json';
import { ask, errorsOf, idsOf, origin } from './ask';
import { simulatorOf } from './simulatorOf';

const awsKey = {
  kind: 'AwsKey',
  key_arn: 'arn:aws-us-gov:kms:us-gov-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
};
const azureKey = {
  kind: 'AzureKey',
  key_id: 'https://vault-name.vault.azure.net/keys/key-name',
  key_vault_id:
    '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/vault-name',
  tenant_id: '00000000-0000-0000-0000-000000000000',
};
const gcpKey = { kind: 'GcpKey', key_id: 'projects/p/locations/us-central1/keyRings/r/cryptoKeys/k' };

describe('listing keys', () => {
  const filters: readonly [string, readonly string[]][] = [
    ['display_name=ledger', ['cck-z2k7y', 'cck-e6j4u']],
    ['display_name=Ledger', []],
    ['provider=', ['all']],
    ['provider=Azure', ['cck-v1c8k', 'cck-u4n6b', 'cck-t9s2l', 'cck-a8d0n']],
    ['provider=AZURE', []],
    ['state=IN_USE&provider=GCP', ['cck-w0f5r']],
    ['validation_phase=INVALID', ['cck-x5r1t', 'cck-u4n6b', 'cck-b0v6h']],
    ['validation_phase=INITIALIZING', ['cck-n5o1i', 'cck-v1c8k']],
    ['validation_region=us-west-2', ['cck-b0v6h', 'cck-3nd8s']],
    // Never validated, and so in no region, although its ARN names one.
    ['validation_region=ap-southeast-2', []],
    ['key=key/f6916d2a', ['cck-z2k7y', 'cck-e6j4u']],
    ['key=kv-crm', ['cck-a8d0n']],
    ['key=cryptoKeys/search', ['cck-w0f5r']],
  ];
  for (const [query, expected] of filters) {
    it(`by ${query}`, async () => {
      const { simulator, organization } = simulatorOf();
      const { json } = await ask(simulator, `GET /byok/v1/keys?page_size=100&${query}`);
      const newestFirst = [...organization.keys].sort((a, b) => b.createdAt - a.createdAt).map(key => key.id);
      assert.deepEqual(idsOf(json), expected[0] === 'all' ? newestFirst : expected);
    });
  }

  it('without telling cases apart, where the service should not', async () => {
    const { simulator } = simulatorOf({}, { caseSensitiveFilters: false });
    const { json } = await ask(simulator, 'GET /byok/v1/keys?display_name=LEDGER&key=ARN:AWS');
    assert.deepEqual(idsOf(json), ['cck-z2k7y', 'cck-e6j4u']);
  });

  it('refuses a filter it does not know', async () => {
    const { status, json } = await ask(simulatorOf().simulator, 'GET /byok/v1/keys?num_doors=3');
    assert.deepEqual(
      [status, errorsOf(json)],
      [
        400,
        [
          {
            status: '400',
            code: 'invalid_filter',
            title: 'Invalid Filter',
            detail: "The 'Key' resource can't be filtered by 'num_doors'",
            source: { parameter: 'num_doors' },
          },
        ],
      ],
    );
  });
});

describe('registering a key', () => {
  it('answers with what Confluent adds, and validates it later', async () => {
    const { simulator, clock } = simulatorOf();
    const { status, headers, json } = await ask(simulator, 'POST /byok/v1/keys', {
      body: { display_name: 'billing', key: azureKey, state: 'IN_USE' },
    });
    const id = String(json['id']);
    const applicationId = applicationOf(json);
    assert.match(id, /^cck-[0-9a-z]{5}$/);
    assert.match(applicationId, /^[0-9a-f-]{36}$/);
    assert.deepEqual(
      [status, headers.get('Location'), json],
      [
        201,
        `${origin}/byok/v1/keys/${id}`,
        {
          api_version: 'byok/v1',
          kind: 'Key',
          id,
          metadata: {
            self: `${origin}/byok/v1/keys/${id}`,
            resource_name: `crn://confluent.cloud/organization=9bb441c4-edef-46ac-8a41-c49e44a3fd9a/key=${id}`,
            created_at: '2026-03-01T12:00:00.000Z',
            updated_at: '2026-03-01T12:00:00.000Z',
          },
          display_name: 'billing',
          key: { ...azureKey, application_id: applicationId },
          provider: 'Azure',
          state: 'AVAILABLE',
          validation: { phase: 'INITIALIZING', since: '2026-03-01T12:00:00.000Z' },
        },
      ],
    );
    clock.advance(15_000);
    const later = await ask(simulator, `GET /byok/v1/keys/${id}`);
    assert.deepEqual(later.json['validation'], {
      phase: 'VALID',
      since: '2026-03-01T12:00:15.000Z',
      region: 'eastus',
    });
  });

  it('gives roles in the partition of the key, and a group to a Google key', async () => {
    const { simulator } = simulatorOf({ keys: [] });
    await ask(simulator, 'POST /byok/v1/keys', { body: { key: awsKey } });
    const { json: google } = await ask(simulator, 'POST /byok/v1/keys', { body: { key: gcpKey } });
    const versioned = { ...gcpKey, key_id: `${gcpKey.key_id}/cryptoKeyVersions/3` };
    const { status } = await ask(simulator, 'POST /byok/v1/keys', { body: { key: versioned } });
    assert.equal(status, 201);
    const { json } = await ask(simulator, 'GET /byok/v1/keys?provider=AWS');
    assert.match(
      JSON.stringify(json),
      /"roles":\["arn:aws-us-gov:iam::\d{12}:role\/[^"]+","arn:aws-us-gov:iam::\d{12}:role\/cc-kafka-/,
    );
    assert.deepEqual(google['key'], { ...gcpKey, security_group: `${String(google['id'])}@confluent.io` });
  });

  const refused: readonly [string, JsonValue, number, readonly string[]][] = [
    ['no JSON', '{"key":', 400, ['']],
    ['no object', [1], 422, ['']],
    ['no key', { display_name: 'x' }, 422, ['/key']],
    ['a key that is text', { key: 'arn:aws:kms' }, 422, ['/key']],
    ['no kind', { key: { key_arn: awsKey.key_arn } }, 422, ['/key/kind']],
    ['a kind of another cloud', { key: { kind: 'OciKey' } }, 422, ['/key/kind']],
    ['a kind that only objects have', { key: { kind: 'constructor' } }, 422, ['/key/kind']],
    [
      'fields left out',
      { key: { kind: 'AzureKey' } },
      422,
      ['/key/key_id', '/key/key_vault_id', '/key/tenant_id'],
    ],
    [
      'an alias',
      { key: { ...awsKey, key_arn: 'arn:aws:kms:us-west-2:111122223333:alias/a' } },
      422,
      ['/key/key_arn'],
    ],
    [
      'a version',
      { key: { ...azureKey, key_id: `${azureKey.key_id}/${'0'.repeat(32)}` } },
      422,
      ['/key/key_id'],
    ],
    [
      'two mistakes',
      { display_name: 7, key: { ...gcpKey, key_id: 'k' } },
      422,
      ['/display_name', '/key/key_id'],
    ],
  ];
  for (const [name, body, status, pointers] of refused) {
    it(`refuses ${name}`, async () => {
      const { simulator, organization } = simulatorOf();
      const reply = await ask(simulator, 'POST /byok/v1/keys', { body });
      const named = errorsOf(reply.json).map(
        ({ source }) => (source as JsonObject | undefined)?.['pointer'] ?? '',
      );
      assert.deepEqual([reply.status, named], [status, pointers]);
      const { json } = await ask(simulator, 'GET /byok/v1/keys?page_size=100');
      assert.equal(idsOf(json).length, organization.keys.length);
    });
  }

  it('refuses the 21st', async () => {
    const { simulator } = simulatorOf({ keyLimit: 19 });
    const statuses = [];
    for (let index = 0; index < 2; index += 1) {
      statuses.push((await ask(simulator, 'POST /byok/v1/keys', { body: { key: awsKey } })).status);
    }
    simulator.behaviour.quotaStatus = 400;
    const { status, json } = await ask(simulator, 'POST /byok/v1/keys', { body: { key: awsKey } });
    assert.deepEqual([...statuses, status], [201, 402, 400]);
    assert.match(String(errorsOf(json)[0]?.['detail']), /.* is currently limited to 19/);
  });
});

describe('changing a key', () => {
  const cases: readonly [string, JsonValue, number, string | undefined][] = [
    ['a name', { display_name: 'new' }, 200, 'new'],
    ['an empty name', { display_name: '' }, 200, ''],
    ['nothing', {}, 200, 'clickstream-dev'],
    ['a name that is none', { display_name: null }, 422, 'clickstream-dev'],
    ['its cloud key', { key: awsKey }, 422, 'clickstream-dev'],
  ];
  for (const [name, body, status, displayName] of cases) {
    it(`to ${name}`, async () => {
      const { simulator } = simulatorOf();
      const reply = await ask(simulator, 'PATCH /byok/v1/keys/cck-3nd8s', { body });
      const { json } = await ask(simulator, 'GET /byok/v1/keys/cck-3nd8s');
      assert.deepEqual([reply.status, json['display_name']], [status, displayName]);
    });
  }

  it('is told in its metadata', async () => {
    const { simulator, clock } = simulatorOf();
    clock.advance(60_000);
    const { json } = await ask(simulator, 'PATCH /byok/v1/keys/cck-3nd8s', { body: { display_name: 'new' } });
    assert.equal((json['metadata'] as JsonObject)['updated_at'], '2026-03-01T12:01:00.000Z');
  });
});

describe('deleting a key', () => {
  const cases: readonly [string, number, boolean][] = [
    ['cck-3nd8s', 204, true],
    ['cck-7k2ma', 409, false],
    ['cck-h3t5q', 409, false],
    ['cck-00000', 403, true],
  ];
  for (const [id, status, gone] of cases) {
    it(`${id} answers ${status}`, async () => {
      const { simulator } = simulatorOf();
      const reply = await ask(simulator, `DELETE /byok/v1/keys/${id}`);
      const after = await ask(simulator, `GET /byok/v1/keys/${id}`);
      assert.deepEqual([reply.status, after.status], [status, gone ? 403 : 200]);
    });
  }
});

function applicationOf(json: JsonObject): string {
  return String((json['key'] as JsonObject)['application_id']);
}
