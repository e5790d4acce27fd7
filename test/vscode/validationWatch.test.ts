import assert from 'node:assert/strict';
import { KeyHistory } from '../../src/stores/keyHistory';
import type { ValidationNews } from '../../src/watch/outages';
import { outagesIn } from '../../src/watch/outages';
import { ValidationWatch } from '../../src/watch/validationWatch';
import { WatchedKeys } from '../../src/watch/watchedKeys';
import { FakeClock } from '../fakes/fakeClock';
import { FakeMemento } from '../fakes/fakeMemento';
import { turn } from '../fakes/turn';
import { ask } from '../simulator/ask';
import { openStores } from './openStores';

const second = 1000;
const minute = 60 * second;
/** Of the demo organization: one that waits for access, one that is free and valid, one that a cluster has. */
const [waiting, free, used] = ['cck-n5o1i', 'cck-q81fz', 'cck-7k2ma'];

async function openWatch() {
  const stores = await openStores();
  const { clock, connections, gate, memento, simulator, store } = stores;
  simulator.scriptValidation(waiting, []);
  const history = new KeyHistory(store, memento);
  const window = new FakeMemento();
  const time = new FakeClock();
  const told: string[] = [];
  const tell = (news: readonly ValidationNews[]): void => {
    if (news.length > 0) told.push(news.map(({ key }) => `${key.id} ${key.validation?.phase}`).join(', '));
  };
  history.onDidTransition(transitions => tell(outagesIn(transitions, current.watched)));
  const open = () => {
    const watched = new WatchedKeys(store, connections, window, time);
    const watch = new ValidationWatch(store, history, watched, time);
    watch.onDidHaveNews(news => tell([news]));
    watch.onDidGiveUp(({ keyId, why }) => told.push(`${keyId} ${why}`));
    const dispose = (): void => {
      for (const each of [watch, watched]) each.dispose();
    };
    return { watched, dispose };
  };
  let current = open();
  return {
    ...stores,
    told,
    time,
    watched: (): WatchedKeys => current.watched,
    /** The window goes and comes again; what it kept stays. */
    reload: (): void => {
      current.dispose();
      current = open();
    },
    list: () => current.watched.list().map(({ keyId }) => keyId),
    /** Time passes, here and at the service, and what is asked is answered. */
    pass: async (ms: number): Promise<void> => {
      for (let passed = 0; passed < ms; passed += second) {
        clock.advance(second);
        await time.advance(second);
        while (time.pending === 0 && current.watched.list().length > 0) await turn();
      }
    },
    /** The window goes. */
    close: () => current.dispose(),
    asked: (keyId: string): number => gate.requests.filter(path => path.endsWith(`/${keyId}`)).length,
    dispose: (): void => {
      current.dispose();
      history.dispose();
      stores.dispose();
    },
  };
}

