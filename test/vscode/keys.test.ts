import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Session } from './session';
import { startSession, until } from './session';

describe('the keys of an organization', () => {
  let session: Session;
  beforeEach(async () => {
    session = await startSession();
  });
  afterEach(() => session.close());

  const keys = (): readonly string[] => session.byok.keys(session.connectionId).map(({ id }) => id);
  const text = async (path: string): Promise<string> => {
    const uri = vscode.Uri.from({ scheme: 'byok', authority: session.connectionId, path });
    return (await vscode.workspace.openTextDocument(uri)).getText();
  };

  it('are all there, once each', () => {
    assert.equal(keys().length, 18);
    assert.equal(new Set(keys()).size, 18);
  });

  it('tell of a change, and of nothing when there is none', async () => {
    const { byok, connectionId, simulator } = session;
    const seen: string[] = [];
    const listening = byok.onDidChangeKeys(event => seen.push(event.connectionId));
    await byok.refresh(connectionId);
    assert.deepEqual(seen, []);
    simulator.setPhase(keys()[0] ?? '', 'INVALID', 'Something new.');
    await byok.refresh(connectionId);
    assert.deepEqual(seen, [connectionId]);
    listening.dispose();
  });

  it('stay when a refresh fails', async () => {
    const { byok, connectionId, simulator } = session;
    const before = keys();
    simulator.faults.add({ times: 9, fault: { kind: 'status', status: 403 } });
    await assert.rejects(byok.refresh(connectionId));
    assert.deepEqual(keys(), before);
  });

  it('are read as the service wrote them', async () => {
    for (const key of session.byok.keys(session.connectionId)) {
      assert.deepEqual(JSON.parse(await text(`/${key.id}.json`)), key.raw);
    }
  });

  it('have documents that cannot be written', async () => {
    const uri = vscode.Uri.from({
      scheme: 'byok',
      authority: session.connectionId,
      path: `/${keys()[0]}.json`,
    });
    await assert.rejects(async () => await vscode.workspace.fs.writeFile(uri, Buffer.from('{}')));
  });

  it('have documents that say when a key is gone', async () => {
    assert.match(await text('/cck-00000.json'), /"problem"/);
  });

  it('renew an open document when the key changes', async () => {
    const [id = ''] = keys();
    const uri = vscode.Uri.from({ scheme: 'byok', authority: session.connectionId, path: `/${id}.json` });
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document);
    session.simulator.setPhase(id, 'INVALID', 'Something new.');
    const renewed = until(vscode.workspace.onDidChangeTextDocument, () =>
      document.getText().includes('Something new.'),
    );
    await session.byok.refresh(session.connectionId);
    await renewed;
  });

  it('are compared side by side', async () => {
    const [left, right] = keys();
    await vscode.commands.executeCommand('byok.compareKeys', left, right);
    const tab = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
    assert.ok(tab instanceof vscode.TabInputTextDiff);
    assert.deepEqual([tab.original.path, tab.modified.path], [`/${left}.json`, `/${right}.json`]);
  });

  it('can be renamed', async () => {
    const [id = ''] = keys();
    await vscode.commands.executeCommand('byok.renameKey', id, 'another-name');
    assert.equal(
      session.byok.keys(session.connectionId).find(key => key.id === id)?.displayName,
      'another-name',
    );
  });
});
