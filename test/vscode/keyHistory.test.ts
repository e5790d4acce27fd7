import assert from 'node:assert/strict';
import { demoOrganization } from '../../src/simulator/demoOrganization';
import type { Sighting } from '../../src/model/timeline';
import { organizationOf } from '../../src/simulator/organizationOf';
import { KeyHistory } from '../../src/stores/keyHistory';
import { FakeMemento } from '../fakes/fakeMemento';
import { ask } from '../simulator/ask';
import { openStores } from './openStores';

const minute = 60_000;
const [used, free] = ['cck-7k2ma', 'cck-q81fz'];

async function openHistory(organizationAt = demoOrganization, memento = new FakeMemento()) {
  const stores = await openStores(organizationAt, memento);
  const { id, store, clock, simulator } = stores;
  const history = new KeyHistory(store, memento);
  const news: string[] = [];
  history.onDidTransition(transitions => {
    news.push(...transitions.map(({ key, before, after }) => `${key.id}: ${before.phase} → ${after.phase}`));
  });
  return {
    ...stores,
    history,
    news,
    set: (...attempt: Parameters<typeof simulator.setPhase>): void => {
      clock.advance(minute);
      simulator.setPhase(...attempt);
    },
    timelineOf: (keyId: string) =>
      history.timelineOf(id, keyId).map(({ phase, message }) => [phase, message].filter(Boolean).join(': ')),
    dispose: (): void => {
      history.dispose();
      stores.dispose();
    },
  };
}

describe('KeyHistory', () => {
  let open: Awaited<ReturnType<typeof openHistory>>;
  beforeEach(async () => {
    open = await openHistory();
    await open.store.refresh(open.id);
  });
  afterEach(() => open.dispose());

  it('tells of no transition when it sees keys for the first time', () => {
    assert.deepEqual(open.news, []);
    assert.deepEqual(open.timelineOf(used), ['VALID']);
  });

  it('tells once of each change, however often and by whatever way it is seen', async () => {
    const { set, store, id, history, news } = open;
    set(used, 'INVALID', 'Access to key denied.');
    await Promise.all([store.refresh(id), store.refreshKey(id, used), store.refreshKey(id, used)]);
    await store.refresh(id);
    history.see(id, store.of(id).keys);
    set(used, 'VALID');
    await store.refreshKey(id, used);
    await store.refresh(id);
    assert.deepEqual(news, [`${used}: VALID → INVALID`, `${used}: INVALID → VALID`]);
    assert.deepEqual(open.timelineOf(used), ['VALID', 'INVALID: Access to key denied.', 'VALID']);
  });

  it('takes an answer that was overtaken on the way for no news', async () => {
    const { gate, set, store, id, news } = open;
    const before = open.store.find(id, free);
    assert.ok(before);
    set(free, 'INVALID', 'key access denied');
    await store.refreshKey(id, free);
    gate.open();
    open.history.see(id, [{ ...before }]);
    assert.deepEqual(news, [`${free}: VALID → INVALID`]);
    assert.deepEqual(open.timelineOf(free), ['VALID', 'INVALID: key access denied']);
  });

  it('knows in the next session what it saw in this one', async () => {
    const next = await openHistory(demoOrganization, open.memento);
    next.history.see(open.id, open.store.of(open.id).keys);
    open.set(used, 'INVALID', 'Access to key denied.');
    await open.store.refreshKey(open.id, used);
    next.history.see(open.id, open.store.of(open.id).keys);
    assert.deepEqual([open.news, next.news], [[`${used}: VALID → INVALID`], []]);
    next.dispose();
  });

  it('tells of what happened while no window was open', async () => {
    open.history.dispose();
    open.set(used, 'INVALID', 'Access to key denied.');
    await open.store.refresh(open.id);
    const next = await openHistory(demoOrganization, open.memento);
    next.history.see(open.id, open.store.of(open.id).keys);
    assert.deepEqual(next.news, [`${used}: VALID → INVALID`]);
    next.dispose();
  });

  it('forgets a key that is gone, but not for a list that is not whole', async () => {
    const { simulator, store, id, timelineOf } = open;
    await ask(simulator, `DELETE /byok/v1/keys/${free}`);
    simulator.faults.add({ match: { path: /keys\?/ }, fault: { kind: 'status', status: 400 } });
    await store.refresh(id);
    assert.deepEqual(timelineOf(free), ['VALID']);
    await store.refresh(id);
    assert.deepEqual([timelineOf(free), timelineOf(used)], [[], ['VALID']]);
  });

  it('keeps nothing but times, states, phases and messages', () => {
    const [[name, timelines] = []] = JSON.parse(open.memento.text()) as [string, Record<string, object[]>][];
    assert.equal(name, `timeline.${open.id}`);
    const fields = Object.values(timelines ?? {}).flatMap(timeline => timeline.flatMap(Object.keys));
    assert.deepEqual([...new Set(fields)].sort(), ['at', 'message', 'phase', 'since', 'state']);
  });
});

describe('KeyHistory, of a large organization', () => {
  it('keeps some hundred keys, and tells of a change of any', async () => {
    const open = await openHistory(now => organizationOf(1200, now));
    const { store, id, memento, news, set } = open;
    await store.refresh(id);
    const kept = (): readonly string[] => Object.keys(memento.get(`timeline.${id}`, {}));
    assert.equal(kept().length, 500);
    const last = store.of(id).keys.at(-1)?.id ?? '';
    set(last, 'INVALID', 'Access to key denied.');
    await store.refresh(id);
    assert.deepEqual([news, kept().length], [[`${last}: VALID → INVALID`], 501]);
    for (const { id: keyId } of store.of(id).keys) set(keyId, 'INVALID', 'The key is disabled.');
    await store.refresh(id);
    const size = JSON.stringify(memento.get(`timeline.${id}`)).length;
    assert.deepEqual([news.length > 1000, kept().length > 500, size <= 131_072], [true, true, true]);
    open.dispose();
  });

  it('keeps no more than fits, the latest changes, of 10,000 keys that change again and again', async () => {
    const open = await openHistory(now => organizationOf(10_000, now));
    const { store, id, memento, history } = open;
    await store.refresh(id);
    const { keys } = store.of(id);
    const kept = (): Readonly<Record<string, readonly Sighting[]>> => memento.get(`timeline.${id}`, {});
    const size = (): number => Buffer.byteLength(JSON.stringify(kept()));
    const sizes = [size()];
    for (const phase of ['INVALID', 'VALID', 'INVALID']) {
      const message = `${phase} ${'x'.repeat(300)}`;
      // A store gives other keys than before where something of them changed.
      history.see(
        id,
        keys.map(key => ({ ...key, validation: { phase, message, since: undefined, region: undefined } })),
      );
      sizes.push(size());
    }
    console.log(`      bytes kept of 10,000 keys: ${sizes.join(', ')}`);
    assert.ok(
      sizes.every(bytes => bytes > 0 && bytes <= 131_072),
      sizes.join(),
    );
    assert.ok(Object.values(kept()).every(timeline => timeline.length === 2));
    open.dispose();
  });
});
