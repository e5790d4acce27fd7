import type { Page } from 'playwright-core';

/** The clipboard as the page sees it. The scripts are text, since they run where there is a DOM. */
export class Clipboard {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async read(): Promise<string> {
    return this.#page.evaluate('navigator.clipboard.readText()');
  }

  async write(text: string): Promise<void> {
    await this.#page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(text)})`);
  }
}
