import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import type { VsCode } from './driver.ts';
import { becomes, waitUntil } from './driver/waitUntil.ts';
import { openForAll } from './openForAll.ts';

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
  openForAll({ signIn: 'demo' }, opened => {
    ({ vscode } = opened);
    for (const [name, text] of Object.entries(files)) writeFileSync(join(vscode.folder, name), text);
  });

  const hover = (): Locator => vscode.page.locator('.monaco-hover:visible');
  const link = (): Locator => hover().getByRole('link', { name: 'Open Key JSON' });
  const showHover = (): Promise<void> => vscode.press('ControlOrMeta+K', 'ControlOrMeta+I');
  const showsCard = (): Promise<void> =>
    becomes(async () => {
      const lines = (await hover().allInnerTexts()).flatMap(text => text.split('\n'));
      return lines.filter(line => line.trim() !== '' && !line.startsWith('As of: '));
    }, card);

  it('is shown under the pointer, and its links open it', async () => {
    await vscode.openFile('cluster.json');
    await vscode.page.locator('.view-line').getByText('"cck-b0v6h"', { exact: true }).hover();
    await showsCard();
    await link().click();
    await vscode.editors.waitForTab('cck-b0v6h.json');
  });

  it('is shown to the keyboard, and its links open it', async () => {
    await vscode.openFile('policy.tf');
    await showHover();
    await showsCard();
    // Once more: now the hover has the focus.
    await showHover();
    await vscode.page.locator('.monaco-hover:focus-within').waitFor();
    await waitUntil('the link to have the focus', async () => {
      await vscode.press('Tab');
      return (await vscode.page.locator('.monaco-hover a:focus', { hasText: /^Open Key$/ }).count()) > 0;
    });
    await vscode.press('Enter');
    await vscode.editors.waitForTab(vscode.editors.tabOfPage('fraud-detection-prod', 'cck-b0v6h'));
  });
});
