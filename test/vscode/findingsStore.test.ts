import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { Settings } from '../../src/settings';
import { ClusterStore } from '../../src/stores/clusterStore';
import { Findings } from '../../src/stores/findings';
import { HeldKeys } from '../../src/stores/heldKeys';
import { KeyHistory } from '../../src/stores/keyHistory';
import { QuotaStore } from '../../src/stores/quotaStore';
import { FakeMemento } from '../fakes/fakeMemento';
import { ask } from '../simulator/ask';
import { openStores } from './openStores';

/** The findings of a simulated organization. */
async function openFindings() {
  const stores = await openStores();
  const { cloud, connections, store } = stores;
  const clusters = new ClusterStore(() => Promise.resolve(cloud), connections);
  const quotas = new QuotaStore(() => Promise.resolve(cloud.quotas), connections);
  const memento = new FakeMemento();
  const held = new HeldKeys(store, clusters, memento);
  const history = new KeyHistory(store, memento);
  const settings = new Settings();
  const findings = new Findings({ store, clusters, quotas, held, history, connections, settings, memento });
  stores.gate.open();
  const told: string[] = [];
  const listening = findings.onDidChange(id => told.push(id));
  const close = (): void => {
    listening.dispose();
    for (const part of [findings, history, held, quotas, clusters]) part.dispose();
    stores.dispose();
  };
  return { ...stores, clusters, findings, memento, told, close };
}

describe('Findings', () => {
  let opened: Awaited<ReturnType<typeof openFindings>>;
  beforeEach(async () => {
    opened = await openFindings();
  });
  afterEach(() => opened.close());

  const openIds = (): readonly string[] => opened.findings.of(opened.id).open.map(({ id }) => id);
  /** Whether it tells of a change, and has other findings then. */
  const changesWith = async (act: () => Promise<unknown>): Promise<boolean> => {
    const before = opened.findings.of(opened.id);
    opened.told.length = 0;
    await act();
    return opened.told.includes(opened.id) && opened.findings.of(opened.id) !== before;
  };

  it('fetches nothing by itself', () => {
    assert.deepEqual(openIds(), []);
    assert.equal(opened.simulator.requests.length, 0);
  });

  it('loads what the rules need: keys, clusters, the quota', async () => {
    const { open, skipped, broken } = await opened.findings.load(opened.id);
    assert.deepEqual([skipped, broken], [[], []]);
    const found = new Set(open.map(({ rule }) => rule));
    for (const rule of ['invalidInUse', 'otherRegion', 'quotaNear'] as const)
      assert.ok(found.has(rule), rule);
  });

  it('loads what there is when the service gives no clusters, and says what was not looked for', async () => {
    opened.simulator.faults.add({
      times: Infinity,
      match: { path: /environments/ },
      fault: { kind: 'status', status: 403 },
    });
    const { open, skipped } = await opened.findings.load(opened.id);
    assert.ok(open.some(({ rule }) => rule === 'invalidInUse'));
    assert.deepEqual(skipped, ['otherCloud', 'otherRegion', 'inUseUnseen', 'legacyKey']);
  });

  it('loads nothing of a service that gives nothing, and does not reject', async () => {
    opened.simulator.faults.add({ times: Infinity, fault: { kind: 'status', status: 403 } });
    const { open, muted } = await opened.findings.load(opened.id);
    assert.deepEqual([open, muted], [[], []]);
  });

  it('gives the same again as long as nothing has changed', async () => {
    const found = await opened.findings.load(opened.id);
    await opened.store.refresh(opened.id);
    assert.equal(opened.findings.of(opened.id), found);
  });

  it('gives others when a key changes', async () => {
    await opened.findings.load(opened.id);
    opened.simulator.setPhase('cck-b0v6h', 'VALID');
    assert.ok(await changesWith(() => opened.store.refresh(opened.id)));
    assert.ok(!openIds().includes('invalidInUse:cck-b0v6h'));
  });

  it('gives others when the clusters are looked at again', async () => {
    await opened.findings.load(opened.id);
    assert.ok(await changesWith(() => opened.clusters.load(opened.id, -1)));
  });

  it('gives others when one is muted or unmuted', async () => {
    await opened.findings.load(opened.id);
    const id = 'invalidInUse:cck-b0v6h';
    assert.ok(await changesWith(() => opened.findings.mute(opened.id, id, 'Agreed')));
    assert.ok(!openIds().includes(id));
    const [muted] = opened.findings.of(opened.id).muted;
    assert.deepEqual([muted?.id, muted?.mute.reason], [id, 'Agreed']);
    assert.ok(await changesWith(() => opened.findings.unmute(opened.id, id)));
    assert.ok(openIds().includes(id));
  });

  it('gives others when the setting changes', async () => {
    await opened.findings.load(opened.id);
    const configuration = vscode.workspace.getConfiguration('byok');
    const set = (days?: number) =>
      configuration.update('staleAfter', days, vscode.ConfigurationTarget.Global);
    assert.ok(await changesWith(async () => await set(60)));
    await set(undefined);
  });

  it('mutes only what is found', async () => {
    await opened.findings.load(opened.id);
    await assert.rejects(opened.findings.mute(opened.id, 'invalid:cck-0', 'x'), {
      message: 'There is no such finding any more.',
    });
  });

  describe('of a key that goes', () => {
    const id = 'unused:cck-q81fz';
    const refresh = () => opened.store.refresh(opened.id);
    const kept = (): readonly string[] => Object.keys(opened.memento.get<object>(`muted.${opened.id}`, {}));
    beforeEach(async () => {
      await opened.memento.update(`muted.${opened.id}`, {
        [id]: { reason: 'Kept until March', at: 1 },
        'unused:cck-7k2ma': { reason: 'Another', at: 2 },
        'legacyKey:lkc-1': { reason: 'Of a cluster', at: 3 },
        'quotaNear:organization': { reason: 'Of the organization', at: 4 },
        'ruleOfTomorrow:cck-q81fz': { reason: 'Of another version', at: 5 },
      });
      await ask(opened.simulator, 'DELETE /byok/v1/keys/cck-q81fz');
    });

    it('forgets what is muted, once a complete list does not have it', async () => {
      await refresh();
      assert.deepEqual(kept(), [
        'unused:cck-7k2ma',
        'legacyKey:lkc-1',
        'quotaNear:organization',
        'ruleOfTomorrow:cck-q81fz',
      ]);
    });

    it('keeps it as long as no list is complete', async () => {
      opened.gate.close();
      const refreshed = refresh();
      opened.store.remove(opened.id, 'cck-q81fz');
      assert.ok(kept().includes(id));
      opened.simulator.faults.add({ times: Infinity, fault: { kind: 'html' } });
      opened.gate.open();
      await refreshed;
      assert.ok(kept().includes(id));
    });
  });

  it('has none of an organization that is signed out', async () => {
    await opened.findings.load(opened.id);
    await opened.connections.remove(opened.id);
    const { open, muted, broken } = opened.findings.of(opened.id);
    assert.deepEqual([open, muted, broken], [[], [], []]);
  });
});
