import { systemClock } from '../../src/api/clock';
import { createConfluentCloud } from '../../src/api/confluentCloud';
import { ConnectionStore } from '../../src/connections/connectionStore';
import { apiKeyCredential, authorizationOf } from '../../src/connections/credential';
import { SecretVault } from '../../src/connections/secretVault';
import { MovableClock } from '../../src/simulator/clock';
import { demoOrganization } from '../../src/simulator/demoOrganization';
import type { SimulatedOrganization } from '../../src/simulator/organization';
import { Simulator } from '../../src/simulator/simulator';
import { KeyStore } from '../../src/stores/keyStore';
import { FakeMemento } from '../fakes/fakeMemento';
import { FakeSecrets } from '../fakes/fakeSecrets';
import { GatedFetch } from '../fakes/gatedFetch';
import { silentLog } from '../fakes/silentLog';

const endpoint = 'https://api.confluent.cloud';
const credential = apiKeyCredential('DEMOADMIN0000001', 'demo-secret-of-the-admin');

/** The stores of one window that is signed in to a simulated organization, with a gate before the service. */
export async function openStores(
  organizationAt: (now: number) => SimulatedOrganization = demoOrganization,
  memento = new FakeMemento(),
) {
  const clock = new MovableClock(Date.now());
  const simulator = new Simulator({ organization: organizationAt(clock.now()), clock });
  const gate = new GatedFetch(simulator.fetch);
  const cloud = createConfluentCloud({
    endpoint,
    authorize: () => Promise.resolve(authorizationOf(credential)),
    fetch: gate.fetch,
    clock: systemClock,
    userAgent: 'test',
    timeout: () => 30_000,
    random: () => 0,
  });
  const connections = new ConnectionStore(new SecretVault(new FakeSecrets()), new FakeMemento(), silentLog);
  const { id } = await connections.save({ label: 'Test', endpoint }, credential);
  const store = new KeyStore(() => Promise.resolve(cloud.keys), connections);
  const dispose = (): void => {
    gate.open();
    store.dispose();
    connections.dispose();
  };
  return { clock, simulator, gate, cloud, connections, id, store, memento, dispose };
}
