import assert from 'node:assert/strict';
import type { KeyPageState } from '../../src/panels/protocol/keyPage';
import { someKey } from '../factories';
import { turn } from '../fakes/turn';
import { ask } from '../simulator/ask';
import { beginningOf, openKeyPages } from './openKeyPage';
import { eventually } from './session';

/** Of the demo organization: one that waits for access, one that is free and valid, two that clusters have. */
const [waiting, free, used, invalid] = ['cck-n5o1i', 'cck-q81fz', 'cck-7k2ma', 'cck-b0v6h'];

describe('the page of a key', () => {
  let pages: Awaited<ReturnType<typeof openKeyPages>>;
  beforeEach(async () => {
    pages = await openKeyPages();
  });
  afterEach(() => pages.dispose());

  const refresh = () => pages.store.refresh(pages.id);
  const shown = async (keyId: string) => {
    await refresh();
    return pages.open(keyId);
  };
  const phaseIn = ({ key }: KeyPageState): string | undefined => key?.status[0]?.text;
  const noticeIn = ({ notices }: KeyPageState): string => notices.map(({ title }) => title).join();
  const factsIn = ({ key }: KeyPageState): Readonly<Record<string, string>> =>
    Object.fromEntries(
      [...(key?.validation?.facts ?? []), ...(key?.sections ?? []).flatMap(({ facts }) => facts)].map(
        ({ name, value }) => [name, value],
      ),
    );
  const doneIn = ({ buttons }: KeyPageState): readonly string[] => buttons.map(({ does }) => does);

  it('has all that is known of the key', async () => {
    const { state } = await shown(invalid);
    await eventually(() => state().key?.findings !== undefined && state().key?.clusters?.isBusy === false);
    const { heading, place, key } = state();
    assert.ok(key);
    assert.deepEqual([heading.text, place], ['fraud-detection-prod', 'Test · AWS · us-west-2']);
    assert.deepEqual(
      key.status.map(({ tone, text }) => [tone, text]),
      [
        ['bad', 'Invalid'],
        ['plain', 'In use'],
      ],
    );
    const facts = factsIn(state());
    assert.deepEqual(
      ['ID', 'Provider', 'Account', 'Key id', 'Confluent says'].map(name => facts[name]),
      [invalid, 'AWS', '111122223333', '3ad77bb4-0d7a-4660-a89e-caf32466ef97', 'Access to key denied.'],
    );
    assert.match(key.validation?.cause?.text ?? '', /grant/);
    assert.ok((key.validation?.fixes?.items.length ?? 0) > 0);
    assert.deepEqual(
      key.findings?.open.map(({ title }) => title),
      ['Invalid key in use'],
    );
    assert.deepEqual(
      key.clusters?.clusters.map(({ name, href }) => [name, href?.startsWith('https://confluent.cloud/')]),
      [['fraud-detection', true]],
    );
    assert.deepEqual(
      key.grant?.forms.map(({ tab }) => tab),
      ['policy', 'statements', 'commands', 'powershell', 'terraform'],
    );
    assert.equal((JSON.parse(key.json.text) as { id: string }).id, invalid);
  });

  it('offers what the state of the key allows', async () => {
    const { state } = await shown(waiting);
    const rest = ['openJson', 'compare', 'copyLink', 'delete'];
    assert.deepEqual(doneIn(state()), ['grantAccess', 'watch', 'refresh', ...rest]);
    pages.watched.start(pages.id, waiting);
    await eventually(() => doneIn(state()).includes('stopWatching'));
    pages.watched.stop(pages.id, waiting);
    pages.simulator.setPhase(waiting, 'VALID');
    await pages.store.refreshKey(pages.id, waiting);
    await eventually(() => phaseIn(state()) === 'Valid');
    assert.deepEqual(doneIn(state()), ['refresh', 'grantAccess', ...rest]);
  });

  it('offers no wait where the service does not tell whether a key is valid', async () => {
    pages.simulator.behaviour.shape = '2023';
    const { state } = await shown(waiting);
    assert.deepEqual(
      doneIn(state()).filter(does => does === 'watch' || does === 'stopWatching'),
      [],
    );
  });

  it('shows what it does not know as it came, and offers no grant for it', async () => {
    await refresh();
    pages.store.put(
      pages.id,
      someKey('cck-future', { provider: 'OCI', state: 'ON_HOLD', phase: 'ROTATING', name: 'future' }),
    );
    const { state } = pages.open('cck-future');
    assert.deepEqual(
      state().key?.status.map(({ tone, text }) => [tone, text]),
      [
        ['warning', 'ROTATING'],
        ['plain', 'ON_HOLD'],
      ],
    );
    const facts = factsIn(state());
    assert.deepEqual([facts['Kind'], facts['key_name']], ['OCIKey', 'cck-future']);
    assert.deepEqual([state().key?.grant, doneIn(state()).includes('grantAccess')], [undefined, false]);
  });

  it('follows the key, and shows what it was seen in over time', async () => {
    const { panel, state } = await shown(used);
    assert.equal(panel.title, 'payments-prod-eu');
    pages.simulator.setPhase(used, 'INVALID', 'key disabled');
    await refresh();
    await eventually(() => phaseIn(state()) === 'Invalid');
    assert.deepEqual(
      state().key?.validation?.timeline?.entries.map(({ what, message }) => [what, message]),
      [
        ['Invalid · In use', 'key disabled'],
        ['Valid · In use', undefined],
      ],
    );
    await ask(pages.simulator, `PATCH /byok/v1/keys/${used}`, { body: { display_name: 'x'.repeat(100) } });
    await pages.store.refreshKey(pages.id, used);
    await eventually(() => state().heading.name?.startsWith('xx') === true);
    assert.equal(panel.title, `${'x'.repeat(39)}…`);
  });

  it('loads the keys where nobody has yet, as after a restart', async () => {
    const { state } = pages.open(free);
    assert.equal(noticeIn(state()), 'Loading the key…');
    await eventually(() => phaseIn(state()) === 'Valid');
    assert.equal(noticeIn(state()), '');
  });

  it('sends nothing while it is hidden, and begins anew with how things were then', async () => {
    const { panel, state } = await shown(free);
    pages.simulator.setPhase(free, 'INITIALIZING');
    await pages.store.refreshKey(pages.id, free);
    await eventually(() => phaseIn(state()) === 'Waiting for access');
    panel.show(false);
    assert.equal(phaseIn(beginningOf(panel.webview.html)), 'Waiting for access');
    const other = pages.open(free);
    const before = panel.webview.sent.length;
    pages.simulator.setPhase(free, 'INVALID');
    await pages.store.refreshKey(pages.id, free);
    pages.watched.start(pages.id, free);
    await eventually(
      () => phaseIn(other.state()) === 'Invalid' && doneIn(other.state()).includes('stopWatching'),
    );
    pages.watched.stop(pages.id, free);
    assert.equal(panel.webview.sent.length, before);
    panel.show(true);
    await eventually(() => phaseIn(state()) === 'Invalid');
  });

  it('asks no service for clusters that cannot be there, and once for others', async () => {
    const clusterRequests = (): number => pages.gate.requests.filter(path => path.startsWith('/cmk/')).length;
    await shown(free);
    await turn();
    assert.equal(clusterRequests(), 0);
    const { panel, state } = pages.open(used);
    await eventually(() => state().key?.clusters?.isBusy === false && clusterRequests() > 0);
    const once = clusterRequests();
    panel.show(false);
    panel.show(true);
    await turn();
    assert.equal(clusterRequests(), once);
    panel.webview.send({ type: 'act', what: 'listClusters' });
    await eventually(() => clusterRequests() === 2 * once);
  });

  it('says that the key is gone, and keeps how it was', async () => {
    const { state } = await shown(free);
    await ask(pages.simulator, `DELETE /byok/v1/keys/${free}`);
    await refresh();
    await eventually(() => noticeIn(state()) === 'This key is gone: Test does not have it any more.');
    const { key, buttons, heading } = state();
    assert.deepEqual(
      [buttons, heading.name, key?.validation, key?.grant, key?.clusters, key?.findings],
      [[], undefined, undefined, undefined, undefined, undefined],
    );
    assert.equal(factsIn(state())['ID'], free);
  });

  for (const unknownId of [403, 404] as const) {
    it(`says so when it is restored for a key that is gone, of which the service says ${unknownId}`, async () => {
      pages.simulator.behaviour.unknownId = unknownId;
      const { state, panel } = pages.open('cck-nowhere');
      await eventually(() => noticeIn(state()) === 'This key is gone: Test does not have it any more.');
      assert.deepEqual([panel.title, state().key], ['cck-nowhere', undefined]);
    });
  }

  it('shows nothing more of an organization that was signed out of, and says so', async () => {
    const { state } = await shown(used);
    await pages.connections.remove(pages.id);
    await eventually(() => noticeIn(state()).includes('not signed in to the organization'));
    assert.deepEqual([state().key, state().buttons], [undefined, []]);
    assert.doesNotMatch(JSON.stringify(state()), /arn:|Access/);
    assert.deepEqual(
      state().notices.flatMap(({ buttons }) => buttons.map(({ does }) => does)),
      ['signIn'],
    );
  });

  it('says so when it is restored for an organization that was signed out of', () => {
    const { state } = pages.open(used, 'nobody');
    assert.match(noticeIn(state()), /not signed in to the organization/);
    assert.equal(pages.gate.requests.length, 0);
  });

  it('leads to the same key of another organization', async () => {
    await refresh();
    const { state } = pages.open(used, 'nobody');
    assert.deepEqual(
      state().notices.flatMap(({ buttons }) => buttons.map(({ does }) => does)),
      ['openElsewhere', 'signIn'],
    );
  });

  it('keeps the key when a refresh fails, says of when it is, and tries again', async () => {
    const { panel, state } = await shown(used);
    pages.simulator.faults.add({ times: 4, fault: { kind: 'status', status: 400 } });
    panel.webview.send({ type: 'act', what: 'refresh' });
    await eventually(() => noticeIn(state()).startsWith('The last refresh failed.'));
    assert.equal(phaseIn(state()), 'Valid');
    pages.simulator.faults.clear();
    panel.webview.send({ type: 'act', what: 'refresh' });
    await eventually(() => noticeIn(state()) === '');
  });

  it('says why a key could not be loaded', async () => {
    pages.simulator.faults.add({ times: 4, fault: { kind: 'status', status: 400 } });
    const { state } = pages.open(used);
    await eventually(() => noticeIn(state()).startsWith('The key could not be loaded.'));
    assert.deepEqual(
      state().notices.flatMap(({ buttons }) => buttons.map(({ does }) => does)),
      ['refresh'],
    );
  });

  it('goes with its panel', async () => {
    const { panel } = await shown(free);
    await turn();
    panel.dispose();
    const other = pages.open(free);
    const before = panel.webview.sent.length;
    panel.webview.send({ type: 'act', what: 'refresh' });
    pages.simulator.setPhase(free, 'INVALID');
    await refresh();
    await eventually(() => phaseIn(other.state()) === 'Invalid');
    assert.equal(panel.webview.sent.length, before);
  });
});
