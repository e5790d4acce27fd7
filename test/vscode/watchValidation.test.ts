import assert from 'node:assert/strict';
import { KeyArguments } from '../../src/commands/keyArguments';
import { watchValidation } from '../../src/commands/watchValidation';
import { ask } from '../simulator/ask';
import { openStores } from './openStores';

const [waiting, invalid, valid] = ['cck-n5o1i', 'cck-b0v6h', 'cck-q81fz'];

describe('watchValidation', () => {
  let open: Awaited<ReturnType<typeof openStores>>;
  let seen: string[];
  beforeEach(async () => {
    open = await openStores();
    seen = [];
    await open.store.refresh(open.id);
  });
  afterEach(() => open.dispose());

  const run = async (...ids: readonly string[]): Promise<readonly string[]> => {
    const { store, connections } = open;
    await watchValidation(
      new KeyArguments(store, connections, () => Promise.resolve([])),
      store,
      { start: (_, keyId) => void seen.push(`watches ${keyId}`) },
      { done: what => void seen.push(what), error: what => Promise.resolve(void seen.push(what)) },
    ).run(...ids);
    return seen;
  };

  it('waits for keys that Confluent cannot use yet, or no longer', async () => {
    assert.deepEqual(await run(waiting, invalid), [`watches ${waiting}`, `watches ${invalid}`]);
  });

  it('has nothing to wait for where a key is valid', async () => {
    assert.deepEqual(await run(valid), ['The key is valid']);
  });

  it('asks for the key of now: it may have become valid', async () => {
    open.simulator.setPhase(waiting, 'VALID');
    assert.deepEqual(await run(waiting), ['The key is valid']);
  });

  it('says that a key is gone', async () => {
    await ask(open.simulator, `DELETE /byok/v1/keys/${valid}`);
    assert.deepEqual(await run(valid), ['The key is not registered any more']);
  });

  it('says where a service does not validate', async () => {
    open.simulator.behaviour.shape = '2023';
    assert.deepEqual(await run(waiting), ['This service does not tell whether a key is valid']);
  });

  it('says that it could not ask, and goes on with the others', async () => {
    const match = { path: new RegExp(waiting) };
    open.simulator.faults.add({ match, times: Infinity, fault: { kind: 'status', status: 400 } });
    assert.deepEqual(await run(waiting, invalid), ['The key could not be fetched.', `watches ${invalid}`]);
  });
});
