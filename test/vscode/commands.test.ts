import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { createCommands } from '../../src/commands/commands';
import type { Parts } from '../../src/parts';
import type { Session } from './session';
import { extensionId, startSession } from './session';

interface Manifest {
  readonly contributes: { readonly commands: readonly { readonly command: string }[] };
}

describe('the commands', () => {
  let session: Session;
  before(async () => {
    session = await startSession();
  });
  after(() => session.close());

  const run = (id: string, ...args: readonly unknown[]): Thenable<unknown> =>
    vscode.commands.executeCommand(id, ...args);
  const cloudKeys = (): readonly { id: string; name: string }[] =>
    session.byok.keys(session.connectionId).map(({ id, cloudKey }) => {
      return { id, name: 'keyArn' in cloudKey ? cloudKey.keyArn : 'keyId' in cloudKey ? cloudKey.keyId : '' };
    });

  it('are those that the manifest lists, both ways', () => {
    const { contributes } = vscode.extensions.getExtension(extensionId)?.packageJSON as Manifest;
    // They only keep their parts until they run.
    const written = createCommands({} as unknown as Parts).map(({ id }) => id);
    assert.deepEqual([...written].sort(), contributes.commands.map(({ command }) => command).sort());
  });

  it('copy the ids of several keys, one a line', async () => {
    const [a, b] = cloudKeys();
    await run('byok.copyKeyId', a?.id, b?.id);
    assert.equal(await vscode.env.clipboard.readText(), `${a?.id}\n${b?.id}`);
  });

  it('copy a row of the tree, or all that are selected with it', async () => {
    const { connectionId } = session;
    const [a, b] = cloudKeys().map(({ id, name }) => ({
      name,
      row: { type: 'key', connectionId, keyId: id },
    }));
    await run('byok.copyCloudKey', a?.row);
    assert.equal(await vscode.env.clipboard.readText(), a?.name);
    await run('byok.copyCloudKey', a?.row, [a?.row, b?.row]);
    assert.equal(await vscode.env.clipboard.readText(), `${a?.name}\n${b?.name}`);
  });

  it('open a key by its id, in the document of its address', async () => {
    const [key] = cloudKeys();
    await run('byok.openKeyJson', key?.id);
    const uri = vscode.window.activeTextEditor?.document.uri;
    assert.equal(uri?.toString(), `byok://${session.connectionId}/${key?.id}.json`);
  });

  for (const id of ['byok.openKeyJson', 'byok.compareKeys', 'byok.copyKeyId', 'byok.findKey']) {
    it(`say so when no organization has a key: ${id}`, async () => {
      await assert.rejects(async () => await run(id, 'cck-nowhere'), {
        message: 'No organization that you are signed in to has the encryption key cck-nowhere.',
      });
    });
  }

  it('refresh one connection alone', async () => {
    const other = await startSession();
    const before = [session.listings(), other.listings()];
    await run('byok.refresh', session.connectionId);
    assert.deepEqual([session.listings() - (before[0] ?? 0), other.listings() - (before[1] ?? 0)], [1, 0]);
    await other.close();
  });

  it('refresh the keys whose rows they are given, and no other', async () => {
    const ids = cloudKeys()
      .slice(0, 2)
      .map(({ id }) => id);
    const rows = ids.map(keyId => ({ type: 'key', id: keyId, connectionId: session.connectionId, keyId }));
    const before = session.simulator.requests.length;
    await run('byok.refresh', rows[0], rows);
    assert.deepEqual(
      session.simulator.requests
        .slice(before)
        .map(({ method, path }) => `${method} ${path}`)
        .sort(),
      ids.map(id => `GET /byok/v1/keys/${id}`).sort(),
    );
  });

  it('refresh the organization of a row that is no key', async () => {
    const [listings, asked] = [session.listings(), session.simulator.requests.length];
    await run('byok.refresh', { type: 'group', id: 'group', connectionId: session.connectionId });
    assert.deepEqual([session.listings() - listings, session.simulator.requests.length - asked], [1, 1]);
  });

  it('refresh everything from the title of the view, whatever row has the focus', async () => {
    const [key] = cloudKeys();
    const before = session.listings();
    await run('byok.refreshAll', { type: 'key', connectionId: session.connectionId, keyId: key?.id });
    assert.equal(session.listings() - before, 1);
  });

  it('do nothing to a connection that is not there', async () => {
    await run('byok.signOut', 'nobody');
    await run('byok.refresh', 'nobody');
    assert.ok(session.byok.connections().some(({ id }) => id === session.connectionId));
  });

  it('connect to the demo organization without a port or a request, once', async () => {
    const before = session.simulator.requests.length;
    const id = await run('byok.exploreDemo');
    assert.equal(await run('byok.exploreDemo'), id);
    const demo = session.byok.connections().filter(({ kind }) => kind === 'demo');
    assert.deepEqual(demo, [
      { id, label: 'Demo Organization', endpoint: 'https://demo.invalid', kind: 'demo' },
    ]);
    assert.equal(session.byok.keys(String(id)).length, 18);
    await run('byok.signOut', id);
    assert.equal(session.simulator.requests.length, before);
  });
});
