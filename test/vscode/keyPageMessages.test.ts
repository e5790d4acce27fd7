import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { copied } from '../../src/panels/keyPage/facts';
import { turn } from '../fakes/turn';
import { openKeyPages } from './openKeyPage';
import { eventually } from './session';

/** Of the demo organization: one that no cluster has. */
const free = 'cck-q81fz';
const isSaid = (message: unknown): boolean => (message as { readonly type: string }).type === 'say';

describe('a message of the page of a key', () => {
  let pages: Awaited<ReturnType<typeof openKeyPages>>;
  beforeEach(async () => {
    pages = await openKeyPages();
  });
  afterEach(() => pages.dispose());

  const shown = async (keyId: string) => {
    await pages.store.refresh(pages.id);
    return pages.open(keyId);
  };

  it('draws no more than 10,000 characters of a value, and copies all of it', () => {
    const long = 'x'.repeat(10_001);
    assert.deepEqual(copied('message', 'Confluent says', long), {
      name: 'Confluent says',
      value: `${'x'.repeat(10_000)}… (10001 characters)`,
      copy: 'message',
      whole: long,
    });
  });

  it('copies what is shown, times as ISO 8601, and nothing else', async () => {
    const { panel } = await shown(free);
    const said = (): number => panel.webview.sent.filter(message => isSaid(message)).length;
    const copies = async (message: unknown): Promise<string> => {
      const before = said();
      panel.webview.send(message);
      await eventually(() => said() > before);
      return await vscode.env.clipboard.readText();
    };
    const key = pages.store.find(pages.id, free);
    assert.ok(key?.cloudKey.kind === 'AwsKey');
    assert.equal(await copies({ type: 'copy', what: 'cloudKey' }), key.cloudKey.keyArn);
    assert.equal(
      await copies({ type: 'copy', what: 'createdAt' }),
      new Date(key.createdAt ?? 0).toISOString(),
    );
    assert.match(await copies({ type: 'grant', does: 'copy', tab: 'policy' }), /"Version": "2012-10-17"/);
    assert.equal(
      await copies({ type: 'act', what: 'copyLink' }),
      `${vscode.env.uriScheme}://byok-tools.confluent-byok/key/${free}`,
    );
    const before = said();
    for (const what of ['', 'json', 'constructor', '__proto__']) panel.webview.send({ type: 'copy', what });
    assert.equal(await copies({ type: 'copy', what: 'id' }), free);
    assert.equal(said() - before, 1);
  });

  const foreign: readonly (readonly [label: string, message: unknown])[] = [
    ['nothing', undefined],
    ['a text', 'refresh'],
    ['another command', { type: 'act', what: 'workbench.action.terminal.new' }],
    ['a command of VS Code', { command: 'byok.signOut' }],
    ['more than it should', { type: 'act', what: 'refresh', connectionId: 'other' }],
    ['a name that is no text', { type: 'rename', name: { toString: () => 'x' } }],
    ['a name without end', { type: 'rename', name: 'x'.repeat(10_001) }],
    ['a text for the clipboard', { type: 'copy', what: 'id', text: 'rm -rf ~' }],
    ['a line for a terminal', { type: 'typeGrant', tab: 'commands', line: 'rm -rf ~' }],
    ['a place that is none', { type: 'typeGrant', tab: 'commands', line: -1 }],
    ['a prototype', { type: '__proto__' }],
  ];
  for (const [label, message] of foreign) {
    it(`is dropped and logged when it is not of the protocol: ${label}`, async () => {
      const { panel, state } = await shown(free);
      await turn();
      const [before, asked] = [state(), pages.gate.requests.length];
      await vscode.env.clipboard.writeText('nothing');
      panel.webview.send(message);
      await turn();
      assert.deepEqual(pages.warnings, [
        'The page keyPage sent a message that is not of its protocol; it was dropped.',
      ]);
      assert.deepEqual(state().key, before.key);
      assert.deepEqual(
        [pages.gate.requests.length - asked, await vscode.env.clipboard.readText()],
        [0, 'nothing'],
      );
    });
  }

  it('types nothing into a terminal for a line that is not offered', async () => {
    const { panel } = await shown(free);
    const { length } = vscode.window.terminals;
    panel.webview.send({ type: 'typeGrant', tab: 'policy', line: 0 });
    panel.webview.send({ type: 'typeGrant', tab: 'commands', line: 9 });
    await turn();
    assert.equal(vscode.window.terminals.length, length);
  });
});
