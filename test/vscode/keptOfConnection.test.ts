import assert from 'node:assert/strict';
import { entryOf, forgetGone } from '../../src/stores/keptOfConnection';
import { openStores } from './openStores';

describe('what is kept of a connection', () => {
  let open: Awaited<ReturnType<typeof openStores>>;
  beforeEach(async () => {
    open = await openStores();
  });
  afterEach(() => open.dispose());

  const kinds = ['held', 'muted', 'timeline'] as const;
  const others = ['timelines', 'grouping', 'unknown.gone'];

  it('goes with the sign-out, and nothing else does', async () => {
    const { connections, id, memento } = open;
    const before = memento.keys();
    for (const name of [...kinds.map(kind => entryOf(kind, id)), ...others]) await memento.update(name, 1);
    const forgetting = forgetGone(memento, connections);
    assert.deepEqual(
      [...memento.keys()].sort(),
      [...before, ...kinds.map(kind => entryOf(kind, id)), ...others].sort(),
    );
    await connections.remove(id);
    assert.deepEqual(
      memento.keys().filter(name => name.includes(id) || others.includes(name)),
      others,
    );
    forgetting.dispose();
  });

  it('goes when the sign-out was not seen here', async () => {
    const { connections, id, memento } = open;
    await memento.update(entryOf('muted', 'gone'), 1);
    await memento.update(entryOf('muted', id), 1);
    forgetGone(memento, connections).dispose();
    assert.deepEqual(
      [entryOf('muted', 'gone'), entryOf('muted', id)].map(name => memento.get(name)),
      [undefined, 1],
    );
  });
});
