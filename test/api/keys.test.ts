import assert from 'node:assert/strict';
import type { ApiError } from '../../src/api/errors';
import { KeysApi, type KeyFilter, type NewKey } from '../../src/api/keys';
import type { JsonObject } from '../../src/model/json';
import type { ScriptedAnswer } from '../fakes/scriptedFetch';
import { collect, outcomeOf, testHttp } from './testHttp';

const endpoint = 'https://api.confluent.cloud';
const arn = 'arn:aws:kms:us-west-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';

const key = (id: string): JsonObject => ({
  id,
  key: { kind: 'AwsKey', key_arn: arn },
  provider: 'AWS',
  state: 'AVAILABLE',
});

function keysApi(script: readonly ScriptedAnswer[]) {
  const { http, service } = testHttp(script);
  const sent = () =>
    service.requests.map(({ method, url, body }) => [method, url.slice(endpoint.length), body]);
  return { keys: new KeysApi(http), sent };
}

describe('KeysApi', () => {
  const filters: readonly (readonly [filter: KeyFilter, query: string])[] = [
    [{}, ''],
    [{ displayName: 'billing & co' }, 'display_name=billing+%26+co&'],
    [{ provider: 'Azure' }, 'provider=Azure&'],
    [{ state: 'IN_USE', phase: 'INVALID' }, 'state=IN_USE&validation_phase=INVALID&'],
    [{ region: 'us-west-2', cloudKey: 'vault-name' }, 'validation_region=us-west-2&key=vault-name&'],
  ];
  for (const [filter, query] of filters) {
    it(`lists by ${JSON.stringify(filter)}`, async () => {
      const { keys, sent } = keysApi([{ json: { data: [], metadata: {} } }]);
      assert.deepEqual(await collect(keys.pages(filter)), [{ keys: [], unreadable: [] }]);
      assert.deepEqual(sent(), [['GET', `/byok/v1/keys?${query}page_size=100`, undefined]]);
    });
  }

  it('gives a key once, and what it cannot read beside the others', async () => {
    const { keys } = keysApi([
      {
        json: { data: [key('cck-1'), key('cck-2'), { id: 'cck-9' }, 7], metadata: { next: '?page_token=a' } },
      },
      {
        json: { data: [key('cck-2'), key('cck-3'), { id: 'cck-9' }, 7], metadata: { next: '?page_token=a' } },
      },
    ]);
    const pages = await collect(keys.pages());
    assert.deepEqual(
      pages.map(page => ({ ...page, keys: page.keys.map(({ id }) => id) })),
      [
        {
          keys: ['cck-1', 'cck-2'],
          unreadable: [
            { id: 'cck-9', reason: 'no key object', raw: { id: 'cck-9' } },
            { id: undefined, reason: 'not an object', raw: 7 },
          ],
        },
        {
          keys: ['cck-3'],
          unreadable: [{ id: undefined, reason: 'not an object', raw: 7 }],
          warning: 'repeatedToken',
        },
      ],
    );
  });

  it('reads one', async () => {
    const { keys, sent } = keysApi([{ json: key('cck-1') }]);
    assert.equal((await keys.get('cck-1')).id, 'cck-1');
    assert.deepEqual(sent(), [['GET', '/byok/v1/keys/cck-1', undefined]]);
  });

  const creations: readonly (readonly [input: NewKey, body: unknown])[] = [
    [
      { displayName: 'Billing', key: { kind: 'AwsKey', keyArn: arn } },
      { display_name: 'Billing', key: { kind: 'AwsKey', key_arn: arn } },
    ],
    [
      {
        key: { kind: 'AzureKey', keyId: 'https://v.vault.azure.net/keys/k', keyVaultId: '/v', tenantId: 't' },
      },
      {
        key: {
          kind: 'AzureKey',
          key_id: 'https://v.vault.azure.net/keys/k',
          key_vault_id: '/v',
          tenant_id: 't',
        },
      },
    ],
    [{ key: { kind: 'GcpKey', keyId: 'projects/p' } }, { key: { kind: 'GcpKey', key_id: 'projects/p' } }],
  ];
  for (const [input, body] of creations) {
    it(`registers ${JSON.stringify(body)}`, async () => {
      const { keys, sent } = keysApi([{ status: 201, json: key('cck-1') }]);
      assert.equal((await keys.create(input)).id, 'cck-1');
      assert.deepEqual(sent(), [['POST', '/byok/v1/keys', JSON.stringify(body)]]);
    });
  }

  it('registers, and learns the id from the Location where the answer leaves it out', async () => {
    const location = `${endpoint}/byok/v1/keys/cck-7`;
    const raw = { key: { kind: 'AwsKey', key_arn: arn } };
    const { keys } = keysApi([{ status: 201, headers: { location }, json: raw }]);
    assert.equal((await keys.create({ key: { kind: 'AwsKey', keyArn: arn } })).id, 'cck-7');
  });

  it('renames', async () => {
    const { keys, sent } = keysApi([{ json: key('cck-1') }]);
    await keys.rename('cck-1', 'New name');
    assert.deepEqual(sent(), [['PATCH', '/byok/v1/keys/cck-1', '{"display_name":"New name"}']]);
  });

  it('deletes', async () => {
    const { keys, sent } = keysApi([{ status: 204, text: '' }]);
    await keys.delete('cck-1');
    assert.deepEqual(sent(), [['DELETE', '/byok/v1/keys/cck-1', undefined]]);
  });

  for (const [label, json, reason] of [
    ['a list', [], 'unexpected'],
    ['an object of another kind', { id: 'lkc-1' }, 'unexpected'],
    ['nothing', undefined, 'empty'],
  ] as const) {
    it(`throws for ${label} in place of a key`, async () => {
      const error = (await outcomeOf(keysApi([{ json }]).keys.get('cck-1'))) as ApiError;
      assert.deepEqual([error.kind, error.reason], ['badAnswer', reason]);
    });
  }
});
