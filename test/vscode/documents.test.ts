import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { ask } from '../simulator/ask';
import type { Session } from './session';
import { eventually, startSession, until } from './session';

describe('the document of a key', () => {
  let session: Session;
  beforeEach(async () => {
    session = await startSession();
  });
  afterEach(() => session.close());

  const uriOf = (id: string, authority = session.connectionId): vscode.Uri =>
    vscode.Uri.from({ scheme: 'byok', authority, path: `/${id}.json` });
  const show = async (uri: vscode.Uri): Promise<vscode.TextDocument> => {
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document);
    return document;
  };
  const refresh = (): Promise<void> => session.byok.refresh(session.connectionId);
  const signInAgain = (): Thenable<string> =>
    vscode.commands.executeCommand<string>('byok.signIn', {
      label: 'Again',
      endpoint: session.server.url,
      apiKeyId: 'DEMOADMIN0000001',
      apiKeySecret: 'demo-secret-of-the-admin',
    });
  const problemIn = (document: vscode.TextDocument): string | undefined =>
    (JSON.parse(document.getText()) as { problem?: string }).problem;
  const becomes = (document: vscode.TextDocument, problem: RegExp | undefined): Promise<void> =>
    until(vscode.workspace.onDidChangeTextDocument, () =>
      problem ? problem.test(problemIn(document) ?? '') : problemIn(document) === undefined,
    );

  it('is JSON, and read-only', async () => {
    const [key] = session.byok.keys(session.connectionId);
    const document = await show(uriOf(key?.id ?? ''));
    const { permissions } = await vscode.workspace.fs.stat(document.uri);
    assert.deepEqual(
      [document.languageId, permissions, vscode.workspace.fs.isWritableFileSystem('byok')],
      ['json', vscode.FilePermission.Readonly, false],
    );
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), 'x');
    await vscode.workspace.applyEdit(edit);
    assert.equal(await document.save().then(() => document.isDirty), document.isDirty);
    assert.deepEqual(
      JSON.parse(Buffer.from(await vscode.workspace.fs.readFile(document.uri)).toString()),
      key?.raw,
    );
  });

  it('is explained by the schema', async () => {
    const [key] = session.byok.keys(session.connectionId);
    const document = await show(uriOf(key?.id ?? ''));
    const place = document.positionAt(document.getText().indexOf('"state"') + 2);
    let hovers: readonly vscode.Hover[] = [];
    // The language server takes its time to start.
    while (hovers.length === 0) {
      hovers = await vscode.commands.executeCommand('vscode.executeHoverProvider', document.uri, place);
    }
    const text = hovers.flatMap(({ contents }) =>
      contents.map(part => (part instanceof vscode.MarkdownString ? part.value : '')),
    );
    assert.match(text.join(), /AVAILABLE|IN_USE|cluster/);
  });

  for (const unknownId of [403, 404] as const) {
    it(`says that the key is gone, of a service that answers ${unknownId} for it`, async () => {
      session.simulator.behaviour.unknownId = unknownId;
      const gone =
        session.byok.keys(session.connectionId).find(({ state }) => state === 'AVAILABLE')?.id ?? '';
      const document = await show(uriOf(gone));
      assert.equal(problemIn(document), undefined);
      await ask(session.simulator, `DELETE /byok/v1/keys/${gone}`);
      const changed = becomes(document, /^This key is gone: Test does not have it any more\.$/);
      await refresh();
      await changed;
    });
  }

  it('says that the organization is not signed in to, in a tab that is open too', async () => {
    const [key] = session.byok.keys(session.connectionId);
    const document = await show(uriOf(key?.id ?? ''));
    const changed = becomes(document, /not signed in/);
    await vscode.commands.executeCommand('byok.signOut', session.connectionId);
    await changed;
    assert.match(problemIn(await show(uriOf('cck-1', 'abcdef123456'))) ?? '', /not signed in/);
  });

  it('says that the organization is not signed in to, where it said that the key is gone', async () => {
    const gone = session.byok.keys(session.connectionId).find(({ state }) => state === 'AVAILABLE')?.id ?? '';
    const document = await show(uriOf(gone));
    await ask(session.simulator, `DELETE /byok/v1/keys/${gone}`);
    const isGone = becomes(document, /^This key is gone/);
    await refresh();
    await isGone;
    const changed = becomes(document, /not signed in/);
    await vscode.commands.executeCommand('byok.signOut', session.connectionId);
    await changed;
  });

  it('says who has a key of its id, once somebody signs in to the organization anew', async () => {
    const [key] = session.byok.keys(session.connectionId);
    const document = await show(uriOf(key?.id ?? ''));
    const signedOut = becomes(document, /not signed in/);
    await vscode.commands.executeCommand('byok.signOut', session.connectionId);
    await signedOut;
    const again = await signInAgain();
    const told = until(vscode.workspace.onDidChangeTextDocument, () => document.getText().includes('Again'));
    await session.byok.refresh(again);
    await told;
    // What that one is, is not shown as if it were this one.
    assert.deepEqual(JSON.parse(document.getText()), {
      id: key?.id,
      problem: 'This window is not signed in to the organization of this key.',
      more: ['Again has a key of the same id.', 'Open that one from the sidebar.'],
    });
    await vscode.commands.executeCommand('byok.signOut', again);
  });

  it('says why it cannot be had, and has it once it can', async () => {
    const [key] = session.byok.keys(session.connectionId);
    const id = key?.id ?? '';
    // As a tab that comes back before its keys do: signed in, with nothing loaded yet.
    const again = await signInAgain();
    session.simulator.faults.add({ times: Infinity, fault: { kind: 'html' } });
    const document = await show(uriOf(id, again));
    assert.match(problemIn(document) ?? '', /cannot be shown just now/);
    assert.match(document.getText(), /The answer is not one of Confluent Cloud/);
    session.simulator.faults.clear();
    const changed = becomes(document, undefined);
    await session.byok.refresh(again);
    await changed;
    await vscode.commands.executeCommand('byok.signOut', again);
  });

  it('says so of a key that is nested too deeply to be shown', async () => {
    const [key] = session.byok.keys(session.connectionId);
    const id = key?.id ?? '';
    const levels = 100_000;
    const deep = `${'['.repeat(levels)}${']'.repeat(levels)}`;
    const text = JSON.stringify({ ...(key?.raw as object), more: 0 }).replace('"more":0', `"more":${deep}`);
    const headers = { 'Content-Type': 'application/json' };
    const uri = uriOf('cck-deep');
    session.simulator.faults.add({
      match: { path: '/byok/v1/keys/cck-deep' },
      fault: { kind: 'status', status: 200, headers, text: text.replace(id, 'cck-deep') },
    });
    assert.match(problemIn(await show(uri)) ?? '', /cannot be shown just now/);
    session.simulator.faults.add({
      match: { path: /keys\?/ },
      fault: { kind: 'status', status: 200, headers, text: `{"data":[${text}],"metadata":{}}` },
    });
    await refresh();
    assert.deepEqual(session.byok.keys(session.connectionId), []);
  });

  it('is not asked of the service while the key is known', async () => {
    const before = session.simulator.requests.length;
    for (const { id } of session.byok.keys(session.connectionId))
      await vscode.workspace.openTextDocument(uriOf(id));
    assert.equal(session.simulator.requests.length, before);
  });

  it('has no more life than its tab', async () => {
    const [key] = session.byok.keys(session.connectionId);
    const { uri } = await show(uriOf(key?.id ?? ''));
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await eventually(() => vscode.window.tabGroups.all.every(({ tabs }) => tabs.length === 0));
    session.simulator.setPhase(key?.id ?? '', 'INVALID', 'Something new.');
    await refresh();
    assert.match((await show(uri)).getText(), /Something new\./);
  });

  for (const path of ['/../secrets.json', '/a/b.json', '/.json', '/..%2Fx.json', '/cck-1.txt', '/']) {
    it(`does not exist at ${path}`, async () => {
      const uri = vscode.Uri.from({ scheme: 'byok', authority: session.connectionId, path });
      await assert.rejects(async () => await vscode.workspace.fs.readFile(uri));
    });
  }
});
