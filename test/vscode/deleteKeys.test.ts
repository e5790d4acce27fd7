import assert from 'node:assert/strict';
import { deleteKeys } from '../../src/commands/deleteKeys';
import type { LookedAt, ToDelete } from '../../src/flows/confirmDeletion';
import { ClusterStore } from '../../src/stores/clusterStore';
import { HeldKeys } from '../../src/stores/heldKeys';
import { ask } from '../simulator/ask';
import { openStores } from './openStores';

/** Of the demo organization: three that are free, one that a cluster has, and one that is held since one had it. */
const [free, free2, free3, used, held] = ['cck-q81fz', 'cck-3nd8s', 'cck-m9w2c', 'cck-7k2ma', 'cck-h3t5q'];

async function openDeletion() {
  const stores = await openStores();
  const { cloud, connections, store, id, memento, simulator } = stores;
  await store.refresh(id);
  const clusters = new ClusterStore(() => Promise.resolve(cloud), connections);
  const heldKeys = new HeldKeys(store, clusters, memento);
  const questions: (readonly [keys: readonly ToDelete[], LookedAt | undefined])[] = [];
  const told: string[] = [];
  const stopped: string[] = [];
  const deleted = () =>
    simulator.requests.filter(({ method }) => method === 'DELETE').map(({ path }) => path.slice(-9));
  const answers = { yes: true };
  const answered: string[] = [];
  const run = async (...ids: readonly string[]): Promise<void> => {
    const refs = ids.flatMap(keyId => {
      const key = store.find(id, keyId);
      return key ? [{ connectionId: id, key }] : [];
    });
    assert.equal(refs.length, ids.length);
    await deleteKeys({
      connections,
      keys: { keys: () => Promise.resolve(refs) },
      store,
      clusters,
      held: heldKeys,
      services: { of: () => Promise.resolve(cloud) },
      watched: { stop: (_, keyId) => void stopped.push(keyId) },
      notify: {
        done: what => void told.push(what),
        error: what => Promise.resolve(void told.push(what)),
        errors: (what, paragraphs) => Promise.resolve(void told.push(what, ...paragraphs)),
      },
      confirm: (...question) => Promise.resolve(questions.push(question) > 0 && answers.yes),
    }).run(() => answered.push(`${questions.length} asked, ${deleted().length} deleted`));
  };
  return {
    ...stores,
    run,
    answered,
    answers,
    told,
    stopped,
    /** What was asked: of each key whether its id is to be typed, and who uses it. */
    asked: () =>
      questions.map(([keys, lookedAt]) => ({
        keys: keys.map(({ key, isRisky, clusters: users }) => [key.id, isRisky, users.map(each => each.id)]),
        lookedAt,
      })),
    organizations: () => questions.map(([[first]]) => first?.organization),
    deleted,
    dispose: (): void => {
      heldKeys.dispose();
      clusters.dispose();
      stores.dispose();
    },
  };
}

const all = { listed: 3, all: 3 };

