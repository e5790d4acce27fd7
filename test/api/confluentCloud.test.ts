import assert from 'node:assert/strict';
import { createConfluentCloud } from '../../src/api/confluentCloud';
import { createFetch } from '../../src/api/crossFetch';
import { objectIn } from '../../src/api/fields';
import type { HttpLogEntry } from '../../src/api/http';
import type { KeysApi } from '../../src/api/keys';
import type { JsonValue } from '../../src/model/json';
import type { SimulatedOrganization } from '../../src/simulator/organization';
import { demoOrganization } from '../../src/simulator/demoOrganization';
import type { Fault } from '../../src/simulator/faults';
import { organizationOf } from '../../src/simulator/organizationOf';
import { serve } from '../../src/simulator/server';
import { Simulator, type SimulatorOptions } from '../../src/simulator/simulator';
import { hurriedClock } from '../fakes/hurriedClock';
import { collect } from './testHttp';

describe('createConfluentCloud, against the simulator over HTTP', function () {
  this.timeout(30_000);
  const releases: (() => Promise<void> | void)[] = [];
  afterEach(async () => {
    for (const release of releases.splice(0)) await release();
  });

  async function connect(organization: SimulatedOrganization, behaviour: SimulatorOptions['behaviour'] = {}) {
    const simulator = new Simulator({ organization, behaviour });
    const server = await serve(simulator);
    const client = createFetch();
    releases.push(
      () => client.destroy(),
      () => server.close(),
    );
    const [admin] = organization.credentials;
    const pair = `${admin?.apiKeyId ?? ''}:${admin?.apiKeySecret ?? ''}`;
    const log: HttpLogEntry[] = [];
    const cloud = createConfluentCloud({
      endpoint: server.url,
      authorize: () => Promise.resolve(`Basic ${btoa(pair)}`),
      fetch: client.fetch,
      clock: hurriedClock(10),
      userAgent: 'confluent-byok/test',
      timeout: () => 30_000,
      log: entry => log.push(entry),
    });
    return { cloud, server, simulator, log };
  }

  const demo = demoOrganization(Date.now());
  const shapes: readonly (readonly [label: string, behaviour: SimulatorOptions['behaviour']])[] = [
    ['today', {}],
    ['in the shape of 2023', { shape: '2023' }],
    ['with words of the future', { unknownEnums: true }],
    ['before the clouds’ principals are assigned', { principals: 'missing' }],
  ];
  for (const [label, behaviour] of shapes) {
    it(`reads every key ${label}, in a list and alone`, async () => {
      const { cloud } = await connect(demo, behaviour);
      const [page, ...others] = await collect(cloud.keys.pages());
      const ids = page?.keys.map(({ id }) => id) ?? [];
      assert.deepEqual([others, page?.unreadable], [[], []]);
      assert.deepEqual(ids.toSorted(), demo.keys.map(({ id }) => id).toSorted());
      for (const key of page?.keys ?? []) assert.deepEqual(await cloud.keys.get(key.id), key);
    });
  }

  it('reads 1,000 keys by ten requests over one connection', async () => {
    const { cloud, server, log } = await connect(organizationOf(1000, Date.now()));
    const pages = await collect(cloud.keys.pages());
    const ids = pages.flatMap(({ keys }) => keys.map(({ id }) => id));
    assert.deepEqual([new Set(ids).size, log.length, server.connections()], [1000, 10, 1]);
  });

  const listed = organizationOf(300, Date.now(), { clusters: 0 });
  const [seen = ''] = listed.keys.map(({ id }) => id);
  const gcpKey = 'projects/p/locations/us-central1/keyRings/r/cryptoKeys/k';
  const untrue = { kind: 'alter', change: json => withLength(json, 7) } satisfies Fault;
  const events: readonly (readonly [label: string, happen: Fault | ((keys: KeysApi) => Promise<unknown>)])[] =
    [
      ['the service fails once', { kind: 'status', status: 503 }],
      ['an answer is cut off once', { kind: 'truncate', framing: 'contentLength' }],
      ['the service tells a wrong length', untrue],
      ['a key that was seen is deleted', keys => keys.delete(seen)],
      ['a key is registered', keys => keys.create({ key: { kind: 'GcpKey', keyId: gcpKey } })],
    ];
  for (const [label, happen] of events) {
    it(`loses and doubles no key when ${label} in mid-list`, async () => {
      const { cloud, simulator } = await connect(listed);
      const ids: string[] = [];
      for await (const { keys, warning } of cloud.keys.pages()) {
        assert.equal(warning, undefined);
        if (ids.length === 0) {
          if (typeof happen === 'function') await happen(cloud.keys);
          else simulator.faults.add({ fault: happen });
        }
        ids.push(...keys.map(({ id }) => id));
      }
      assert.deepEqual(
        ids,
        listed.keys.map(({ id }) => id),
      );
    });
  }

  it('reads everything else', async () => {
    const { cloud } = await connect(demo);
    assert.deepEqual(await cloud.organizations.list(), [{ id: demo.id, displayName: demo.displayName }]);
    const environments = await cloud.environments.list();
    assert.deepEqual(
      environments.map(({ id }) => id).toSorted(),
      demo.environments.map(({ id }) => id).toSorted(),
    );
    const clusters = await Promise.all(environments.map(({ id }) => cloud.clusters.list(id)));
    assert.deepEqual(
      clusters
        .flat()
        .map(({ id, keyId, environmentId }) => ({ id, keyId, environmentId }))
        .toSorted((a, b) => a.id.localeCompare(b.id)),
      demo.clusters
        .map(({ id, keyId, environmentId }) => ({ id, keyId, environmentId }))
        .toSorted((a, b) => a.id.localeCompare(b.id)),
    );
    assert.deepEqual(await cloud.quotas.byokKeys(), {
      id: 'byok.max_keys.per_org',
      limit: 20,
      usage: demo.keys.length,
    });
  });
});

function withLength(json: JsonValue, total: number): JsonValue {
  const list = objectIn(json);
  return { ...list, metadata: { ...objectIn(list['metadata']), total_size: total } };
}
