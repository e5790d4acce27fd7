import assert from 'node:assert/strict';
import { bearerCredential } from '../../src/connections/credential';
import { organizationOf } from '../../src/simulator/organizationOf';
import { failureOf } from '../../src/words/failure';
import { ask } from '../simulator/ask';
import { openStores } from './openStores';

/** A store of an organization with 250 keys, which are three pages, and a gate before the service. */
async function openStore() {
  const stores = await openStores(now => organizationOf(250, now));
  const news: string[] = [];
  stores.store.onDidChange(({ what }) => news.push(what));
  return { ...stores, news };
}

describe('KeyStore', () => {
  let open: Awaited<ReturnType<typeof openStore>>;
  beforeEach(async () => {
    open = await openStore();
  });
  afterEach(() => open.dispose());

  const state = () => {
    const { keys, isLoading, loadedAt, failure } = open.store.of(open.id);
    return {
      keys: keys.length,
      isLoading,
      isLoaded: loadedAt !== undefined,
      hasFailed: failure !== undefined,
    };
  };

  it('shows each page when it arrives', async () => {
    const { gate, store, id } = open;
    gate.close();
    const done = store.refresh(id);
    const seen = [];
    for (let page = 0; page < 3; page++) {
      const held = await gate.held();
      seen.push(state());
      held.release();
    }
    await done;
    assert.deepEqual(
      [...seen, state()],
      [
        { keys: 0, isLoading: true, isLoaded: false, hasFailed: false },
        { keys: 100, isLoading: true, isLoaded: false, hasFailed: false },
        { keys: 200, isLoading: true, isLoaded: false, hasFailed: false },
        { keys: 250, isLoading: false, isLoaded: true, hasFailed: false },
      ],
    );
  });

  it('makes one chain of requests out of many refreshes at once', async () => {
    const { gate, store, id } = open;
    await Promise.all([store.refresh(id), store.refresh(id), store.refresh(id)]);
    assert.equal(gate.requests.length, 3);
  });

  it('tells of no key when a refresh changes none, and keeps them as the same objects', async () => {
    const { store, id, news } = open;
    const { keys: before } = await store.refresh(id);
    news.length = 0;
    const { keys: after } = await store.refresh(id);
    assert.deepEqual(news, ['status', 'status']);
    assert.equal(after, before);
  });

  it('keeps the keys of before when the service fails in mid-list', async () => {
    const { simulator, store, id } = open;
    const { keys: before } = await store.refresh(id);
    simulator.faults.add({
      match: { path: /page_token/, nth: 2 },
      times: 9,
      fault: { kind: 'status', status: 400 },
    });
    const { keys, failure, loadedAt } = await store.refresh(id);
    assert.deepEqual([keys, loadedAt !== undefined], [before, true]);
    assert.equal(failureOf(failure).reason, 'Confluent Cloud refused the request.');
    simulator.faults.clear();
    assert.equal((await store.refresh(id)).failure, undefined);
  });

  it('keeps what came when the first list fails in the middle', async () => {
    const { simulator, store, id } = open;
    simulator.faults.add({ match: { path: /page_token/ }, fault: { kind: 'invalidJson' } });
    await store.refresh(id);
    assert.deepEqual(state(), { keys: 100, isLoading: false, isLoaded: false, hasFailed: true });
  });

  it('holds nothing after a sign-out in mid-list, and asks for no further page', async () => {
    const { gate, store, id, connections, news } = open;
    gate.close();
    const done = store.refresh(id);
    (await gate.held()).release();
    await gate.held();
    news.length = 0;
    await connections.remove(id);
    assert.ok((await gate.held()).isAborted);
    gate.open();
    await done;
    assert.deepEqual(state(), { keys: 0, isLoading: false, isLoaded: false, hasFailed: false });
    assert.deepEqual([news, gate.requests.length], [['keys'], 2]);
  });

  it('gives up a list that began with another credential', async () => {
    const { gate, store, id, connections } = open;
    gate.close();
    const done = store.refresh(id);
    await gate.held();
    await connections.save(
      { id, label: 'Test', endpoint: 'https://api.confluent.cloud' },
      bearerCredential('x'),
    );
    gate.open();
    await done;
    assert.deepEqual(state(), { keys: 0, isLoading: false, isLoaded: false, hasFailed: false });
  });

  it('keeps a write that falls into a list, whatever older pages say', async () => {
    const { gate, store, id, cloud } = open;
    const { keys } = await store.refresh(id);
    const [renamed, deleted] = [keys.at(-1)?.id ?? '', keys.at(-2)?.id ?? ''];
    gate.close();
    const done = store.refresh(id);
    (await gate.held()).release();
    (await gate.held()).release();
    // The last page is on its way with the old state.
    const last = await gate.held();
    gate.open();
    store.put(id, await cloud.keys.rename(renamed, 'new name'));
    store.remove(id, deleted);
    last.release();
    await done;
    assert.deepEqual(
      [store.find(id, renamed)?.displayName, store.find(id, deleted), state().keys],
      ['new name', undefined, 249],
    );
  });

  for (const unknownId of [403, 404] as const) {
    it(`drops a key that somebody deleted, where the service answers ${unknownId}`, async () => {
      const { simulator, store, id } = open;
      simulator.behaviour.unknownId = unknownId;
      const { keys } = await store.refresh(id);
      const gone = keys.find(each => each.state === 'AVAILABLE')?.id ?? '';
      await ask(simulator, `DELETE /byok/v1/keys/${gone}`);
      assert.equal(await store.refreshKey(id, gone), undefined);
      assert.deepEqual([store.find(id, gone), state().keys], [undefined, 249]);
      assert.equal(await store.refreshKey(id, gone), undefined);
    });
  }

  it('keeps a key that a list has, or that no list tells of, whatever else it may not', async () => {
    const { simulator, store, id } = open;
    const [key] = (await store.refresh(id)).keys;
    assert.ok(key);
    const forbidden = { kind: 'status', status: 403 } as const;
    simulator.faults.add({ fault: forbidden });
    await assert.rejects(store.refreshKey(id, key.id), { kind: 'forbidden' });
    simulator.faults.add({ times: Infinity, fault: forbidden });
    await assert.rejects(store.refreshKey(id, key.id), { kind: 'forbidden' });
    assert.deepEqual([store.find(id, key.id), state().keys], [key, 250]);
  });

  it('keeps nothing of a key that nobody lists', async () => {
    const { store, id, cloud } = open;
    const [key] = (await cloud.keys.pages().next()).value?.keys ?? [];
    assert.ok(key);
    store.put(id, key);
    assert.deepEqual(
      [state().keys, await store.refreshKey(id, key.id).then(found => found?.id)],
      [0, key.id],
    );
  });

  it('asks nothing for a connection that is not there, or after it was disposed', async () => {
    const { gate, store, id } = open;
    await store.refresh('nobody');
    store.dispose();
    await store.refresh(id);
    assert.deepEqual(gate.requests, []);
  });
});
