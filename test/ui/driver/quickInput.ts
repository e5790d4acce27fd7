import type { Locator, Page } from 'playwright-core';
import { textOf } from './text.ts';
import { waitUntil } from './waitUntil.ts';

export interface QuickItem {
  readonly label: string;
  readonly description: string;
  readonly detail: string;
}

/** A quick pick or an input box as it stands there. */
export interface QuickInputState {
  readonly title: string;
  readonly value: string;
  readonly placeholder: string;
  /** The prompt, or why the value is not valid. */
  readonly message: string;
  readonly isMasked: boolean;
}

/** The quick pick or input box that is open. */
export class QuickInput {
  readonly #widget: Locator;
  readonly #input: Locator;

  constructor(page: Page) {
    this.#widget = page.locator('.quick-input-widget:visible');
    this.#input = this.#widget.locator('.quick-input-box input');
  }

  async state(): Promise<QuickInputState> {
    await this.#widget.waitFor();
    return {
      title: await textOf(this.#widget.locator('.quick-input-title:visible')),
      value: await this.#input.inputValue(),
      placeholder: (await this.#input.getAttribute('placeholder')) ?? '',
      message: await textOf(this.#widget.locator('.quick-input-message:visible')),
      isMasked: (await this.#input.getAttribute('type')) === 'password',
    };
  }

  /** What is in the box; undefined when there is none. */
  async value(): Promise<string | undefined> {
    return this.#input.inputValue({ timeout: 200 }).catch(() => undefined);
  }

  /** Waits for the step with this title, and resolves to what it shows. */
  async waitFor(title: string | RegExp): Promise<QuickInputState> {
    await this.#widget.locator('.quick-input-title:visible', { hasText: title }).waitFor();
    return this.state();
  }

  /** Waits for a message: the prompt, or why the value is not valid. */
  async waitForMessage(message: string | RegExp): Promise<void> {
    await this.#widget.locator('.quick-input-message:visible', { hasText: message }).waitFor();
  }

  async waitUntilClosed(): Promise<void> {
    await this.#widget.waitFor({ state: 'hidden' });
  }

  /** Those that are in sight. */
  async items(): Promise<readonly QuickItem[]> {
    const rows = await this.#rows().all();
    return Promise.all(
      rows.map(async row => ({
        label: await textOf(row.locator('.quick-input-list-row .label-name').first()),
        description: await textOf(row.locator('.quick-input-list-row .label-description').first()),
        detail: await textOf(row.locator('.quick-input-list-label-meta:visible')),
      })),
    );
  }

  /** Whether the first item comes to have this label, within two seconds. */
  async hasFirst(label: string): Promise<boolean> {
    const first = this.#rows().first().locator('.label-name').first();
    return first
      .filter({ hasText: label })
      .waitFor({ timeout: 2000 })
      .then(
        async () => (await textOf(first)) === label,
        () => false,
      );
  }

  /** Replaces what is in the box. */
  async type(text: string): Promise<void> {
    await this.#input.fill(text);
  }

  async accept(): Promise<void> {
    await this.#input.press('Enter');
  }

  async escape(): Promise<void> {
    await this.#input.press('Escape');
  }

  async back(): Promise<void> {
    await this.#widget.getByRole('button', { name: 'Back' }).click();
  }

  /** Presses one of the buttons in the title, by its tooltip. */
  async button(name: string | RegExp): Promise<void> {
    await this.#widget
      .locator('.quick-input-titlebar, .quick-input-header')
      .getByRole('button', { name })
      .click();
  }

  /** Goes to the item with this label, by the arrow keys, and accepts it. */
  async pick(label: string): Promise<void> {
    await this.#rows().first().waitFor();
    const focused = this.#widget.locator('.quick-input-list .monaco-list-row.focused .label-name').first();
    await waitUntil(`the item "${label}"`, async () => {
      if ((await textOf(focused)) === label) return true;
      await this.#input.press('ArrowDown');
      return false;
    });
    await this.accept();
  }

  #rows(): Locator {
    return this.#widget.locator('.quick-input-list .monaco-list-row');
  }
}
