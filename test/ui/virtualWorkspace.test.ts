import assert from 'node:assert/strict';
import type { VsCode } from './driver.ts';
import { openVsCode, pictureFailures } from './driver.ts';
import type { ServedOrganization } from './organization';
import { serveOrganization, signInByHand } from './organization';

describe('a workspace that is in no file system', () => {
  let vscode: VsCode;
  let organization: ServedOrganization;
  pictureFailures(() => vscode);
  before(async () => {
    organization = await serveOrganization();
    vscode = await openVsCode();
    // A folder in the memory of the page.
    const address = new URL(vscode.page.url());
    address.searchParams.set('folder', 'tmp:/');
    await vscode.page.goto(address.href);
    await vscode.waitUntilReady();
  });
  after(async () => {
    await vscode.close();
    await organization.server.close();
  });

  it('has the keys of an organization, and their JSON', async () => {
    await vscode.page.locator('.explorer-folders-view').waitFor();
    const { folder } = Object.fromEntries(new URL(vscode.page.url()).searchParams);
    assert.equal(folder, 'tmp:/');
    await vscode.openContainer('Encryption Keys');
    await signInByHand(vscode, organization);
    await vscode.tree('Encryption Keys').waitFor('fraud-detection-prod');
    await vscode.runCommand('Confluent BYOK: Open Key JSON');
    await vscode.quickInput.type('cck-b0v6h');
    await vscode.quickInput.accept();
    await vscode.page
      .locator('.view-lines')
      .filter({ hasText: '"display_name": "fraud-detection-prod"' })
      .waitFor();
  });
});
