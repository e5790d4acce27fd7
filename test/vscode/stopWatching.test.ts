import assert from 'node:assert/strict';
import { KeyArguments } from '../../src/commands/keyArguments';
import { stopWatching } from '../../src/commands/stopWatching';
import { openStores } from './openStores';

const [waiting, invalid, valid] = ['cck-n5o1i', 'cck-b0v6h', 'cck-q81fz'];

describe('stopWatching', () => {
  let open: Awaited<ReturnType<typeof openStores>>;
  beforeEach(async () => {
    open = await openStores();
    await open.store.refresh(open.id);
  });
  afterEach(() => open.dispose());

  /** What it stopped and said while these keys were waited for. */
  const run = async (watched: readonly string[], ...args: readonly unknown[]): Promise<readonly string[]> => {
    const seen: string[] = [];
    const { store, connections, id } = open;
    await stopWatching(
      new KeyArguments(store, connections, () => Promise.resolve([])),
      {
        list: () => watched.map(keyId => ({ connectionId: id, keyId, since: 0 })),
        stop: (connectionId, keyId) => seen.push(`${connectionId === id ? '' : 'elsewhere '}${keyId}`),
      },
      store,
      { done: what => void seen.push(what) },
    ).run(...args);
    return seen;
  };
  const row = (keyId: string) => ({ type: 'key', id: keyId, connectionId: open.id, keyId });

  it('stops for the row that its menu is of', async () => {
    assert.deepEqual(await run([waiting, invalid], row(waiting)), [waiting]);
  });

  it('stops for all rows that are selected with it', async () => {
    const rows = [row(waiting), row(invalid)];
    assert.deepEqual(await run([waiting, invalid, valid], rows[0], rows), [waiting, invalid]);
  });

  it('stops for keys by their ids', async () => {
    assert.deepEqual(await run([waiting, invalid], waiting, invalid), [waiting, invalid]);
  });

  it('says that no key is waited for', async () => {
    assert.deepEqual(await run([]), ['No key is waited for']);
  });
});
