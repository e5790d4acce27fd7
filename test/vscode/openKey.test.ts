import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { parsePageUri } from '../../src/documents/keyUri';
import { keyLink, keyOfLink } from '../../src/panels/keyPage/keyLink';
import { openKeyLink } from '../../src/panels/keyPage/openKeyLink';
import { openStores } from './openStores';
import type { Session } from './session';
import { startSession } from './session';

const [one, other] = ['cck-7k2ma', 'cck-p4x9d'];

/** The keys whose pages are open, the active one last. */
function openPages(): readonly string[] {
  const tabs = vscode.window.tabGroups.all.flatMap(group => group.tabs);
  return tabs
    .filter(({ input }) => input instanceof vscode.TabInputCustom && input.viewType === 'byok.keyPage')
    .sort((a, b) => Number(a.isActive) - Number(b.isActive))
    .map(({ input }) => parsePageUri((input as vscode.TabInputCustom).uri)?.keyId ?? 'none');
}

describe('opening the page of a key', () => {
  let session: Session;
  before(async () => {
    session = await startSession();
  });
  after(() => session.close());
  beforeEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  const open = (argument: unknown): Thenable<unknown> =>
    vscode.commands.executeCommand('byok.openKey', argument);

  it('is done by its id or its row', async () => {
    await open(one);
    assert.deepEqual(openPages(), [one]);
    await open({ type: 'key', connectionId: session.connectionId, keyId: other });
    assert.equal(openPages().at(-1), other);
  });

  it('gives each key one page', async () => {
    for (const id of [one, other, one]) {
      await open(id);
      await vscode.commands.executeCommand('workbench.action.keepEditor');
    }
    assert.deepEqual(openPages(), [other, one]);
  });

  it('asks nobody for a key that no organization has', async () => {
    await assert.rejects(async () => await open('cck-nowhere'), {
      message: 'No encryption key cck-nowhere is known.',
    });
    assert.deepEqual(openPages(), []);
  });
});

describe('a link to a key', () => {
  it('leads to the key that it was made of', () => {
    for (const id of [one, 'a', 'cck-0.1:~_x']) assert.equal(keyOfLink(vscode.Uri.parse(keyLink(id))), id);
  });

  const strange: readonly (readonly [label: string, path: string])[] = [
    ['no key', '/key/'],
    ['nothing', ''],
    ['a command', '/command/byok.signOut'],
    ['two keys', '/key/a/b'],
    ['a path', '/key/..%2f..'],
    ['dots', '/key/..'],
    ['a line break', '/key/a%0ab'],
    ['a query in its id', '/key/a%3fb'],
    ['a link', '/key/[x](command:y)'],
    ['a very long id', `/key/${'a'.repeat(256)}`],
  ];
  for (const [label, path] of strange) {
    it(`leads nowhere when it names ${label}`, () => {
      assert.equal(keyOfLink(vscode.Uri.parse(`vscode://byok-tools.confluent-byok${path}`)), undefined);
    });
  }

  it('opens the page in the organization that has the key, and does nothing else', async () => {
    const stores = await openStores();
    const { connections, gate, id, store } = stores;
    await openKeyLink(vscode.Uri.parse(`${keyLink(one)}?delete=true&name=x#rename`), connections, store);
    assert.deepEqual(openPages(), [one]);
    const { activeTab } = vscode.window.tabGroups.activeTabGroup;
    assert.ok(activeTab?.input instanceof vscode.TabInputCustom);
    assert.equal(activeTab.input.uri.authority, id);
    assert.ok(gate.requests.every(path => path.startsWith('/byok/v1/keys?')));
    stores.dispose();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });
});
