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

/** Of the page's DOM, which has no types here, what is used. */
interface PageElement {
  readonly textContent: string | null;
  /** Without what is hidden. Not every element has it. */
  readonly innerText?: string;
  querySelector(selector: string): PageElement | null;
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

  /** Those that are in sight, all as they are at one moment: the next may have others. */
  async items(): Promise<readonly QuickItem[]> {
    return this.#rows().evaluateAll(itemsAsData);
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

/** What the items of a list show. It runs in the page, and so uses nothing from here. */
function itemsAsData(rows: readonly PageElement[]): readonly QuickItem[] {
  const plain = (text: string | null | undefined): string => (text ?? '').replaceAll('\u00a0', ' ').trim();
  return rows.map(row => ({
    label: plain(row.querySelector('.quick-input-list-row .label-name')?.textContent),
    description: plain(row.querySelector('.quick-input-list-row .label-description')?.textContent),
    // A row that had a detail before keeps it, hidden.
    detail: plain(row.querySelector('.quick-input-list-label-meta')?.innerText),
  }));
}
