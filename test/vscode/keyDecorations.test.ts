import assert from 'node:assert/strict';
import { grantUri, keyUri, pageUri } from '../../src/documents/keyUri';
import { demoOrganization } from '../../src/simulator/demoOrganization';
import { organizationOf } from '../../src/simulator/organizationOf';
import { KeyDecorations, rowUri } from '../../src/tree/keyDecorations';
import { openStores } from './openStores';

const [valid, invalid] = ['cck-7k2ma', 'cck-b0v6h'];

async function openDecorations(organizationAt = demoOrganization) {
  const stores = await openStores(organizationAt);
  const { store, connections, id } = stores;
  const decorations = new KeyDecorations(store, connections);
  const asked: string[][] = [];
  decorations.onDidChangeFileDecorations(uris => asked.push(uris?.map(String) ?? ['all']));
  await store.refresh(id);
  return {
    ...stores,
    decorations,
    /** What VS Code was told to ask for again since the last time. */
    asked: () => asked.splice(0),
    dispose: (): void => {
      decorations.dispose();
      stores.dispose();
    },
  };
}

describe('KeyDecorations', () => {
  let open: Awaited<ReturnType<typeof openDecorations>>;
  beforeEach(async () => {
    open = await openDecorations();
  });
  afterEach(() => open.dispose());

  it('mark a key that Confluent cannot use wherever it is shown, and no other', () => {
    const placesOf = (keyId: string) => [
      rowUri(open.id, keyId),
      pageUri(open.id, keyId),
      keyUri(open.id, keyId),
      grantUri(open.id, keyId, { form: 'terraform' }),
    ];
    const marks = (keyId: string) =>
      placesOf(keyId).map(uri => open.decorations.provideFileDecoration(uri)?.badge);
    assert.deepEqual([marks(invalid), marks(valid)], [Array(4).fill('!'), Array(4).fill(undefined)]);
  });

  it('say on a tab whose key it is, as long as somebody is signed in there, and not on a row', async () => {
    const said = (keyId: string) =>
      [rowUri, pageUri, keyUri].map(
        make => open.decorations.provideFileDecoration(make(open.id, keyId))?.tooltip,
      );
    const why = 'Invalid: Confluent cannot use this key';
    assert.deepEqual(said(valid), [undefined, 'Test', 'Test']);
    assert.deepEqual(said(invalid), [why, `Test • ${why}`, `Test • ${why}`]);
    open.asked();
    await open.connections.remove(open.id);
    assert.ok(open.asked().flat().includes('all'));
    assert.deepEqual(said(valid), [undefined, undefined, undefined]);
  });

  it('ask for the marks of a key that changed, and leave those of the others', async () => {
    const { simulator, store, id, asked } = open;
    asked();
    simulator.setPhase(valid, 'INVALID', 'The key is disabled.');
    await store.refresh(id);
    simulator.setPhase(invalid, 'VALID');
    await store.refresh(id);
    const [became, left, ...more] = asked();
    assert.deepEqual(more, []);
    assert.deepEqual(
      [became, left].map(uris => uris?.every(uri => uri.includes(uris === became ? valid : invalid))),
      [true, true],
    );
    assert.ok([rowUri, pageUri, keyUri].every(make => became?.includes(String(make(id, valid)))));
  });

  it('ask for nothing when something else of a key changes', async () => {
    const { store, id, cloud, asked } = open;
    asked();
    store.put(id, await cloud.keys.rename(invalid, 'another name'));
    assert.equal(store.find(id, invalid)?.displayName, 'another name');
    assert.deepEqual(asked(), []);
  });
});

describe('KeyDecorations, of very many keys', () => {
  it('ask for all of them in one word', async () => {
    const open = await openDecorations(now => organizationOf(300, now));
    const { simulator, store, id, asked } = open;
    asked();
    for (const key of store.of(id).keys) simulator.setPhase(key.id, 'INVALID');
    await store.refresh(id);
    simulator.setPhase(store.of(id).keys[0]?.id ?? '', 'VALID');
    await store.refresh(id);
    const all = asked();
    assert.ok(all.slice(0, -1).some(uris => uris.join() === 'all'));
    assert.equal(all.at(-1)?.length, 10);
    open.dispose();
  });
});
