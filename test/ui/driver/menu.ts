import type { Locator, Page } from 'playwright-core';
import { textOf, textsOf } from './text.ts';
import { waitUntil } from './waitUntil.ts';

/** The context menu, or another menu, that is open. */
export class Menu {
  readonly #page: Page;
  readonly #menu: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.#menu = page.locator('.monaco-menu:visible').last();
  }

  async items(): Promise<readonly string[]> {
    await this.#menu.waitFor();
    return textsOf(this.#menu.locator('.action-item:not(.disabled) .action-label:not(.separator)'));
  }

  /** Goes to an item by the arrow keys, and chooses it. */
  async choose(label: string): Promise<void> {
    const items = await this.items();
    if (!items.includes(label)) throw new Error(`The menu has no "${label}", but ${items.join(', ')}.`);
    const focused = this.#menu.locator('.action-item.focused .action-label');
    await waitUntil(`the item "${label}"`, async () => {
      if ((await textOf(focused)) === label) return true;
      await this.#page.keyboard.press('ArrowDown');
      return false;
    });
    await this.#page.keyboard.press('Enter');
    await this.#menu.waitFor({ state: 'hidden' });
  }

  async close(): Promise<void> {
    await this.#page.keyboard.press('Escape');
    await this.#menu.waitFor({ state: 'hidden' });
  }
}
