import type { Locator, Page } from 'playwright-core';
import { textOf, textsOf } from './text.ts';

/** The modal dialog that is open. */
export class Dialog {
  readonly #box: Locator;

  constructor(page: Page) {
    this.#box = page.locator('.monaco-dialog-box');
  }

  async state(): Promise<{
    readonly message: string;
    readonly detail: string;
    readonly buttons: readonly string[];
  }> {
    await this.#box.waitFor();
    return {
      message: await textOf(this.#box.locator('.dialog-message-text')),
      detail: await textOf(this.#box.locator('.dialog-message-detail')),
      buttons: await textsOf(this.#box.locator('.dialog-buttons .monaco-button')),
    };
  }

  async choose(button: string): Promise<void> {
    await this.#box.getByRole('button', { name: button, exact: true }).click();
    await this.#box.waitFor({ state: 'hidden' });
  }
}
