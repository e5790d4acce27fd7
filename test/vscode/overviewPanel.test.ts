import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { OverviewPanel } from '../../src/panels/overview/overviewPanel';
import type { FromOverview, OverviewState } from '../../src/panels/protocol/overview';
import { Settings } from '../../src/settings';
import { ClusterStore } from '../../src/stores/clusterStore';
import { Findings } from '../../src/stores/findings';
import { HeldKeys } from '../../src/stores/heldKeys';
import { KeyHistory } from '../../src/stores/keyHistory';
import { QuotaStore } from '../../src/stores/quotaStore';
import { FakeMemento } from '../fakes/fakeMemento';
import { FakePanel } from '../fakes/fakePanel';
import { silentLog } from '../fakes/silentLog';
import { openStores } from './openStores';
import { eventually, extensionId } from './session';

/** The overview of a simulated organization, in a panel without a browser. */
async function openOverview(saved?: unknown) {
  const stores = await openStores();
  const { cloud, connections, store, simulator } = stores;
  const clusters = new ClusterStore(() => Promise.resolve(cloud), connections);
  const quotas = new QuotaStore(() => Promise.resolve(cloud.quotas), connections);
  const memento = new FakeMemento();
  const held = new HeldKeys(store, clusters, memento);
  const history = new KeyHistory(store, memento);
  const settings = new Settings();
  const findings = new Findings({ store, clusters, quotas, held, history, connections, settings, memento });
  const extension = vscode.extensions.getExtension(extensionId);
  assert.ok(extension);
  const warnings: string[] = [];
  const overview = new OverviewPanel({
    connections,
    store,
    clusters,
    quotas,
    settings,
    findings: () => Promise.resolve(findings),
    log: { ...silentLog, warn: message => warnings.push(message) },
    extensionUri: extension.extensionUri,
  });
  const panel = new FakePanel();
  overview.restore(panel, saved);
  stores.gate.open();
  return {
    panel,
    warnings,
    simulator,
    store,
    connections,
    findings,
    id: stores.id,
    send: (message: FromOverview) => panel.webview.send(message),
    states: () => statesOf(panel),
    close: () => {
      overview.dispose();
      for (const part of [findings, history, held, quotas, clusters]) part.dispose();
      stores.dispose();
    },
  };
}

function statesOf(panel: FakePanel): readonly OverviewState[] {
  return panel.webview.sent.flatMap(message => {
    const { type, state } = message as { readonly type: string; readonly state?: OverviewState };
    return type === 'state' && state ? [state] : [];
  });
}

describe('the panel of the overview', () => {
  let overview: Awaited<ReturnType<typeof openOverview>>;
  afterEach(() => overview.close());

  /** The first state that is sent, now or later, of which that holds. */
  async function shown(isSo: (state: OverviewState) => boolean): Promise<OverviewState> {
    let state: OverviewState | undefined;
    await eventually(() => (state = overview.states().findLast(isSo)) !== undefined);
    assert.ok(state);
    return state;
  }
  const isWhole = ({ charts, findings, usedKeys }: OverviewState): boolean =>
    charts !== undefined && (findings?.items.length ?? 0) > 0 && usedKeys?.isBusy === false;

  it('fetches what it lacks by itself: keys, clusters, the quota', async () => {
    overview = await openOverview();
    const state = await shown(isWhole);
    assert.equal(state.lead, '18 keys in Test');
    assert.equal(state.findings?.items[0]?.id, 'invalidInUse:cck-b0v6h');
    const facts = await shown(({ organizations }) =>
      (organizations?.items[0]?.facts[0] ?? '').startsWith('18 of 20'),
    );
    assert.equal(facts.organizations?.items[0]?.facts[0], '18 of 20 keys (90%)');
  });

  it('does nothing while it is hidden, and catches up when it is shown', async () => {
    overview = await openOverview();
    await shown(isWhole);
    overview.panel.show(false);
    const [requests, sent] = [overview.simulator.requests.length, overview.states().length];
    overview.simulator.setPhase('cck-b0v6h', 'VALID');
    await overview.store.refresh(overview.id);
    const afterRefresh = overview.simulator.requests.length;
    await overview.findings.mute(overview.id, 'unnamed:cck-x5r1t', 'Agreed');
    assert.equal(overview.states().length, sent);
    assert.ok(afterRefresh > requests);
    overview.panel.show(true);
    const state = await shown(({ status }) => status[0]?.tone === 'warning');
    assert.equal(state.findings?.muted.items[0]?.id, 'unnamed:cck-x5r1t');
  });

  it('shows what the user looks at, and still does after a reload', async () => {
    const look = { more: [{ list: 'regions', count: 50 }], rule: ['invalid'] } as const;
    overview = await openOverview({ scroll: 0, kept: { look, open: [] } });
    const state = await shown(isWhole);
    assert.deepEqual(
      state.findings?.items.map(({ id }) => id),
      ['invalid:cck-u4n6b', 'invalid:cck-x5r1t'],
    );
    assert.equal(state.charts?.items.find(({ by }) => by === 'regions')?.more, undefined);
    overview.send({ type: 'look', look: { more: [], rule: [] } });
    const all = await shown(({ findings }) => (findings?.items.length ?? 0) > 2);
    assert.ok(all.charts?.items.find(({ by }) => by === 'regions')?.more);
  });

  for (const saved of [undefined, null, 'text', {}, { kept: null }, { kept: { look: { rule: ['x'] } } }]) {
    it(`opens as it does at first where nothing that it knows was saved: ${JSON.stringify(saved)}`, async () => {
      overview = await openOverview(saved);
      const { findings } = await shown(isWhole);
      assert.equal(
        findings?.rules.some(({ isChosen }) => isChosen),
        false,
      );
    });
  }

  it('follows no message that is not of its protocol', async () => {
    overview = await openOverview();
    await shown(isWhole);
    const messages: readonly unknown[] = [
      { type: 'filter', by: 'text', value: 'x' },
      { type: 'filter', by: 'phases', value: ['INVALID'] },
      { type: 'act', what: 'workbench.action.quit', connection: '' },
      { type: 'openKey', connection: 'x' },
      { type: 'look', look: { more: [{ list: 'findings', count: -1 }], rule: [] } },
      { type: '__proto__' },
      null,
    ];
    const before = overview.simulator.requests.length;
    for (const message of messages) overview.panel.webview.send(message);
    overview.send({ type: 'act', what: 'refresh', connection: '' });
    await eventually(() => overview.simulator.requests.length > before);
    assert.equal(overview.warnings.length, messages.length);
  });

  it('says so when the last organization is signed out', async () => {
    overview = await openOverview();
    await shown(isWhole);
    await overview.connections.remove(overview.id);
    const state = await shown(({ notices }) => notices[0]?.title === 'Nobody is signed in.');
    assert.equal(state.charts, undefined);
    assert.deepEqual(state.buttons, []);
  });
});
