import type { Locator, Page } from 'playwright-core';
import { textsOf } from './text.ts';

/** The notifications that are in sight. */
export class Notifications {
  readonly #toasts: Locator;

  constructor(page: Page) {
    this.#toasts = page.locator('.notifications-toasts .notification-list-item');
  }

  async texts(): Promise<readonly string[]> {
    return textsOf(this.#toasts.locator('.notification-list-item-message'));
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
