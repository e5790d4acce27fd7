import type { FrameLocator, Locator, Page } from 'playwright-core';
import { Clipboard } from './clipboard.ts';
import { textsOf } from './text.ts';
import { waitUntil } from './waitUntil.ts';

/** What is open in the middle of VS Code. */
export class Editors {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async tabs(): Promise<readonly string[]> {
    return Promise.all((await this.#page.locator('.tabs-container .tab').all()).map(nameOf));
  }

  async activeTab(): Promise<string> {
    return nameOf(this.#activeTab());
  }

  async waitForTab(title: string | RegExp): Promise<void> {
    await this.#activeTab().locator(label).filter({ hasText: title }).waitFor();
  }

  /** Goes to a tab that is open, by the last part of its address: until then a page has no other title. */
  async select(resource: string): Promise<void> {
    await this.#page.locator(`.tabs-container .tab[data-resource-name="${resource}"]`).click();
  }

  /** The whole text of the active editor: it goes through the clipboard, since only the lines in sight are in the page. */
  async text(): Promise<string> {
    const clipboard = new Clipboard(this.#page);
    await clipboard.write('');
    await this.#page.locator('.editor-group-container.active .monaco-editor .view-lines').last().click();
    await this.#page.keyboard.press('ControlOrMeta+A');
    await this.#page.keyboard.press('ControlOrMeta+C');
    return waitUntil('the text of the editor', async () => (await clipboard.read()) || undefined);
  }

  /** The document of the active webview. */
  webview(): FrameLocator {
    const outer = this.#page.locator('iframe.webview.ready').last();
    return outer.contentFrame().frameLocator('iframe#active-frame');
  }

  #activeTab(): Locator {
    return this.#page.locator('.editor-group-container.active .tab.active');
  }
}

// The newest VS Code sets the extension of the file apart from its name.
const label = '.monaco-icon-label-container';

async function nameOf(tab: Locator): Promise<string> {
  return (await textsOf(tab.locator('.label-name, .label-suffix'))).join('');
}
