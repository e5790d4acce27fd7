import assert from 'node:assert/strict';
import { systemClock } from '../../src/api/clock';
import { createConfluentCloud } from '../../src/api/confluentCloud';
import { ConnectionStore } from '../../src/connections/connectionStore';
import { apiKeyCredential, authorizationOf } from '../../src/connections/credential';
import { SecretVault } from '../../src/connections/secretVault';
import { demoOrganization } from '../../src/simulator/demoOrganization';
import { Simulator } from '../../src/simulator/simulator';
import { ClusterStore } from '../../src/stores/clusterStore';
import { HeldKeys } from '../../src/stores/heldKeys';
import { forgetGone } from '../../src/stores/keptOfConnection';
import { KeyHistory } from '../../src/stores/keyHistory';
import { KeyStore } from '../../src/stores/keyStore';
import { outagesIn } from '../../src/watch/outages';
import { ValidationWatch } from '../../src/watch/validationWatch';
import { WatchedKeys } from '../../src/watch/watchedKeys';
import { canaryKey } from '../api/canary';
import { FakeClock } from '../fakes/fakeClock';
import { FakeMemento } from '../fakes/fakeMemento';
import { FakeSecrets } from '../fakes/fakeSecrets';
import { GatedFetch } from '../fakes/gatedFetch';
import { silentLog } from '../fakes/silentLog';
import { turn } from '../fakes/turn';

const endpoint = 'https://api.confluent.cloud';
const credential = apiKeyCredential(canaryKey.apiKeyId, canaryKey.apiKeySecret);
const waiting = 'cck-n5o1i';

/** A window as `activate` makes it, on the keyring and the state that all windows share. */
function openWindow(simulator: Simulator, secrets: FakeSecrets, shared: FakeMemento) {
  const gate = new GatedFetch(simulator.fetch);
  const connections = new ConnectionStore(new SecretVault(secrets), shared, silentLog);
  const serviceOf = async (id: string) => {
    const opened = await connections.open(id);
    return createConfluentCloud({
      endpoint,
      authorize: () => Promise.resolve(authorizationOf(opened.credential)),
      fetch: gate.fetch,
      clock: systemClock,
      userAgent: 'test',
      timeout: () => 30_000,
      random: () => 0,
    });
  };
  const store = new KeyStore(async id => (await serviceOf(id)).keys, connections);
  const clusters = new ClusterStore(serviceOf, connections);
  const held = new HeldKeys(store, clusters, shared);
  const history = new KeyHistory(store, shared);
  const forgetting = forgetGone(shared, connections);
  const time = new FakeClock();
  const watched = new WatchedKeys(store, connections, new FakeMemento(), time);
  const watch = new ValidationWatch(store, history, watched, time);
  return {
    gate,
    connections,
    store,
    clusters,
    time,
    history,
    watched,
    dispose: (): void => {
      gate.open();
      for (const each of [watch, watched, forgetting, history, held, clusters, store, connections])
        each.dispose();
    },
  };
}

describe('two windows', () => {
  let simulator: Simulator;
  let shared: FakeMemento;
  let here: ReturnType<typeof openWindow>;
  let there: ReturnType<typeof openWindow>;
  let id: string;
  beforeEach(async () => {
    const organization = demoOrganization(Date.now());
    const credentials = [{ ...canaryKey, role: 'OrganizationAdmin' as const }];
    simulator = new Simulator({ organization: { ...organization, credentials } });
    const secrets = new FakeSecrets();
    shared = new FakeMemento();
    here = openWindow(simulator, secrets, shared);
    there = openWindow(simulator, secrets, shared);
    ({ id } = await here.connections.save({ label: 'Both', endpoint }, credential));
    await turn();
  });
  afterEach(() => {
    here.dispose();
    there.dispose();
  });

  it('are both signed in, whichever it was done in', async () => {
    await there.store.refresh(id);
    assert.deepEqual([there.connections.list().length, there.store.of(id).keys.length], [1, 18]);
  });

  it('are both signed out: the other asks nothing more, and holds nothing', async () => {
    await there.store.refresh(id);
    await there.clusters.load(id);
    there.watched.start(id, waiting);
    assert.match(shared.text(), /timeline\.|held\./);
    there.gate.close();
    const refreshed = there.store.refresh(id);
    const onTheWay = await there.gate.held();
    assert.equal(onTheWay.isAborted, false);
    await here.connections.remove(id);
    await refreshed;
    assert.equal((await there.gate.held()).isAborted, true);
    const before = there.gate.requests.length;
    await there.time.advance(10 * 60_000);
    await there.store.refresh(id);
    assert.deepEqual(
      {
        connections: there.connections.list(),
        keys: there.store.of(id).keys,
        clusters: there.clusters.of(id),
        watched: there.watched.list(),
        asked: there.gate.requests.length - before,
        timers: there.time.pending,
      },
      { connections: [], keys: [], clusters: undefined, watched: [], asked: 0, timers: 0 },
    );
    await assert.rejects(there.connections.open(id), { name: 'CredentialMissingError' });
    await turn();
    assert.doesNotMatch(shared.text(), /cck-|timeline\.|held\./);
  });

  it('tell an outage of which one has written down the news once', async () => {
    const told: string[] = [];
    for (const { history, watched } of [here, there]) {
      history.onDidTransition(transitions => {
        told.push(...outagesIn(transitions, watched).map(({ key }) => key.id));
      });
    }
    await Promise.all([here.store.refresh(id), there.store.refresh(id)]);
    simulator.setPhase('cck-7k2ma', 'INVALID', 'Access to key denied.');
    await here.store.refresh(id);
    await there.store.refresh(id);
    assert.deepEqual(told, ['cck-7k2ma']);
  });

  it('write no secret into what they share', async () => {
    await here.store.refresh(id);
    await here.clusters.load(id);
    here.watched.start(id, waiting);
    await turn();
    const text = shared.text();
    assert.match(text, /Both.*timeline\./);
    for (let start = 0; start + 6 <= canaryKey.apiKeySecret.length; start++)
      assert.ok(!text.includes(canaryKey.apiKeySecret.slice(start, start + 6)));
  });
});
