import assert from 'node:assert/strict';
import { demoOrganization } from '../../src/simulator/demoOrganization';
import { organizationOf } from '../../src/simulator/organizationOf';
import { ClusterStore } from '../../src/stores/clusterStore';
import { HeldKeys } from '../../src/stores/heldKeys';
import { KeyStore } from '../../src/stores/keyStore';
import { FakeMemento } from '../fakes/fakeMemento';
import { ask } from '../simulator/ask';
import { openStores } from './openStores';

const day = 24 * 60 * 60_000;
/** Of the demo organization: held since a cluster of before, and in use by one that is seen. */
const [held, used, cluster] = ['cck-h3t5q', 'cck-w0f5r', 'lkc-7s0eu?environment=env-s4t6g'];

async function openHeld(memento = new FakeMemento(), organizationAt = demoOrganization) {
  const stores = await openStores(organizationAt, memento);
  const { cloud, connections, store, id } = stores;
  const clusters = new ClusterStore(() => Promise.resolve(cloud), connections);
  const keys = new HeldKeys(store, clusters, memento);
  await store.refresh(id);
  return {
    ...stores,
    since: (keyId: string) => keys.since(id, keyId),
    look: async () => (await clusters.load(id, -1)).loadedAt,
    dispose: (): void => {
      keys.dispose();
      clusters.dispose();
      stores.dispose();
    },
  };
}

describe('HeldKeys', () => {
  let open: Awaited<ReturnType<typeof openHeld>>;
  beforeEach(async () => {
    open = await openHeld();
  });
  afterEach(() => open.dispose());

  it('notices a key in use without a cluster when somebody looks, and keeps when it first did', async () => {
    assert.equal(open.since(held), undefined);
    const first = await open.look();
    await open.look();
    assert.deepEqual([open.since(held), open.since(used)], [first, undefined]);
  });

  it('notices that the cluster of a key was deleted', async () => {
    await open.look();
    await ask(open.simulator, `DELETE /cmk/v2/clusters/${cluster}`);
    const at = await open.look();
    assert.equal(open.since(used), at);
  });

  it('forgets a key that came free, even when nobody looked at the clusters', async () => {
    await open.look();
    open.clock.advance(4 * day);
    await open.store.refresh(open.id);
    assert.equal(open.since(held), undefined);
  });

  it('keeps what it knows while the keys are not loaded', async () => {
    const first = await open.look();
    const { connections, cloud, id, memento } = open;
    const store = new KeyStore(() => Promise.resolve(cloud.keys), connections);
    const clusters = new ClusterStore(() => Promise.resolve(cloud), connections);
    const next = new HeldKeys(store, clusters, memento);
    await clusters.load(id);
    assert.equal(next.since(id, held), first);
    for (const each of [next, clusters, store]) each.dispose();
  });
});

describe('HeldKeys, of 10,000 keys whose clusters nobody sees', () => {
  it('keeps no more than fits, and the same ones from look to look', async () => {
    const open = await openHeld(undefined, now => {
      const organization = organizationOf(10_000, now, { clusters: 0 });
      return { ...organization, holds: organization.keys.map(({ id }) => ({ keyId: id, until: now + day })) };
    });
    const kept = (): Readonly<Record<string, number>> => open.memento.get(`held.${open.id}`, {});
    await open.look();
    const first = kept();
    const bytes = Buffer.byteLength(JSON.stringify(first));
    console.log(`      bytes kept of 10,000 keys: ${bytes}, of ${Object.keys(first).length}`);
    assert.ok(bytes > 100_000 && bytes <= 131_072, String(bytes));
    await open.look();
    assert.deepEqual(kept(), first);
    open.dispose();
  });
});
