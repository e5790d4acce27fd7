import { errors, type Locator, type Page } from 'playwright-core';
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

/** The quick pick or input box that is open. What it shows is read all at one moment: the next may have another. */
export class QuickInput {
  readonly #widget: Locator;
  readonly #input: Locator;

  constructor(page: Page) {
    this.#widget = page.locator('.quick-input-widget:visible');
    this.#input = this.#widget.locator('.quick-input-box input');
  }

  async state(): Promise<QuickInputState> {
    return this.#widget.evaluate(widgetAsData);
  }

  /** What is in the box at this moment; undefined when there is none. */
  async value(): Promise<string | undefined> {
    const values = this.#input.evaluateAll(inputs =>
      inputs.map(input => (input instanceof HTMLInputElement ? input.value : '')),
    );
    // A reload of the window takes the page away.
    return (await values.catch(() => []))[0];
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
    return this.#rows().evaluateAll(itemsAsData);
  }

  async labels(): Promise<readonly string[]> {
    return (await this.items()).map(({ label }) => label);
  }

  /** Waits for an item with this label. */
  async waitForItem(label: string): Promise<void> {
    await waitUntil(`the item "${label}"`, async () => (await this.labels()).includes(label));
  }

  /** The label of the item that Enter takes; empty when there is none. */
  async focused(): Promise<string> {
    return textOf(this.#widget.locator('.quick-input-list .monaco-list-row.focused .label-name'));
  }

  /**
   * Types, and takes the item with this label. False where that is not the one that Enter takes within two seconds, or
   * the box goes: for a box that another may have to be opened for.
   */
  async takes(text: string, label: string): Promise<boolean> {
    const timeout = 2000;
    const item = this.#widget.locator('.quick-input-list .monaco-list-row.focused .label-name');
    try {
      await this.#input.fill(text, { timeout });
      await item.filter({ hasText: label }).first().waitFor({ timeout });
      if ((await this.focused()) !== label) return false;
      await this.#input.press('Enter', { timeout });
      return true;
    } catch (error) {
      if (error instanceof errors.TimeoutError) return false;
      throw error;
    }
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

  /** Leaves it, and waits until it is gone. */
  async leave(): Promise<void> {
    await this.escape();
    await this.waitUntilClosed();
  }

  async back(): Promise<void> {
    await this.#widget.getByRole('button', { name: 'Back' }).click();
  }

  /** Goes to the item with this label, by the arrow keys, once it is there, and accepts it. */
  async pick(label: string): Promise<void> {
    await this.#rows().first().waitFor();
    await waitUntil(`the item "${label}"`, async () => {
      if ((await this.focused()) === label) return true;
      await this.#input.press('ArrowDown');
      return false;
    });
    await this.accept();
  }

  #rows(): Locator {
    return this.#widget.locator('.quick-input-list .monaco-list-row');
  }
}

/** What the box shows. It runs in the page, and so uses nothing from here. */
function widgetAsData(widget: Element): QuickInputState {
  const shown = (selector: string): string => {
    const elements = [...widget.querySelectorAll(selector)].filter(element => element.checkVisibility());
    return (elements[0]?.textContent ?? '').replaceAll('\u00a0', ' ').trim();
  };
  const input = widget.querySelector<HTMLInputElement>('.quick-input-box input');
  return {
    title: shown('.quick-input-title'),
    value: input?.value ?? '',
    placeholder: input?.placeholder ?? '',
    message: shown('.quick-input-message'),
    isMasked: input?.type === 'password',
  };
}

/** What the items of a list show. It runs in the page, and so uses nothing from here. */
function itemsAsData(rows: readonly Element[]): readonly QuickItem[] {
  const plain = (text: string | null | undefined): string => (text ?? '').replaceAll('\u00a0', ' ').trim();
  return rows.map(row => ({
    label: plain(row.querySelector('.quick-input-list-row .label-name')?.textContent),
    description: plain(row.querySelector('.quick-input-list-row .label-description')?.textContent),
    // A row that had a detail before keeps it, hidden.
    detail: plain(row.querySelector<HTMLElement>('.quick-input-list-label-meta')?.innerText),
  }));
}
