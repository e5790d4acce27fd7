import type { Locator, Page } from 'playwright-core';
import { textsOf } from './text.ts';

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

  /** Chooses an item, and one of its submenu when another name is given. */
  async choose(...labels: readonly string[]): Promise<void> {
    for (const label of labels) {
      const menu = this.#page.locator('.monaco-menu:visible').last();
      await menu.getByRole('menuitem', { name: label, exact: true }).click();
    }
  }

  async close(): Promise<void> {
    await this.#page.keyboard.press('Escape');
    await this.#menu.waitFor({ state: 'hidden' });
  }
}
