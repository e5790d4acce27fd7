import type { FrameLocator, Locator, Page } from 'playwright-core';
import { oldest, type Release } from '../../harness/releases.ts';
import { Clipboard } from './clipboard.ts';
import { waitUntil } from './waitUntil.ts';

/** What is open in the middle of VS Code. */
export class Editors {
  readonly #page: Page;
  readonly #release: Release;

  constructor(page: Page, release: Release) {
    this.#page = page;
    this.#release = release;
  }

  /** What the tabs say at this moment. */
  async tabs(): Promise<readonly string[]> {
    return this.#page.locator('.tabs-container .tab').evaluateAll(namesOf);
  }

  /** What the active tab says at this moment; empty when there is none. */
  async activeTab(): Promise<string> {
    return (await this.#activeTab().evaluateAll(namesOf))[0] ?? '';
  }

  /**
   * What the tab of a page says: its title, in the oldest version the last part of its address, since a custom editor
   * had no other title there.
   */
  tabOfPage(title: string, resource: string): string {
    return this.#release === oldest ? resource : title;
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
    // A tab is there before its text, and until then that of the tab before is in sight.
    await waitUntil('the text of the active tab', async () => this.#page.evaluate(isOfActiveTab));
    await this.#page.locator('.editor-group-container.active .monaco-editor .view-lines').last().click();
    await this.waitForFocus();
    await this.#page.keyboard.press('ControlOrMeta+A');
    await this.#page.keyboard.press('ControlOrMeta+C');
    return waitUntil('the text of the editor', async () => (await clipboard.read()) || undefined);
  }

  /** Waits until keys go to the text of the active editor: it takes the focus a moment later than it shows. */
  async waitForFocus(): Promise<void> {
    await this.#page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
  }

  /** Waits until text is in sight that has this in it. */
  async waitForText(text: string): Promise<void> {
    await this.#page
      .locator('.editor-group-container.active .view-lines')
      .filter({ hasText: text })
      .waitFor();
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

/** What tabs say. It runs in the page, and so uses nothing from here. */
function namesOf(tabs: readonly Element[]): readonly string[] {
  return tabs.map(tab =>
    [...tab.querySelectorAll('.label-name, .label-suffix')]
      .map(({ textContent }) => textContent)
      .join('')
      .replaceAll('\u00a0', ' ')
      .trim(),
  );
}

/** Whether the text in sight is that of the active tab. It runs in the page, and so uses nothing from here. */
function isOfActiveTab(): boolean {
  const group = document.querySelector('.editor-group-container.active');
  const resource = group?.querySelector('.tab.active')?.getAttribute('data-resource-name');
  const addresses = [...(group?.querySelectorAll('.monaco-editor[data-uri]') ?? [])].map(editor =>
    new URL(editor.getAttribute('data-uri') ?? '').pathname.split('/').at(-1),
  );
  return addresses.some(address => address !== undefined && decodeURIComponent(address) === resource);
}
