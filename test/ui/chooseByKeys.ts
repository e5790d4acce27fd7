import type { VsCode } from './driver.ts';
import { textOf } from './driver/text.ts';
import { waitUntil } from './driver/waitUntil.ts';

/** Goes to an item of the menu that is open by the arrow keys, and chooses it. */
export async function chooseByKeys(vscode: VsCode, label: string): Promise<void> {
  const items = await vscode.menu.items();
  if (!items.includes(label)) throw new Error(`The menu has no "${label}", but ${items.join(', ')}.`);
  const focused = vscode.page.locator('.monaco-menu:visible .action-item.focused .action-label');
  await waitUntil(`the item "${label}"`, async () => {
    if ((await textOf(focused)) === label) return true;
    await vscode.page.keyboard.press('ArrowDown');
    return false;
  });
  await vscode.page.keyboard.press('Enter');
}
