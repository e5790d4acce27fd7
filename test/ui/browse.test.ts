import assert from 'node:assert/strict';
import type { VsCode } from './driver.ts';
import { openForAll } from './openForAll.ts';

const signedOut = ['Sign In', 'Explore the Demo Organization'];

describe('browsing the demo organization through the browser', () => {
  let vscode: VsCode;
  openForAll({}, opened => ({ vscode } = opened));

  const waitForFirst = (label: string): Promise<void> =>
    vscode.page.locator('.sidebar .monaco-list-row').first().filter({ hasText: label }).waitFor();

  it('welcomes who is not signed in', async () => {
    const texts = await vscode.keys.welcome('See the self-managed encryption keys');
    assert.deepEqual(
      signedOut.filter(button => texts.includes(button)),
      signedOut,
    );
  });

  it('shows keys by provider and state', async () => {
    await vscode.runCommand('Confluent BYOK: Explore the Demo Organization');
    await vscode.keys.waitFor('fraud-detection-prod');
    const rows = await vscode.keys.rows();
    const groups = rows
      .filter(({ level }) => level === 1)
      .map(({ label, description }) => [label, description]);
    assert.deepEqual(groups, [
      ['AWS', '10'],
      ['Azure', '4'],
      ['Google Cloud', '4'],
    ]);
    const invalid = rows.find(({ label }) => label === 'fraud-detection-prod');
    assert.match(
      invalid?.ariaLabel ?? '',
      /^fraud-detection-prod, AWS key, us-west-2, In use, Invalid, created /,
    );
  });

  it('opens the page of a key, and its JSON from there', async () => {
    await vscode.keys.open(['AWS', 'In use', 'payments-prod-eu']);
    const page = vscode.editors.webview();
    await page.getByRole('heading', { level: 1, name: 'payments-prod-eu' }).waitFor();
    await page.getByRole('tab', { name: 'Terraform' }).click();
    await page.getByRole('button', { name: 'Open JSON' }).click();
    await vscode.editors.waitForText('"display_name": "payments-prod-eu"');
  });

  it('finds a key and shows it in the tree', async () => {
    await vscode.runCommand('Confluent BYOK: Find Key…');
    await vscode.quickInput.type('search-prod');
    await vscode.quickInput.pick('search-prod-eu');
    await vscode.page
      .locator('.monaco-list-row[role="treeitem"].focused')
      .filter({ hasText: 'search-prod-eu' })
      .waitFor();
  });

  it('groups and filters, and says what it filters by', async () => {
    await vscode.runCommand('Confluent BYOK: Filter Keys…');
    await vscode.quickInput.type('prod');
    await vscode.quickInput.accept();
    await vscode.page
      .locator('.tree-explorer-viewlet-tree-view .message')
      .filter({ hasText: 'of 18 keys: "prod"' })
      .waitFor();
    await vscode.runCommand('Confluent BYOK: Clear Filter');
    await vscode.keys.waitFor('orders-staging');
  });

  it('keeps the document, the page, the organization and the grouping over a reload of the window', async () => {
    await vscode.runCommand('Confluent BYOK: Group Keys By…');
    await vscode.quickInput.pick('State');
    await waitForFirst('In use');
    await vscode.reload();
    await vscode.editors.waitForText('"display_name": "payments-prod-eu"');
    await vscode.keys.waitFor('fraud-detection-prod');
    await waitForFirst('In use');
    await vscode.editors.select('cck-7k2ma');
    const page = vscode.editors.webview();
    await page.getByRole('heading', { level: 1, name: 'payments-prod-eu' }).waitFor();
    await page.getByRole('tab', { name: 'Terraform', selected: true }).waitFor();
  });
});
