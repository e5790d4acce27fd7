import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import type { VsCode } from './driver.ts';
import { openVsCode, pictureFailures } from './driver.ts';

const arn = 'arn:aws:kms:us-west-2:111122223333:key/3ad77bb4-0d7a-4660-a89e-caf32466ef97';
const files = {
  'cluster.json': JSON.stringify({ key: 'cck-b0v6h', other: 'cck-nobody' }, undefined, 2),
  'policy.tf': `${arn}\n`,
};
const card = [
  'fraud-detection-prod',
  'ID: cck-b0v6h',
  'Cloud: AWS, us-west-2',
  'State: In use',
  'Validation: Invalid',
  'Message: Access to key denied.',
  'Open Key · Open Key JSON',
];

describe('a key that a file names, through the browser', () => {
  let vscode: VsCode;
  pictureFailures(() => vscode);
  before(async () => {
    vscode = await openVsCode();
    for (const [name, text] of Object.entries(files)) writeFileSync(join(vscode.folder, name), text);
    await vscode.openContainer('Encryption Keys');
    await vscode.runCommand('Confluent BYOK: Explore the Demo Organization');
    await vscode.tree('Encryption Keys').waitFor('fraud-detection-prod');
  });
  after(() => vscode.close());

  const open = async (name: keyof typeof files): Promise<void> => {
    await vscode.page.keyboard.press('ControlOrMeta+P');
    await vscode.quickInput.type(name);
    await vscode.quickInput.pick(name);
    await vscode.editors.waitForTab(name);
  };
  const hover = (): Locator => vscode.page.locator('.monaco-hover:visible');
  const link = (): Locator => hover().getByRole('link', { name: 'Open Key JSON' });
  const showHover = async (): Promise<void> => {
    await vscode.page.keyboard.press('ControlOrMeta+K');
    await vscode.page.keyboard.press('ControlOrMeta+I');
  };
  const lines = async (): Promise<readonly string[]> =>
    (await hover().innerText()).split('\n').filter(line => line.trim() !== '' && !line.startsWith('As of: '));

  it('is shown under the pointer, and its links open it', async () => {
    await open('cluster.json');
    await vscode.page.locator('.view-line').getByText('"cck-b0v6h"', { exact: true }).hover();
    await link().waitFor();
    assert.deepEqual(await lines(), card);
    await link().click();
    await vscode.editors.waitForTab('cck-b0v6h.json');
  });

  it('is shown to the keyboard, and its links open it', async () => {
    await open('policy.tf');
    await vscode.page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
    await showHover();
    await link().waitFor();
    assert.deepEqual(await lines(), card);
    // Once more: now the hover has the focus.
    await showHover();
    await vscode.page.keyboard.press('Tab');
    await vscode.page.keyboard.press('Enter');
    await vscode.editors.waitForTab('fraud-detection-prod');
  });
});
