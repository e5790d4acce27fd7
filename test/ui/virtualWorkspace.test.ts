import assert from 'node:assert/strict';
import type { VsCode } from './driver.ts';
import { openForAll } from './openForAll.ts';
import type { ServedOrganization } from './organization';
import { signInByHand } from './organization';

describe('a workspace that is in no file system', () => {
  let vscode: VsCode;
  let organization: ServedOrganization;
  openForAll({ isViewClosed: true }, opened => ({ vscode, organization } = opened));
  before(async () => {
    // A folder in the memory of the page.
    const address = new URL(vscode.page.url());
    address.searchParams.set('folder', 'tmp:/');
    await vscode.page.goto(address.href);
    await vscode.waitUntilReady();
  });

  it('has the keys of an organization, and their JSON', async () => {
    await vscode.page.locator('.explorer-folders-view').waitFor();
    const { folder } = Object.fromEntries(new URL(vscode.page.url()).searchParams);
    assert.equal(folder, 'tmp:/');
    await vscode.openContainer('Encryption Keys');
    await signInByHand(vscode, organization);
    await vscode.keys.waitFor('fraud-detection-prod');
    await vscode.runCommand('Confluent BYOK: Open Key JSON');
    await vscode.quickInput.type('cck-b0v6h');
    await vscode.quickInput.pick('fraud-detection-prod');
    await vscode.editors.waitForText('"display_name": "fraud-detection-prod"');
  });
});