describe('deleteKeys', () => {
  let open: Awaited<ReturnType<typeof openDeletion>>;
  beforeEach(async () => {
    open = await openDeletion();
  });
  afterEach(() => open.dispose());

  it('deletes a free key once the user agreed, and nobody waits for it any more', async () => {
    await open.run(free);
    assert.deepEqual(open.asked(), [{ keys: [[free, false, []]], lookedAt: all }]);
    assert.deepEqual(
      [open.deleted(), open.store.find(open.id, free), open.stopped, open.told],
      [[free], undefined, [free], ['Deleted the registration']],
    );
  });

  it('deletes nothing when the user does not agree', async () => {
    open.answers.yes = false;
    await open.run(free, used);
    assert.deepEqual([open.deleted(), open.told], [[], []]);
  });

  for (const yes of [true, false]) {
    it(`says that the user has answered ${yes ? 'yes, before it deletes' : 'no'}`, async () => {
      open.answers.yes = yes;
      await open.run(free);
      assert.deepEqual(open.answered, ['1 asked, 0 deleted']);
    });
  }

  it('finds out what uses a key before it asks', async () => {
    open.answers.yes = false;
    await open.run(used);
    assert.deepEqual(open.asked(), [{ keys: [[used, true, ['lkc-1p4ye']]], lookedAt: all }]);
  });

  it('names the organization where there are several', async () => {
    open.answers.yes = false;
    await open.run(free);
    await open.connections.addDemo();
    await open.run(free);
    assert.deepEqual(open.organizations(), [undefined, 'Test']);
  });

  it('asks about the state of now, not of the last refresh', async () => {
    open.answers.yes = false;
    const cluster = {
      spec: {
        display_name: 'new',
        availability: 'MULTI_ZONE',
        cloud: 'AWS',
        region: 'eu-central-1',
        config: { kind: 'Dedicated', cku: 2 },
        environment: { id: 'env-p7r0d' },
        byok: { id: free },
      },
    };
    assert.equal((await ask(open.simulator, 'POST /cmk/v2/clusters', { body: cluster })).status, 202);
    await open.run(free);
    const [question] = open.asked();
    assert.deepEqual(
      question?.keys.map(([id, isRisky, users]) => [id, isRisky, Array.isArray(users) && users.length]),
      [[free, true, 1]],
    );
  });

  it('takes nothing for known that it could not fetch', async () => {
    open.answers.yes = false;
    const fault = { kind: 'status', status: 400 } as const;
    open.simulator.faults.add({ match: { path: /keys\/cck-q81fz/ }, times: Infinity, fault });
    open.simulator.faults.add({ match: { path: /environments/ }, times: Infinity, fault });
    await open.run(free);
    assert.deepEqual(open.asked(), [{ keys: [[free, true, []]], lookedAt: undefined }]);
  });

  it('tells of environments that did not tell their clusters', async () => {
    open.answers.yes = false;
    const match = { path: /environment=env-s4t6g/ };
    open.simulator.faults.add({ match, times: Infinity, fault: { kind: 'status', status: 403 } });
    await open.run(free);
    assert.deepEqual(open.asked()[0]?.lookedAt, { listed: 2, all: 3 });
  });

  for (const unknownId of [403, 404] as const) {
    it(`does not ask about a key that somebody else has deleted, where the service answers ${unknownId}`, async () => {
      open.simulator.behaviour.unknownId = unknownId;
      await ask(open.simulator, `DELETE /byok/v1/keys/${free}`);
      await open.run(free);
      assert.deepEqual(
        [open.asked(), open.store.find(open.id, free), open.told],
        [[], undefined, ['Somebody else has deleted it before']],
      );
    });
  }

  it('says of several that somebody else has deleted them', async () => {
    for (const keyId of [free, free2]) await ask(open.simulator, `DELETE /byok/v1/keys/${keyId}`);
    await open.run(free, free2);
    assert.deepEqual([open.asked(), open.told], [[], ['Somebody else has deleted them before']]);
  });

  it('keeps a key that is held, and tells why: the five days after its cluster', async () => {
    const twoDaysAgo = Date.now() - 2 * 24 * 60 * 60_000;
    await open.memento.update(`held.${open.id}`, { [held]: twoDaysAgo });
    await open.run(held);
    assert.equal(open.store.find(open.id, held)?.id, held);
    const [what, paragraph] = open.told;
    assert.equal(
      what,
      'The key was not deleted. Confluent Cloud holds a key while a cluster has it, and for five days after.',
    );
    assert.match(
      paragraph ?? '',
      /^billing-archive \(cck-h3t5q\): not deleted\.\nIn use, but by no cluster that is seen: .* First noticed 2 days ago: if the cluster was deleted, the key is free by .*\.\nDelete the cluster first.*\nConfluent Cloud says: Resource In Use: The key 'cck-h3t5q' is in use by a Kafka cluster\.\nRequest id /,
    );
    open.clock.advance(5 * 24 * 60 * 60_000);
    await open.run(held);
    assert.deepEqual(
      [open.store.find(open.id, held), open.told.at(-1)],
      [undefined, 'Deleted the registration'],
    );
  });

  it('tells what became of each of many, and goes on after one that fails', async () => {
    const match = { method: 'DELETE', path: /cck-3nd8s/ } as const;
    open.simulator.faults.add({ match, times: 9, fault: { kind: 'status', status: 403 } });
    await open.run(free, held, free2, free3);
    assert.deepEqual(
      [free, held, free2, free3].filter(id => open.store.find(open.id, id)),
      [held, free2],
    );
    const [what, ...paragraphs] = open.told;
    assert.deepEqual(
      [what, ...paragraphs.map(each => each.split('\n')[0])],
      [
        '2 of 4 keys were not deleted. Confluent Cloud holds a key while a cluster has it, and for five days after.',
        'orders-staging (cck-q81fz): deleted.',
        'billing-archive (cck-h3t5q): not deleted.',
        'clickstream-dev (cck-3nd8s): not deleted.',
        'analytics-replicated (cck-m9w2c): deleted.',
      ],
    );
    assert.match(paragraphs[2] ?? '', /These credentials are not allowed to do this\./);
  });

  it('tells of a single failure that is no conflict as of any other', async () => {
    open.simulator.faults.add({ match: { method: 'DELETE' }, fault: { kind: 'status', status: 403 } });
    await open.run(free);
    assert.deepEqual([open.told, open.store.find(open.id, free)?.id], [['The key was not deleted.'], free]);
  });
});
