import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { parsePageUri } from '../../src/documents/keyUri';
import { keyLink, keyOfLink } from '../../src/panels/keyPage/keyLink';
import { openKeyLink } from '../../src/panels/keyPage/openKeyLink';
import { ask } from '../simulator/ask';
import { openStores } from './openStores';
import type { Session } from './session';
import { startSession } from './session';

const uuid = '11111111-2222-3333-4444-555555555555';
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
      message: 'No organization that you are signed in to has the encryption key cck-nowhere.',
    });
    assert.deepEqual(openPages(), []);
  });

  it('says so of a key that cannot be looked for', async () => {
    session.simulator.faults.add({ times: Infinity, fault: { kind: 'html' } });
    await assert.rejects(async () => await open('cck-nowhere'), {
      message:
        'The encryption key cck-nowhere could not be looked for. The answer is not one of Confluent Cloud. ' +
        'Check the endpoint, and whether a proxy or the sign-in page of a network stands in between.',
    });
    session.simulator.faults.clear();
  });

  it('finds one that came since the keys were fetched', async () => {
    const body = { key: { kind: 'AwsKey', key_arn: `arn:aws:kms:us-east-1:111122223333:key/${uuid}` } };
    const { json } = await ask(session.simulator, 'POST /byok/v1/keys', { body });
    await open(json['id']);
    assert.deepEqual(openPages(), [json['id']]);
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
