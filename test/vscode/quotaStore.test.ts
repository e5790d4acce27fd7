import assert from 'node:assert/strict';
import { bearerCredential } from '../../src/connections/credential';
import { QuotaStore } from '../../src/stores/quotaStore';
import { openStores } from './openStores';

async function openQuotas() {
  const stores = await openStores();
  const { cloud, connections, gate } = stores;
  const quotas = new QuotaStore(() => Promise.resolve(cloud.quotas), connections);
  const news: string[] = [];
  quotas.onDidChange(id => news.push(id));
  const limits = (): number | undefined => quotas.of(stores.id)?.limit;
  const asked = (): number => gate.requests.length;
  const dispose = (): void => {
    quotas.dispose();
    stores.dispose();
  };
  return { ...stores, quotas, news, limits, asked, dispose };
}

describe('QuotaStore', () => {
  let open: Awaited<ReturnType<typeof openQuotas>>;
  beforeEach(async () => {
    open = await openQuotas();
  });
  afterEach(() => open.dispose());

  it('asks once for who only looks, and again for who must be sure', async () => {
    const { quotas, id, news } = open;
    await quotas.ensure(id);
    await quotas.ensure(id);
    assert.deepEqual([open.limits(), open.asked(), news], [20, 1, [id]]);
    await quotas.load(id);
    assert.equal(open.asked(), 2);
  });

  it('asks a service that does not tell once', async () => {
    open.simulator.faults.add({ times: Infinity, fault: { kind: 'status', status: 403 } });
    await open.quotas.ensure(open.id);
    await open.quotas.ensure(open.id);
    assert.deepEqual([open.limits(), open.asked(), open.news], [undefined, 1, []]);
  });

  it('keeps what it knows when it is not told again', async () => {
    await open.quotas.load(open.id);
    open.simulator.faults.add({ times: Infinity, fault: { kind: 'status', status: 403 } });
    assert.equal(await open.quotas.load(open.id), undefined);
    assert.equal(open.limits(), 20);
  });

  it('takes no answer to another credential for this one’s', async () => {
    const { gate, quotas, connections, id } = open;
    gate.close();
    const loading = quotas.load(id);
    await gate.held();
    await connections.save(
      { id, label: 'Test', endpoint: 'https://api.confluent.cloud' },
      bearerCredential('x'),
    );
    gate.open();
    await loading;
    assert.deepEqual([open.limits(), open.news], [undefined, []]);
  });
});
