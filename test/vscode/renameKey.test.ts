import assert from 'node:assert/strict';
import { KeyArguments } from '../../src/commands/keyArguments';
import { renameKey } from '../../src/commands/renameKey';
import { openStores } from './openStores';

const [named, nameless] = ['cck-q81fz', 'cck-x5r1t'];

describe('renameKey, given the name', () => {
  let open: Awaited<ReturnType<typeof openStores>>;
  let told: string[];
  beforeEach(async () => {
    open = await openStores();
    told = [];
    await open.store.refresh(open.id);
  });
  afterEach(() => open.dispose());

  const run = async (keyId: string, name: string): Promise<void> => {
    const { store, connections, cloud } = open;
    await renameKey(
      new KeyArguments(store, connections, () => Promise.resolve([])),
      { of: () => Promise.resolve(cloud) },
      store,
      { done: what => void told.push(what), error: what => Promise.resolve(void told.push(what)) },
    ).run(keyId, name);
  };
  const nameOf = (keyId: string): string | undefined => open.store.find(open.id, keyId)?.displayName;
  const sent = (): readonly unknown[] =>
    open.simulator.requests.filter(({ method }) => method === 'PATCH').map(({ body }) => body);

  const cases: readonly (readonly [
    label: string,
    keyId: string,
    name: string,
    sent: readonly string[],
    is: string | undefined,
  ])[] = [
    ['gives another', named, 'orders', ['{"display_name":"orders"}'], 'orders'],
    ['gives a first', nameless, 'orders', ['{"display_name":"orders"}'], 'orders'],
    ['takes it away', named, '', ['{"display_name":""}'], undefined],
    ['sends no blanks around it', named, '  orders ', ['{"display_name":"orders"}'], 'orders'],
    ['sends nothing for the same', named, ' orders-staging', [], 'orders-staging'],
    ['sends nothing for none where there is none', nameless, ' ', [], undefined],
  ];
  for (const [label, keyId, name, requests, is] of cases) {
    it(label, async () => {
      await run(keyId, name);
      assert.deepEqual([sent(), nameOf(keyId), told], [requests, is, requests.length > 0 ? ['Renamed'] : []]);
    });
  }

  it('leaves the name when the service refuses', async () => {
    open.simulator.faults.add({ match: { method: 'PATCH' }, fault: { kind: 'status', status: 403 } });
    await run(named, 'orders');
    assert.deepEqual([nameOf(named), told], ['orders-staging', ['The key keeps its name.']]);
  });
});
