import assert from 'node:assert/strict';
import type { JsonObject } from '../../src/model/json';
import type { Behaviour } from '../../src/simulator/behaviour';
import { ask, dataOf, errorsOf, idsOf } from './ask';
import { simulatorOf } from './simulatorOf';

const registered = {
  key: {
    kind: 'AwsKey',
    key_arn: 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
  },
};

describe('a switch', () => {
  const unknownIds: readonly [Behaviour['unknownId'], JsonObject][] = [
    [
      403,
      {
        status: '403',
        code: 'user_unauthorized',
        title: 'User Access Unauthorized',
        detail: "The user 'DEMOADMIN0000001' is not allowed to access the 'cck-00000' resource.",
      },
    ],
    [404, { status: '404', title: 'Not Found' }],
  ];
  for (const [unknownId, problem] of unknownIds) {
    it(`answers an unknown id with ${unknownId}`, async () => {
      const reply = await ask(simulatorOf({}, { unknownId }).simulator, 'GET /byok/v1/keys/cck-00000');
      assert.deepEqual([reply.status, errorsOf(reply.json)], [unknownId, [problem]]);
    });
  }

  it('lets a cloud key be registered twice, or names the first one', async () => {
    const { simulator } = simulatorOf();
    const allowed = await ask(simulator, 'POST /byok/v1/keys', { body: registered });
    await ask(simulator, `DELETE /byok/v1/keys/${String(allowed.json['id'])}`);
    simulator.behaviour.duplicates = 'conflict';
    const conflict = await ask(simulator, 'POST /byok/v1/keys', { body: registered });
    assert.deepEqual(
      [allowed.status, conflict.status, conflict.headers.get('Location')],
      [201, 409, 'https://api.confluent.cloud/byok/v1/keys/cck-7k2ma'],
    );
  });

  it('brings back the API of 2023', async () => {
    const { simulator } = simulatorOf({}, { shape: '2023' });
    const { json } = await ask(simulator, 'GET /byok/v1/keys?provider=AZURE');
    const filtered = await ask(simulator, 'GET /byok/v1/keys?display_name=x');
    const renamed = await ask(simulator, 'PATCH /byok/v1/keys/cck-a8d0n', { body: { display_name: 'x' } });
    const [first = {}] = dataOf(json);
    assert.deepEqual(
      [Object.keys(first), first['provider'], filtered.status, renamed.status],
      [['api_version', 'kind', 'id', 'metadata', 'key', 'provider', 'state'], 'AZURE', 400, 405],
    );
  });

  it('says what no client knows yet, in lists and alone', async () => {
    const { simulator } = simulatorOf({}, { unknownEnums: true });
    const { json } = await ask(simulator, 'GET /byok/v1/keys?page_size=100');
    const keys = dataOf(json);
    const words = (name: string, inner?: string) => {
      const members = keys.map(key => (inner === undefined ? key[name] : (key[name] as JsonObject)[inner]));
      return [...new Set(members)].sort();
    };
    assert.deepEqual(
      [words('provider'), words('state'), words('validation', 'phase'), words('key', 'kind')],
      [
        ['AWS', 'Azure', 'GCP', 'OCI'],
        ['AVAILABLE', 'IN_USE', 'PENDING_RELEASE'],
        ['EXPIRED', 'INITIALIZING', 'INVALID', 'VALID'],
        ['AwsKey', 'AzureKey', 'GcpKey', 'OciKey'],
      ],
    );
    const [first = {}] = keys;
    assert.deepEqual((await ask(simulator, `GET /byok/v1/keys/${String(first['id'])}`)).json, first);
    assert.ok(keys.every(key => 'labels' in key));
  });

  it('holds back what Confluent assigns, and gives it later', async () => {
    const { simulator } = simulatorOf({}, { principals: 'missing' });
    const seen: unknown[] = [];
    const look = async (id: string, member: string) => {
      const { json } = await ask(simulator, `GET /byok/v1/keys/${id}`);
      seen.push((json['key'] as JsonObject)[member]);
    };
    await look('cck-7k2ma', 'roles');
    await look('cck-a8d0n', 'application_id');
    await look('cck-w0f5r', 'security_group');
    simulator.behaviour.principals = 'assigned';
    await look('cck-w0f5r', 'security_group');
    assert.deepEqual(seen, [[], '', undefined, 'cck-w0f5r@confluent.io']);
  });

  const usages: readonly [string, Partial<Behaviour>, number, number | undefined][] = [
    ['how much of it is used', {}, 18, 18],
    ['nothing of a use of zero', {}, 0, undefined],
    ['nothing of its use', { quotaUsage: 'absent' }, 18, undefined],
  ];
  for (const [name, behaviour, keys, usage] of usages) {
    it(`makes a quota say ${name}`, async () => {
      const { keys: all } = simulatorOf().organization;
      const { simulator } = simulatorOf({ keys: all.slice(0, keys) }, behaviour);
      const query = 'scope=ORGANIZATION&id=byok.max_keys.per_org';
      const { json } = await ask(simulator, `GET /service-quota/v1/applied-quotas?${query}`);
      const [quota = {}] = dataOf(json);
      assert.deepEqual([quota['applied_limit'], quota['usage']], [20, usage]);
    });
  }

  it('limits the rate of each caller, and says until when', async () => {
    const { simulator, clock } = simulatorOf({}, { rateLimit: { requests: 2, windowMs: 10_000 } });
    const names = ['X-RateLimit-Limit', 'X-RateLimit-Remaining', 'X-RateLimit-Reset', 'Retry-After'];
    const seen: unknown[] = [];
    for (const ms of [0, 1500, 500, 8000]) {
      clock.advance(ms);
      const { status, headers, text } = await ask(simulator, 'GET /org/v2/environments/env-p7r0d');
      seen.push([status, ...names.map(name => headers.get(name)), text === '']);
    }
    const other = await ask(simulator, 'GET /org/v2/environments', { as: 'viewer' });
    assert.deepEqual(seen, [
      [200, '2', '1', '10', null, false],
      [200, '2', '0', '9', null, false],
      [429, '2', '0', '8', '8', true],
      [200, '2', '1', '10', null, false],
    ]);
    assert.equal(other.status, 200);
  });

  it('leaves out how long a list is', async () => {
    const { simulator } = simulatorOf({}, { totalSize: 'absent' });
    const { json } = await ask(simulator, 'GET /byok/v1/keys');
    assert.deepEqual(['total_size' in (json['metadata'] as JsonObject), idsOf(json).length], [false, 10]);
  });

  it('lays over a key what the simulator would not say itself', async () => {
    const { organization } = simulatorOf();
    const keys = organization.keys.map(key => ({ ...key, overlay: { provider: 'Moon', state: 7 } }));
    const { json } = await ask(simulatorOf({ keys }).simulator, 'GET /byok/v1/keys/cck-7k2ma');
    assert.deepEqual([json['provider'], json['state']], ['Moon', 7]);
  });
});
