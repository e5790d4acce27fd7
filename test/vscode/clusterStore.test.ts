import assert from 'node:assert/strict';
import { organizationOf } from '../../src/simulator/organizationOf';
import { ClusterStore } from '../../src/stores/clusterStore';
import { failureOf } from '../../src/words/failure';
import { turn } from '../fakes/turn';
import { openStores } from './openStores';

/** 20 environments with a cluster or two each. */
async function openClusters() {
  const stores = await openStores(now => organizationOf(40, now, { environments: 20, clusters: 30 }));
  const { cloud, connections } = stores;
  const clusters = new ClusterStore(() => Promise.resolve(cloud), connections);
  const news: string[] = [];
  clusters.onDidChange(id => news.push(id));
  return {
    ...stores,
    clusters,
    news,
    dispose: (): void => {
      clusters.dispose();
      stores.dispose();
    },
  };
}

describe('ClusterStore', () => {
  let open: Awaited<ReturnType<typeof openClusters>>;
  beforeEach(async () => {
    open = await openClusters();
  });
  afterEach(() => open.dispose());

  it('sees the clusters of all environments, and asks again when they are too old', async () => {
    const { clusters, gate, id, news } = open;
    const seen = await clusters.load(id);
    assert.deepEqual(
      [
        seen.environments.length,
        seen.clusters.length,
        seen.closed,
        new Set(seen.clusters.map(c => c.id)).size,
      ],
      [20, 30, [], 30],
    );
    const before = gate.requests.length;
    assert.equal(await clusters.load(id), seen);
    assert.equal(gate.requests.length, before);
    await turn();
    assert.notEqual(await clusters.load(id, -1), seen);
    assert.deepEqual([gate.requests.length, news], [2 * before, [id, id]]);
  });

  it('asks for six environments at a time, and once however many want to know', async () => {
    const { clusters, gate, id } = open;
    gate.close();
    const both = Promise.all([clusters.load(id), clusters.load(id, 0)]);
    (await gate.held()).release();
    await gate.held();
    await turn();
    const asked = (): number => gate.requests.filter(path => path.startsWith('/cmk/')).length;
    assert.deepEqual([gate.requests.length, asked()], [7, 6]);
    (await gate.held()).release();
    while (asked() < 7) await turn();
    await turn();
    assert.equal(asked(), 7);
    gate.open();
    const [one, other] = await both;
    assert.equal(one, other);
  });

  it('names the environments that do not tell, and has the clusters of the others', async () => {
    const { clusters, simulator, id } = open;
    const target = (await clusters.load(id)).environments[3]?.id ?? '';
    const match = { path: new RegExp(`environment=${target}`) };
    simulator.faults.add({ match, times: Infinity, fault: { kind: 'status', status: 403 } });
    const seen = await clusters.load(id, -1);
    assert.deepEqual(
      [seen.closed.map(each => each.id), seen.clusters.some(each => each.environmentId === target)],
      [[target], false],
    );
    assert.ok(seen.clusters.length > 25);
  });

  it('fails when no environment tells, keeps what it saw, and says why until it is well again', async () => {
    const { clusters, simulator, id, news } = open;
    const seen = await clusters.load(id);
    const match = { path: /^\/cmk/ };
    simulator.faults.add({ match, times: Infinity, fault: { kind: 'status', status: 403 } });
    await assert.rejects(clusters.load(id, -1), { kind: 'forbidden' });
    assert.equal(clusters.of(id), seen);
    assert.equal(failureOf(clusters.failureOf(id)).kind, 'forbidden');
    simulator.faults.clear();
    await clusters.load(id, -1);
    assert.deepEqual([clusters.failureOf(id), news], [undefined, [id, id, id]]);
  });

  it('gives up what is under way when the user signs out, and holds nothing', async () => {
    const { clusters, gate, id, connections } = open;
    gate.close();
    const loading = clusters.load(id);
    (await gate.held()).release();
    await gate.held();
    const refused = assert.rejects(loading, { name: 'CancelledError' });
    await connections.remove(id);
    assert.ok((await gate.held()).isAborted);
    gate.open();
    await refused;
    assert.deepEqual(
      [clusters.of(id), clusters.failureOf(id), gate.requests.length],
      [undefined, undefined, 7],
    );
  });
});
