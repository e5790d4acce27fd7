import type { Locator, Page } from 'playwright-core';
import { plain } from './text.ts';

export interface DialogState {
  readonly message: string;
  readonly detail: string;
  readonly buttons: readonly string[];
}

/** The modal dialog that is open. */
export class Dialog {
  readonly #box: Locator;

  constructor(page: Page) {
    this.#box = page.locator('.monaco-dialog-box');
  }

  async state(): Promise<DialogState> {
    const { message, detail, buttons } = await this.#box.evaluate(box => ({
      message: box.querySelector('.dialog-message-text')?.textContent ?? '',
      detail: box.querySelector('.dialog-message-detail')?.textContent ?? '',
      buttons: [...box.querySelectorAll('.dialog-buttons .monaco-button')].map(
        ({ textContent }) => textContent,
      ),
    }));
    return { message: plain(message), detail: plain(detail), buttons: buttons.map(plain) };
  }

  async choose(button: string): Promise<void> {
    await this.#box.getByRole('button', { name: button, exact: true }).click();
    await this.waitUntilClosed();
  }

  async waitUntilClosed(): Promise<void> {
    await this.#box.waitFor({ state: 'hidden' });
  }
}
