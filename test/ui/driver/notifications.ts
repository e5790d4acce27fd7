import type { Locator, Page } from 'playwright-core';
import { textsOf } from './text.ts';

/** The notifications that are in sight. */
export class Notifications {
  readonly #page: Page;
  readonly #toasts: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.#toasts = page.locator('.notifications-toasts .notification-list-item');
  }

  async texts(): Promise<readonly string[]> {
    return textsOf(this.#toasts.locator('.notification-list-item-message'));
  }

  /** All that nobody has answered or cleared, newest first: those too that went out of sight. */
  async unanswered(): Promise<readonly string[]> {
    await this.#page
      .locator('.statusbar')
      .getByRole('button', { name: /^(Hide )?Notifications|^\d+ New Notif/ })
      .click();
    const center = this.#page.locator('.notifications-center:visible');
    await center.waitFor();
    const texts = await textsOf(center.locator('.notification-list-item-message'));
    await this.#page.keyboard.press('Escape');
    await center.waitFor({ state: 'hidden' });
    return texts;
  }

  /** The names of the buttons of the notification that has this text. */
  async buttons(text: string | RegExp): Promise<readonly string[]> {
    const toast = this.#toasts.filter({ hasText: text }).first();
    return textsOf(toast.locator('.notification-list-item-buttons-container .monaco-button'));
  }

  async waitFor(text: string | RegExp): Promise<void> {
    await this.#toasts.filter({ hasText: text }).first().waitFor();
  }

  /** Presses a button of the notification that has this text. */
  async choose(text: string | RegExp, button: string): Promise<void> {
    const toast = this.#toasts.filter({ hasText: text }).first();
    await toast.getByRole('button', { name: button, exact: true }).click();
  }

  /** Clicks a link within the text of a notification. */
  async followLink(text: string | RegExp, link: string): Promise<void> {
    await this.#toasts.filter({ hasText: text }).first().getByRole('link', { name: link }).click();
  }
}
