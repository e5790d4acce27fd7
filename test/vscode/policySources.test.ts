import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { readPolicyFile } from '../../src/flows/grant/policyFile';
import { policySources } from '../../src/flows/grant/policySources';

const policy = '{"Version": "2012-10-17",\n"Statement": []}\n';

describe('where a policy may be', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'byok-policy-'));
  });
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    rmSync(folder, { recursive: true });
  });

  const write = (name: string, content: string | Buffer): vscode.Uri => {
    const file = join(folder, name);
    writeFileSync(file, content);
    return vscode.Uri.file(file);
  };
  const show = async (name: string, content: string | Buffer): Promise<void> => {
    const document = await vscode.workspace.openTextDocument(write(name, content));
    await vscode.window.showTextDocument(document, { preview: false });
  };
  const sourceOf = (name: string) => policySources().find(({ label }) => label === `$(file-code) ${name}`);

  describe('as a file', () => {
    const tooLarge = {
      problem: 'The file is far larger than the 32 KB that AWS allows for a policy.',
    };
    const cases: readonly (readonly [label: string, content: string | Buffer, found: object])[] = [
      ['UTF-8', policy, { text: policy }],
      ['UTF-8 with a byte order mark', `\ufeff${policy}`, { text: policy }],
      [
        'lines that end as on Windows',
        policy.replaceAll('\n', '\r\n'),
        { text: policy.replaceAll('\n', '\r\n') },
      ],
      ['UTF-16, as Windows PowerShell writes', Buffer.from(`\ufeff${policy}`, 'utf16le'), { text: policy }],
      ['nothing', '', { text: '' }],
      [
        'what is no text',
        Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0xff]),
        { problem: 'The file is not text.' },
      ],
      ['1 MB', ' '.repeat(1024 * 1024), { text: ' '.repeat(1024 * 1024) }],
      ['more than 1 MB', ' '.repeat(1024 * 1024 + 1), tooLarge],
    ];
    for (const [label, content, found] of cases) {
      it(`has its text, or why there is none: ${label}`, async () => {
        assert.deepEqual(await readPolicyFile(write('policy.json', content)), found);
      });
    }

    it('that cannot be read says so', async () => {
      const problem = { problem: 'The file could not be read.' };
      assert.deepEqual(await readPolicyFile(vscode.Uri.file(join(folder, 'nowhere.json'))), problem);
      assert.deepEqual(await readPolicyFile(vscode.Uri.file(folder)), problem);
    });
  });

  describe('in an editor', () => {
    it('is not offered where there is none', () => {
      assert.equal(vscode.window.activeTextEditor, undefined);
      const offered = policySources();
      assert.deepEqual(
        [offered[0]?.label, offered.at(-1)?.label],
        ['$(clippy) Clipboard', '$(folder-opened) File…'],
      );
      assert.ok(offered.every(({ description = '' }) => description === ''));
    });

    it('is offered of the active one, whatever it has, as it is now', async () => {
      await show('active.txt', 'no policy');
      assert.equal(sourceOf('active.txt')?.description, 'active editor');
      const editor = vscode.window.activeTextEditor;
      await editor?.edit(edit => edit.insert(new vscode.Position(0, 0), 'still '));
      assert.deepEqual(await sourceOf('active.txt')?.value?.(), { text: 'still no policy' });
      await vscode.commands.executeCommand('workbench.action.files.revert');
    });

    it('is offered without its byte order mark', async () => {
      await show('marked.json', `\ufeff${policy}`);
      assert.deepEqual(await sourceOf('marked.json')?.value?.(), { text: policy });
    });

    it('is offered of others that look like a policy, and are no longer than one may be', async () => {
      await show('policy.json', policy);
      await show('notes.txt', 'no policy');
      await show('long.json', `${' '.repeat(262_144)}${policy}`);
      await show('active.json', policy);
      const offered = ['active.json', 'policy.json', 'notes.txt', 'long.json'].map(
        name => sourceOf(name)?.description,
      );
      assert.deepEqual(offered, ['active editor', '', undefined, undefined]);
      assert.equal(policySources().filter(({ label }) => label.endsWith('active.json')).length, 1);
    });

    it('is offered of one that is not saved yet, and of no document that is nobody’s own', async () => {
      const unsaved = await vscode.workspace.openTextDocument({ content: policy });
      await vscode.window.showTextDocument(unsaved, { preview: false });
      await show('active.txt', 'no policy');
      const name = unsaved.uri.path;
      assert.deepEqual(await sourceOf(name)?.value?.(), { text: policy });
      const uri = vscode.Uri.from({ scheme: 'byok-test', path: '/shown.json' });
      const provider = { provideTextDocumentContent: () => policy };
      const registration = vscode.workspace.registerTextDocumentContentProvider(uri.scheme, provider);
      await vscode.workspace.openTextDocument(uri);
      assert.equal(sourceOf('shown.json'), undefined);
      registration.dispose();
      await vscode.window.showTextDocument(unsaved);
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    });
  });
});