describe('ValidationWatch', () => {
  let open: Awaited<ReturnType<typeof openWatch>>;
  beforeEach(async () => {
    open = await openWatch();
    await open.store.refresh(open.id);
  });
  afterEach(() => open.dispose());

  const start = (keyId: string): void => open.watched().start(open.id, keyId);
  const useByCluster = async (keyId: string): Promise<void> => {
    const cluster = {
      spec: {
        display_name: 'new',
        availability: 'MULTI_ZONE',
        cloud: 'AWS',
        region: 'us-east-1',
        config: { kind: 'Dedicated', cku: 2 },
        environment: { id: 'env-p7r0d' },
        byok: { id: keyId },
      },
    };
    assert.equal((await ask(open.simulator, 'POST /cmk/v2/clusters', { body: cluster })).status, 202);
  };

  it('tells once of each: that a key is valid, and that Confluent lost it when a cluster had it', async () => {
    const { simulator, store, id, told, pass } = open;
    const { json } = await ask(simulator, 'POST /byok/v1/keys', {
      body: {
        key: {
          kind: 'AwsKey',
          key_arn: 'arn:aws:kms:us-east-1:111122223333:key/11111111-2222-3333-4444-555555555555',
        },
      },
    });
    const key = String(json['id']);
    simulator.scriptValidation(key, [{ afterMs: 90 * second, phase: 'VALID' }]);
    await store.refresh(id);
    start(key);
    await pass(80 * second);
    assert.deepEqual([told, open.list()], [[], [key]]);
    await pass(40 * second);
    assert.deepEqual([told, open.list()], [[`${key} VALID`], []]);
    await useByCluster(key);
    await store.refresh(id);
    simulator.setPhase(key, 'INVALID', 'Access to key denied.');
    await Promise.all([store.refresh(id), store.refreshKey(id, key)]);
    await store.refresh(id);
    assert.deepEqual(told, [`${key} VALID`, `${key} INVALID`]);
  });

  it('asks soon at first, then less and less often, and nothing once nobody waits', async () => {
    const { time, pass, asked } = open;
    const times: number[] = [];
    start(waiting);
    for (let seconds = 0; seconds < 240; seconds++) {
      const before = asked(waiting);
      await pass(second);
      if (asked(waiting) > before) times.push(time.now() / second);
    }
    assert.deepEqual(times, [5, 13, 24, 41, 66, 104, 161, 221]);
    open.watched().stop(open.id, waiting);
    const before = open.gate.requests.length;
    await pass(10 * minute);
    assert.deepEqual([open.gate.requests.length - before, time.pending, open.told], [0, 0, []]);
  });

  it('goes on after telling that a key is invalid, until it is valid', async () => {
    const { simulator, pass, told } = open;
    start(waiting);
    simulator.setPhase(waiting, 'INVALID', 'Access to key denied.');
    await pass(minute);
    simulator.setPhase(waiting, 'INVALID', 'key access denied');
    await pass(minute);
    assert.deepEqual([told, open.list()], [[`${waiting} INVALID`], [waiting]]);
    simulator.setPhase(waiting, 'VALID');
    await pass(2 * minute);
    assert.deepEqual([told, open.list()], [[`${waiting} INVALID`, `${waiting} VALID`], []]);
  });

  it('tells what a refresh has seen first, and once', async () => {
    const { simulator, store, id, pass, told } = open;
    start(waiting);
    simulator.setPhase(waiting, 'VALID');
    await store.refresh(id);
    assert.deepEqual(told, [`${waiting} VALID`]);
    await pass(minute);
    assert.deepEqual(told, [`${waiting} VALID`]);
  });

  it('tells unasked of an outage alone', async () => {
    const { simulator, store, id, told } = open;
    for (const [key, phase] of [
      [free, 'INVALID'],
      [used, 'INVALID'],
      [waiting, 'VALID'],
      [free, 'VALID'],
      [used, 'VALID'],
    ] as const) {
      simulator.setPhase(key, phase);
      await store.refresh(id);
    }
    assert.deepEqual(told, [`${used} INVALID`]);
  });

  it('tells together of outages that are seen together', async () => {
    const { simulator, store, id, told } = open;
    for (const key of [used, 'cck-p4x9d', free]) simulator.setPhase(key, 'INVALID', 'The key is disabled.');
    await store.refresh(id);
    assert.deepEqual(told, [`cck-p4x9d INVALID, ${used} INVALID`]);
  });

  it('gives up after an hour', async () => {
    const { pass, told, asked } = open;
    start(waiting);
    await pass(59 * minute);
    assert.deepEqual([told, open.list()], [[], [waiting]]);
    await pass(2 * minute);
    assert.deepEqual([told, open.list()], [[`${waiting} hour`], []]);
    const before = asked(waiting);
    await pass(10 * minute);
    assert.equal(asked(waiting), before);
  });

  it('begins the hour again when it is asked again', async () => {
    start(waiting);
    await open.pass(50 * minute);
    start(waiting);
    await open.pass(50 * minute);
    assert.deepEqual([open.told, open.list()], [[], [waiting]]);
  });

  it('looks once more when the hour went by in one go, as on a machine that slept', async () => {
    start(waiting);
    open.simulator.setPhase(waiting, 'VALID');
    open.time.sleep(2 * 60 * minute);
    await open.pass(second);
    assert.deepEqual([open.told, open.list()], [[`${waiting} VALID`], []]);
  });

  for (const unknownId of [403, 404] as const) {
    it(`gives up a key that somebody deleted, where the service answers ${unknownId}`, async () => {
      open.simulator.behaviour.unknownId = unknownId;
      start(free);
      await ask(open.simulator, `DELETE /byok/v1/keys/${free}`);
      await open.pass(10 * second);
      assert.deepEqual([open.told, open.list()], [[`${free} gone`], []]);
      assert.equal(open.store.find(open.id, free), undefined);
    });
  }

  for (const status of [401, 403]) {
    it(`gives up when the credential is refused: ${status}`, async () => {
      open.simulator.faults.add({ times: Infinity, fault: { kind: 'status', status } });
      start(waiting);
      await open.pass(10 * second);
      assert.deepEqual([open.told, open.list()], [[`${waiting} failed`], []]);
    });
  }

  it('does not give up for what may pass', async () => {
    const match = { path: new RegExp(waiting) };
    open.simulator.faults.add({ match, times: 3, fault: { kind: 'status', status: 400 } });
    start(waiting);
    await open.pass(30 * second);
    open.simulator.setPhase(waiting, 'VALID');
    await open.pass(minute);
    assert.deepEqual([open.told, open.list()], [[`${waiting} VALID`], []]);
  });

  it('goes on after the window was reloaded, and tells what happened meanwhile', async () => {
    start(waiting);
    start(free);
    open.simulator.setPhase(waiting, 'INVALID', 'Access to key denied.');
    open.reload();
    assert.deepEqual([open.told, open.list()], [[], [waiting, free]]);
    await open.pass(10 * second);
    assert.deepEqual(open.told, [`${waiting} INVALID`]);
    open.reload();
    await open.pass(minute);
    assert.deepEqual(open.told, [`${waiting} INVALID`]);
  });

  it('does not wait on in a window that comes again after the hour', async () => {
    start(waiting);
    open.close();
    open.time.sleep(61 * minute);
    open.reload();
    assert.deepEqual([open.told, open.list(), open.time.pending], [[], [], 0]);
  });

  it('ends with the sign-out', async () => {
    start(waiting);
    await open.connections.remove(open.id);
    await open.pass(minute);
    assert.deepEqual([open.told, open.list(), open.time.pending, open.asked(waiting)], [[], [], 0, 0]);
  });

  it('says nothing once the window goes, not even what was on the way', async () => {
    const { gate, simulator, time, clock } = open;
    start(waiting);
    simulator.setPhase(waiting, 'VALID');
    gate.close();
    clock.advance(5 * second);
    await time.advance(5 * second);
    await gate.held();
    open.close();
    gate.open();
    await turn();
    assert.deepEqual([open.told, time.pending], [[], 0]);
  });
});
