import assert from 'node:assert/strict';
import { chooseByKeys } from './chooseByKeys.ts';
import type { VsCode } from './driver.ts';
import { openVsCode, pictureFailures } from './driver.ts';
import { Clipboard } from './driver/clipboard.ts';
import { waitUntil } from './driver/waitUntil.ts';

describe('by the keyboard alone', () => {
  let vscode: VsCode;
  pictureFailures(() => vscode);
  before(async () => {
    vscode = await openVsCode();
    await vscode.openContainer('Encryption Keys');
  });
  after(() => vscode.close());

  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await vscode.page.keyboard.press(key);
  };
  const tree = () => vscode.tree('Encryption Keys');

  it('the welcome leads to the demo organization', async () => {
    const button = vscode.page.getByRole('button', { name: 'Explore the Demo Organization' });
    await waitUntil('the button to have the focus', async () => {
      await press('Tab');
      return (await button.getAttribute('class'))?.includes('monaco-button') === true && (await isFocused());
    });
    await press('Enter');
    await tree().waitFor('fraud-detection-prod');

    async function isFocused(): Promise<boolean> {
      return (await vscode.page.locator('.monaco-button:focus', { hasText: 'Explore' }).count()) === 1;
    }
  });

  it('Enter opens a key', async () => {
    await tree().focus(['AWS', 'In use', 'payments-prod-eu']);
    await press('Enter');
    await vscode.editors.webview().getByRole('heading', { level: 1, name: 'payments-prod-eu' }).waitFor();
  });

  it('the menu key copies its id', async () => {
    await tree().contextMenu(['AWS', 'In use', 'payments-prod-eu']);
    await chooseByKeys(vscode, 'Copy Key ID');
    const clipboard = new Clipboard(vscode.page);
    await waitUntil('the id to be copied', async () => (await clipboard.read()) === 'cck-7k2ma');
  });

  it('two keys that are selected are compared', async () => {
    // The key that was opened is selected, and the one that Shift reaches joins it.
    await tree().focus(['AWS', 'In use', 'fraud-detection-prod']);
    await press('Shift+ArrowDown', 'Shift+F10');
    await chooseByKeys(vscode, 'Compare Keys');
    await vscode.editors.waitForTab(/ledger-prod/);
    assert.match(
      await vscode.editors.activeTab(),
      /^(payments-prod-eu ↔ ledger-prod|ledger-prod ↔ payments-prod-eu)$/,
    );
  });
});
