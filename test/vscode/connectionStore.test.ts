import assert from 'node:assert/strict';
import type { ConnectionsChange } from '../../src/connections/connectionStore';
import { ConnectionStore } from '../../src/connections/connectionStore';
import { apiKeyCredential, authorizationOf, bearerCredential } from '../../src/connections/credential';
import { SecretVault } from '../../src/connections/secretVault';
import { canaryKey } from '../api/canary';
import { FakeMemento } from '../fakes/fakeMemento';
import { FakeSecrets } from '../fakes/fakeSecrets';
import { silentLog } from '../fakes/silentLog';
import { turn } from '../fakes/turn';

const details = { label: 'Prod', endpoint: 'https://api.confluent.cloud' };
const first = apiKeyCredential(canaryKey.apiKeyId, canaryKey.apiKeySecret);
const second = bearerCredential('another');

/** A window on a keyring; a new one on the same memento is the window after a reload. */
function openWindow(secrets: FakeSecrets, memento = new FakeMemento()) {
  const store = new ConnectionStore(new SecretVault(secrets, 20), memento, silentLog);
  const news: string[] = [];
  store.onDidChange(({ added, removed, changed }: ConnectionsChange) => {
    for (const [what, list] of Object.entries({ added, removed, changed }))
      for (const { label } of list) news.push(`${what} ${label}`);
  });
  const authorization = async (id: string): Promise<string> =>
    authorizationOf((await store.open(id)).credential);
  const labels = (): readonly string[] => store.list().map(({ label }) => label);
  return { store, memento, news, authorization, labels };
}

describe('ConnectionStore', () => {
  let secrets: FakeSecrets;
  let here: ReturnType<typeof openWindow>;
  let there: ReturnType<typeof openWindow>;

  beforeEach(() => {
    secrets = new FakeSecrets();
    here = openWindow(secrets);
    there = openWindow(secrets);
  });
  afterEach(() => {
    here.store.dispose();
    there.store.dispose();
  });

  it('tells a sign-in once, here and in the other window, where the credential is the same', async () => {
    const connection = await here.store.save(details, first);
    await turn();
    assert.deepEqual([here.news, there.news], [['added Prod'], ['added Prod']]);
    assert.deepEqual(there.store.get(connection.id), connection);
    assert.equal(await there.authorization(connection.id), authorizationOf(first));
  });

  it('tells a new credential once in both windows', async () => {
    const { id } = await here.store.save(details, first);
    await turn();
    await there.store.save({ ...details, id, label: 'Prod 2' }, second);
    await turn();
    assert.deepEqual(
      [here.news, there.news],
      [
        ['added Prod', 'changed Prod 2'],
        ['added Prod', 'changed Prod 2'],
      ],
    );
    assert.equal(await here.authorization(id), authorizationOf(second));
  });

  it('tells a sign-out once in both windows, and the credential is nowhere', async () => {
    const { id } = await here.store.save(details, first);
    await turn();
    await there.store.remove(id);
    await turn();
    assert.deepEqual(
      [here.news, there.news],
      [
        ['added Prod', 'removed Prod'],
        ['added Prod', 'removed Prod'],
      ],
    );
    await assert.rejects(here.store.open(id), { name: 'CredentialMissingError' });
    assert.deepEqual(await secrets.keys(), []);
  });

  it('is there after a reload, and asks the keyring only for a credential that is used', async () => {
    const { id } = await here.store.save(details, first);
    const asked: string[] = [];
    const ask = secrets.get.bind(secrets);
    secrets.get = key => {
      asked.push(key);
      return ask(key);
    };
    const after = openWindow(secrets, here.memento);
    assert.deepEqual([after.labels(), asked], [['Prod'], []]);
    assert.equal(await after.authorization(id), authorizationOf(first));
    await after.authorization(id);
    assert.deepEqual(asked, [`connection.${id}`]);
    after.store.dispose();
  });

  it('keeps nothing secret outside the keyring', async () => {
    await here.store.save(details, first);
    await turn();
    for (const { memento, store } of [here, there]) {
      const text = memento.text() + JSON.stringify(store.list());
      assert.match(text, /Prod/);
      assert.ok(!text.includes(canaryKey.apiKeySecret.slice(0, 6)), text);
    }
  });

  it('writes a credential for this session nowhere, and forgets it with the window', async () => {
    const { id } = await here.store.save(details, first, 'session');
    assert.equal(await here.authorization(id), authorizationOf(first));
    assert.deepEqual([await secrets.keys(), there.labels()], [[], []]);
    const after = openWindow(secrets, here.memento);
    assert.deepEqual(after.labels(), []);
    after.store.dispose();
  });

  it('changes nothing when the keyring does not keep', async () => {
    secrets.get = () => Promise.resolve(undefined);
    await assert.rejects(here.store.save(details, first), { name: 'KeyringError', reason: 'forgetful' });
    assert.deepEqual([here.labels(), here.news], [[], []]);
  });

  it('keeps the credential of before when the keyring does not take a new one', async () => {
    const { id } = await here.store.save(details, first);
    secrets.store = () => Promise.reject(new Error('locked'));
    await assert.rejects(here.store.save({ ...details, id }, second), { name: 'KeyringError' });
    assert.equal(await here.authorization(id), authorizationOf(first));
  });

  it('stays signed in when the keyring does not remove', async () => {
    const { id } = await here.store.save(details, first);
    secrets.delete = () => Promise.reject(new Error('locked'));
    await assert.rejects(here.store.remove(id), { name: 'KeyringError' });
    assert.deepEqual(here.labels(), ['Prod']);
  });

  it('drops a connection whose entry somebody else has spoilt', async () => {
    const { id } = await here.store.save(details, first);
    await turn();
    await secrets.store(`connection.${id}`, '{"id":"x","endpoint":"http://evil.example"}');
    await turn();
    assert.deepEqual([here.labels(), there.labels()], [[], []]);
  });

  it('does not lose a connection because the keyring is out of order', async () => {
    const { id } = await here.store.save(details, first);
    secrets.get = () => Promise.reject(new Error('locked'));
    await secrets.store(`connection.${id}`, 'new');
    await turn();
    assert.deepEqual(here.labels(), ['Prod']);
  });

  it('has one demo organization, which needs no keyring', async () => {
    await here.store.addDemo();
    const { id } = await here.store.addDemo();
    assert.deepEqual([here.news, await secrets.keys()], [['added Demo Organization'], []]);
    await here.store.remove(id);
    assert.deepEqual([here.labels(), here.memento.get('connections')], [[], []]);
  });

  it('keeps several connections apart', async () => {
    const { id: a } = await here.store.save(details, first);
    const { id: b } = await here.store.save({ ...details, label: 'Test' }, second);
    await here.store.remove(a);
    await turn();
    assert.deepEqual([here.labels(), there.labels()], [['Test'], ['Test']]);
    assert.equal(await there.authorization(b), authorizationOf(second));
  });
});
