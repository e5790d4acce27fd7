import assert from 'node:assert/strict';
import type { VsCode } from './driver.ts';
import { Clipboard } from './driver/clipboard.ts';
import { waitUntil } from './driver/waitUntil.ts';
import { openForAll } from './openForAll.ts';

describe('by the keyboard alone', () => {
  let vscode: VsCode;
  openForAll({}, opened => ({ vscode } = opened));

  it('the welcome leads to the demo organization', async () => {
    const button = vscode.page.locator('.monaco-button:focus', { hasText: 'Explore the Demo Organization' });
    await waitUntil('the button to have the focus', async () => {
      await vscode.press('Tab');
      return (await button.count()) === 1;
    });
    await vscode.press('Enter');
    await vscode.keys.waitFor('fraud-detection-prod');
  });

  it('Enter opens a key', async () => {
    await vscode.keys.open(['AWS', 'In use', 'payments-prod-eu']);
    await vscode.editors.webview().getByRole('heading', { level: 1, name: 'payments-prod-eu' }).waitFor();
  });

  it('the menu key copies its id', async () => {
    await vscode.keys.contextMenu(['AWS', 'In use', 'payments-prod-eu']);
    await vscode.menu.choose('Copy Key ID');
    const clipboard = new Clipboard(vscode.page);
    await waitUntil('the id to be copied', async () => (await clipboard.read()) === 'cck-7k2ma');
  });

  it('two keys that are selected are compared', async () => {
    // The key that was opened is selected, and the one that Shift reaches joins it.
    await vscode.keys.focus(['AWS', 'In use', 'fraud-detection-prod']);
    await vscode.press('Shift+ArrowDown', 'Shift+F10');
    await vscode.menu.choose('Compare Keys');
    await vscode.editors.waitForTab(/ledger-prod/);
    assert.match(
      await vscode.editors.activeTab(),
      /^(payments-prod-eu ↔ ledger-prod|ledger-prod ↔ payments-prod-eu)$/,
    );
  });
});
