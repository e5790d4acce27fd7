import assert from 'node:assert/strict';
import type { JsonObject } from '../../src/model/json';
import { ask, errorsOf, idsOf, origin } from './ask';
import { simulatorOf } from './simulatorOf';

const day = 24 * 60 * 60 * 1000;
const spec = {
  display_name: 'orders',
  availability: 'MULTI_ZONE',
  cloud: 'AWS',
  region: 'eu-central-1',
  config: { kind: 'Dedicated', cku: 2 },
  environment: { id: 'env-s4t6g' },
  byok: { id: 'cck-q81fz' },
};

describe('creating a cluster', () => {
  it('takes the key, which is in use from then on', async () => {
    const { simulator, clock } = simulatorOf();
    const { status, headers, json } = await ask(simulator, 'POST /cmk/v2/clusters', { body: { spec } });
    const id = String(json['id']);
    const phases = [json['status']];
    clock.advance(30_000);
    phases.push((await ask(simulator, `GET /cmk/v2/clusters/${id}?environment=env-s4t6g`)).json['status']);
    const key = await ask(simulator, 'GET /byok/v1/keys/cck-q81fz');
    assert.deepEqual(
      [status, headers.get('Location'), phases, key.json['state']],
      [
        202,
        `${origin}/cmk/v2/clusters/${id}`,
        [
          { phase: 'PROVISIONING', cku: 2 },
          { phase: 'PROVISIONED', cku: 2 },
        ],
        'IN_USE',
      ],
    );
    assert.deepEqual((json['spec'] as JsonObject)['byok'], {
      id: 'cck-q81fz',
      related: `${origin}/byok/v1/keys/cck-q81fz`,
      resource_name: 'crn://confluent.cloud/organization=9bb441c4-edef-46ac-8a41-c49e44a3fd9a/key=cck-q81fz',
    });
  });

  const unfit: readonly [string, JsonObject][] = [
    ['that is in use', { byok: { id: 'cck-7k2ma' }, region: 'eu-west-1' }],
    ['that is held', { byok: { id: 'cck-h3t5q' } }],
    ['that nobody knows', { byok: { id: 'cck-00000' } }],
    ['of another cloud', { cloud: 'GCP' }],
    ['of another region', { region: 'eu-west-1' }],
    ['that is not valid yet', { byok: { id: 'cck-v1c8k' }, cloud: 'AZURE', region: 'germanywestcentral' }],
    ['that is invalid', { byok: { id: 'cck-x5r1t' }, region: 'ap-southeast-2' }],
    ['for a Basic cluster', { config: { kind: 'Basic' } }],
    ['for a Standard cluster', { config: { kind: 'Standard' } }],
    [
      'in the manner of before 2023',
      { config: { kind: 'Dedicated', cku: 1, encryption_key: 'arn:aws:kms:x' } },
    ],
  ];
  for (const [name, change] of unfit) {
    it(`refuses a key ${name}`, async () => {
      const { simulator } = simulatorOf();
      const { status, json } = await ask(simulator, 'POST /cmk/v2/clusters', {
        body: { spec: { ...spec, ...change } },
      });
      const detail = 'Cluster configuration is invalid. Reasons=[encryption_key_id]';
      assert.deepEqual(
        [status, errorsOf(json)],
        [400, [{ status: '400', code: 'bad_request', title: 'Bad Request', detail }]],
      );
    });
  }

  it('refuses what is missing, all of it at once', async () => {
    const { simulator } = simulatorOf();
    const { status, json } = await ask(simulator, 'POST /cmk/v2/clusters', { body: {} });
    const pointers = errorsOf(json).map(({ source }) => (source as JsonObject)['pointer']);
    assert.deepEqual(
      [status, pointers],
      [
        422,
        [
          '/spec/display_name',
          '/spec/environment/id',
          '/spec/cloud',
          '/spec/region',
          '/spec/availability',
          '/spec/config/kind',
        ],
      ],
    );
  });
});

describe('deleting a cluster', () => {
  it('holds its key for five days', async () => {
    const { simulator, clock } = simulatorOf();
    const seen: unknown[] = [];
    const look = async () => {
      const { json } = await ask(simulator, 'GET /byok/v1/keys/cck-w0f5r');
      const { status } = await ask(simulator, 'DELETE /byok/v1/keys/cck-w0f5r');
      seen.push([json['state'], status]);
    };
    await look();
    const { status } = await ask(simulator, 'DELETE /cmk/v2/clusters/lkc-7s0eu?environment=env-s4t6g');
    await look();
    clock.advance(5 * day - 1);
    await look();
    clock.advance(1);
    await look();
    assert.deepEqual(
      [status, seen],
      [
        204,
        [
          ['IN_USE', 409],
          ['IN_USE', 409],
          ['IN_USE', 409],
          ['AVAILABLE', 204],
        ],
      ],
    );
  });

  it('is refused for one that is protected', async () => {
    const { simulator } = simulatorOf();
    assert.equal(
      (await ask(simulator, 'DELETE /cmk/v2/clusters/lkc-1p4ye?environment=env-p7r0d')).status,
      409,
    );
  });
});

describe('listing clusters', () => {
  const cases: readonly [string, number, readonly string[]][] = [
    ['environment=env-s4t6g', 200, ['lkc-9o2st', 'lkc-7s0eu']],
    ['environment=env-s4t6g&spec.deletion_protection=true', 200, []],
    ['environment=env-s4t6g&spec.deletion_protection=false', 200, ['lkc-9o2st', 'lkc-7s0eu']],
    ['environment=env-s4t6g&spec.network=n-1', 200, []],
    ['', 400, []],
    ['environment=', 400, []],
    ['environment=env-00000', 403, []],
    ['environment=env-s4t6g&byok=cck-w0f5r', 400, []],
  ];
  for (const [query, status, ids] of cases) {
    it(`by '${query}'`, async () => {
      const reply = await ask(simulatorOf().simulator, `GET /cmk/v2/clusters?${query}`);
      assert.deepEqual([reply.status, idsOf(reply.json)], [status, ids]);
    });
  }

  it('tells the key of a cluster from before the BYOK API', async () => {
    const { simulator } = simulatorOf();
    const { json } = await ask(simulator, 'GET /cmk/v2/clusters/lkc-8l5gy?environment=env-p7r0d');
    const { config, byok } = json['spec'] as JsonObject;
    assert.deepEqual(
      [config, byok],
      [
        {
          kind: 'Dedicated',
          cku: 2,
          encryption_key: 'arn:aws:kms:eu-west-1:111122223333:key/5a7e0c1d-9b2f-4e38-a6c4-d1e2f3a4b5c6',
        },
        undefined,
      ],
    );
  });
});
