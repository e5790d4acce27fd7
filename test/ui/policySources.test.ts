import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { VsCode } from './driver.ts';
import { Clipboard } from './driver/clipboard.ts';
import { becomes, waitUntil } from './driver/waitUntil.ts';
import { aws, GrantWalk } from './grantWalk.ts';
import { openForAll } from './openForAll.ts';

/** As an editor on Windows leaves it: with a byte order mark, and lines that end in two characters. */
const rootAlone = `\ufeff{\r\n  "Version": "2012-10-17",\r\n  "Statement": [\r\n    {\r\n      "Sid": "Root",\r\n      "Effect": "Allow",\r\n      "Principal": { "AWS": "arn:aws:iam::111122223333:root" },\r\n      "Action": "kms:*",\r\n      "Resource": "*"\r\n    }\r\n  ]\r\n}\r\n`;

describe('the policy that a key has, to add a grant to', () => {
  let vscode: VsCode;
  let walk: GrantWalk;
  openForAll({ signIn: { label: 'Acme' }, size: { width: 1400, height: 1000 }, clearsUp: true }, opened => {
    ({ vscode } = opened);
    walk = new GrantWalk(vscode);
  });

  const title = 'Grant Confluent Access: orders-staging (2/2)';
  const openSources = async (): Promise<void> => {
    await walk.open(aws.path);
    await vscode.quickInput.pick('Add to the Current Key Policy…');
    await vscode.quickInput.waitFor(title);
  };
  const write = (name: string, content: string | Buffer): string => {
    const file = join(vscode.folder, name);
    writeFileSync(file, content);
    return file;
  };
  const openFiles = async (): Promise<void> => {
    await vscode.quickInput.pick('File…');
    await waitUntil('the files', async () => (await vscode.quickInput.value())?.startsWith(vscode.folder));
  };
  const chooseFile = async (file: string): Promise<void> => {
    await openFiles();
    await vscode.quickInput.type(file);
    await vscode.quickInput.accept();
  };
  const waitForDetail = (source: string, detail: string) =>
    waitUntil(`"${detail}"`, async () =>
      (await vscode.quickInput.items()).some(item => item.label === source && item.detail === detail),
    );
  const leave = async (): Promise<void> => {
    await vscode.quickInput.waitFor(title);
    await vscode.quickInput.leave();
  };

  it('is the clipboard or a file where no editor is open', async () => {
    await openSources();
    await becomes(() => vscode.quickInput.labels(), ['Clipboard', 'File…']);
    await leave();
  });

  it('may be in the active editor, which has none: that is said, and nothing is opened', async () => {
    await vscode.openFile('README.md');
    await openSources();
    await becomes(() => vscode.quickInput.labels(), ['Clipboard', 'README.md', 'File…']);
    await vscode.quickInput.pick('README.md');
    await waitForDetail('README.md', 'Line 1, column 1: This is not JSON: "#" cannot stand here.');
    await leave();
    assert.deepEqual(await vscode.editors.tabs(), ['README.md']);
  });

  it('has the grant already: that is said, and there is nothing to put into force', async () => {
    await walk.choose(aws.path, 'Key Policy', 'Copy');
    const clipboard = new Clipboard(vscode.page);
    const granted = await waitUntil('the policy', async () => {
      const text = await clipboard.read();
      return text.startsWith('{') && text;
    });
    write('granted.json', granted);
    await vscode.openFile('granted.json');
    await openSources();
    await vscode.quickInput.pick('granted.json');
    await vscode.editors.waitForTab('current policy ↔ with Confluent');
    const says = 'The policy already permits all that Confluent needs.';
    await vscode.notifications.waitFor(says);
    assert.deepEqual(await vscode.notifications.buttons(says), []);
    await vscode.page.locator('.monaco-diff-editor .view-line').first().waitFor();
    assert.equal(await vscode.page.locator('.monaco-diff-editor .line-insert').count(), 0);
  });

  for (const [label, name, content] of [
    ['of Windows', 'windows.json', rootAlone],
    ['in UTF-16, as Windows PowerShell writes', 'utf16.json', Buffer.from(rootAlone, 'utf16le')],
  ] as const) {
    it(`is read from a file ${label}`, async () => {
      const file = write(name, content);
      await openSources();
      await chooseFile(file);
      await vscode.editors.waitForTab('current policy ↔ with Confluent');
      await vscode.notifications.waitFor('The policy lacks 16 permissions; they are added on the right.');
      await vscode.page.locator('.monaco-diff-editor .line-insert').first().waitFor();
      assert.equal(await vscode.page.locator('.monaco-diff-editor .line-delete').count(), 0);
    });
  }

  it('is asked for again where a file is no text, or far too large, or is not chosen', async () => {
    const binary = write('binary.json', Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0xff]));
    const large = write('large.json', ' '.repeat(2 * 1024 * 1024));
    await openSources();
    await chooseFile(binary);
    await waitForDetail('File…', 'The file is not text.');
    await chooseFile(large);
    await waitForDetail('File…', 'The file is far larger than the 32 KB that AWS allows for a policy.');
    await openFiles();
    await vscode.quickInput.escape();
    await leave();
    assert.deepEqual(await vscode.editors.tabs(), []);
  });
});
