import type { FrameLocator, Page } from 'playwright-core';
import { textOf, textsOf } from './text.ts';
import { waitUntil } from './waitUntil.ts';

/** What is open in the middle of VS Code. */
export class Editors {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async tabs(): Promise<readonly string[]> {
    return textsOf(this.#page.locator('.tabs-container .tab .label-name'));
  }

  async activeTab(): Promise<string> {
    return textOf(this.#page.locator('.editor-group-container.active .tab.active .label-name'));
  }

  async waitForTab(title: string | RegExp): Promise<void> {
    const name = this.#page.locator('.editor-group-container.active .tab.active .label-name');
    await name.filter({ hasText: title }).waitFor();
  }

  /** The whole text of the active editor: it goes through the clipboard, since only the lines in sight are in the page. */
  async text(): Promise<string> {
    await this.#page.evaluate('navigator.clipboard.writeText("")');
    await this.#page.locator('.editor-group-container.active .monaco-editor .view-lines').last().click();
    await this.#page.keyboard.press('ControlOrMeta+A');
    await this.#page.keyboard.press('ControlOrMeta+C');
    return waitUntil('the text of the editor', async () => {
      const copied = await this.#page.evaluate<string>('navigator.clipboard.readText()');
      return copied === '' ? undefined : copied;
    });
  }

  /** The document of the active webview. */
  webview(): FrameLocator {
    const outer = this.#page.locator('iframe.webview.ready').last();
    return outer.contentFrame().frameLocator('iframe#active-frame');
  }
}
