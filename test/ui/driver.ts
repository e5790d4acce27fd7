import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { Cleanup } from '../harness/cleanup.ts';
import { linkExtensions } from '../harness/linkExtensions.ts';
import { openPage } from '../harness/openPage.ts';
import { companion, failures, root, sampleFolder } from '../harness/paths.ts';
import { type Release, findRelease, newest, oldest } from '../harness/releases.ts';
import { temporaryFolder } from '../harness/temporaryFolder.ts';
import { type UserSettings, quietSettings } from '../harness/userSettings.ts';
import { VsCodeServer } from '../harness/vsCodeServer.ts';
import { changeSettings } from './driver/changeSettings.ts';
import { Dialog } from './driver/dialog.ts';
import { Editors } from './driver/editors.ts';
import { Menu } from './driver/menu.ts';
import { Notifications } from './driver/notifications.ts';
import { QuickInput } from './driver/quickInput.ts';
import { textOf } from './driver/text.ts';
import { TreeView } from './driver/treeView.ts';
import { becomes, waitUntil } from './driver/waitUntil.ts';
import { widthsOf } from './driver/webviewDocument.ts';

/** What each theme is called in a class of the workbench, and its kind in a webview. */
const themes = {
  'Default Light Modern': ['light_modern', 'vscode-light'],
  'Default Dark Modern': ['dark_modern', 'vscode-dark'],
  'Default High Contrast': ['hc_black', 'vscode-high-contrast'],
  'Default High Contrast Light': ['hc_light', 'vscode-high-contrast-light'],
} as const;

export type Theme = keyof typeof themes;

export interface OpenOptions {
  /** "1.104", say; without it, the one that the run is for, or the newest. */
  readonly version?: string;
  readonly theme?: Theme;
  readonly size?: { readonly width: number; readonly height: number };
  /** The folders of the extensions that are installed; without it, this extension alone. */
  readonly extensions?: readonly string[];
  /** In which the extensions are shown: "de", say. VS Code itself stays in English. */
  readonly language?: string;
  /** User settings, application-scoped ones too. */
  readonly settings?: UserSettings;
  /** A folder that is copied and opened; without it, the sample. */
  readonly folder?: string;
  /** Whether the folder is one that nobody trusts yet. */
  readonly workspaceTrust?: boolean;
  /** For the extension host. */
  readonly env?: Readonly<Record<string, string>>;
}

/** A VS Code in a browser, ready for commands. `close` it, also when a test fails. */
export async function openVsCode(options: OpenOptions = {}): Promise<VsCode> {
  const cleanup = new Cleanup();
  try {
    const version = options.version ?? process.env['BYOK_TEST_VERSION'];
    const folder = join(temporaryFolder(cleanup), 'sample');
    cpSync(options.folder ?? sampleFolder, folder, { recursive: true });
    const dataFolder = temporaryFolder(cleanup);
    const extensionsFolder = temporaryFolder(cleanup);
    linkExtensions(extensionsFolder, [...(options.extensions ?? [root]), companion]);
    const settingsSocket = join(temporaryFolder(cleanup), 'settings');
    const { theme = 'Default Dark Modern', workspaceTrust = false, env = {} } = options;
    const release = version === undefined ? newest : findRelease(version);
    const settings = { ...quietSettings, ...themeSetting(theme, release), ...options.settings };
    const server = await VsCodeServer.start(
      {
        release,
        dataFolder,
        extensionsFolder,
        settings,
        workspaceTrust,
        env: { ...env, BYOK_TEST_SETTINGS: settingsSocket },
      },
      cleanup,
    );
    const { browser, page } = await openPage(cleanup, {
      viewport: options.size ?? { width: 1280, height: 800 },
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    if (options.language !== undefined) await speak(page, options.language);
    await page.goto(server.page({ folder }));
    const vscode = new VsCode({ cleanup, browser, page, release, folder, settingsSocket });
    await vscode.waitUntilReady();

    return vscode;
  } catch (error) {
    cleanup.run();
    throw error;
  }
}

/** VS Code takes its language from what a language pack leaves there. */
async function speak(page: Page, language: string): Promise<void> {
  await page.addInitScript(`globalThis._VSCODE_NLS_LANGUAGE = ${JSON.stringify(language)}`);
}

interface Parts {
  readonly cleanup: Cleanup;
  readonly browser: Browser;
  readonly page: Page;
  readonly release: Release;
  readonly folder: string;
  readonly settingsSocket: string;
}

export class VsCode {
  /** For what has no helper here. */
  readonly page: Page;
  /** The folder that is open, a copy that tests may change. */
  readonly folder: string;
  readonly quickInput: QuickInput;
  readonly notifications: Notifications;
  readonly dialog: Dialog;
  readonly editors: Editors;
  readonly menu: Menu;
  /** The view of the extension, where it speaks English. */
  readonly keys: TreeView;
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.page = parts.page;
    this.folder = parts.folder;
    this.quickInput = new QuickInput(parts.page);
    this.notifications = new Notifications(parts.page);
    this.dialog = new Dialog(parts.page);
    this.editors = new Editors(parts.page, parts.release);
    this.menu = new Menu(parts.page);
    this.keys = this.tree('Encryption Keys');
  }

  /** Presses keys one after the other. */
  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Runs a command through the palette. The title is the whole one: "Confluent BYOK: Sign In". */
  async runCommand(title: string): Promise<void> {
    await this.#findQuickly('F1', `>${title}`, title);
  }

  /** Opens a file of the folder, and waits until keys go to its text. */
  async openFile(name: string): Promise<void> {
    // By its whole path: the servers do not have what looks through a folder in every version, and what they have
    // found there they remember for a while.
    await this.#findQuickly('ControlOrMeta+P', join(this.folder, name), name);
    await this.editors.waitForTab(name);
    await this.editors.waitForFocus();
  }

  /** Opens a container of the activity bar by its title. */
  async openContainer(title: string): Promise<void> {
    await this.runCommand(`View: Show ${title}`);
  }

  tree(view: string): TreeView {
    return new TreeView(this.page, view);
  }

  /** The number on a container's icon; empty when there is none. */
  async badge(container: string): Promise<string> {
    const item = this.page.locator('.activitybar .action-item').filter({
      has: this.page.locator(`[aria-label^="${container}"]`),
    });
    return textOf(item.locator('.badge-content'));
  }

  /** Presses a button in the title of the sidebar. */
  async viewAction(name: string): Promise<void> {
    await this.page.locator('.sidebar').hover();
    await this.page
      .locator('.sidebar .title-actions, .sidebar .pane-header')
      .getByRole('button', { name })
      .click();
  }

  /** Opens the menu of the view, behind the buttons in its title. */
  async viewMenu(): Promise<Menu> {
    // By its icon: it has another name in each version.
    await this.page.locator('.sidebar .title-actions .codicon-toolbar-more').click();
    return this.menu;
  }

  /** Opens the Accounts menu. */
  async accountsMenu(): Promise<Menu> {
    await this.page
      .locator('.activitybar')
      .getByRole('button', { name: /^Accounts/ })
      .click();
    return this.menu;
  }

  /** An item of the status bar, by the text on it. */
  statusItem(text: string | RegExp): Locator {
    return this.page.locator('.statusbar .statusbar-item').filter({ hasText: text });
  }

  /** Changes user settings, application-scoped ones too; undefined takes one away. */
  async changeSettings(settings: UserSettings): Promise<void> {
    await changeSettings(this.#parts.settingsSocket, settings);
  }

  /** Waits until the page that is open, if one is, has the theme, too. */
  async setTheme(theme: Theme): Promise<void> {
    await this.changeSettings(themeSetting(theme, this.#parts.release));
    const [name, kind] = themes[theme];
    await this.page.locator(`.monaco-workbench[class*="themes-${name}-json"]`).waitFor();
    if ((await this.page.locator('iframe.webview.ready').count()) === 0) return;
    await this.editors.webview().locator(`body[data-vscode-theme-kind="${kind}"]`).waitFor();
  }

  /** Makes the window so wide that the page that is open has this width, in CSS px. */
  async setPageWidth(width: number): Promise<void> {
    const page = this.editors.webview();
    const { width: whole = 0, height = 0 } = this.page.viewportSize() ?? {};
    const beside = whole - (await widthsOf(page)).shown;
    await this.page.setViewportSize({ width: width + beside, height });
    await becomes(async () => (await widthsOf(page)).shown, width);
  }

  async reload(): Promise<void> {
    // As a user does it: reloading the page would cut off what VS Code writes down before it goes.
    const loaded = this.page.waitForEvent('load');
    await this.runCommand('Developer: Reload Window');
    await loaded;
    await this.waitUntilReady();
  }

  async waitUntilReady(): Promise<void> {
    await this.page
      .locator('.monaco-workbench[class*="vscode-theme-"] .statusbar-item')
      .first()
      .waitFor({ timeout: 60_000 });
  }

  /** A PNG, which is written to `path` where one is given. */
  async screenshot(path?: string): Promise<Buffer> {
    return this.page.screenshot({ ...(path && { path }), animations: 'disabled', caret: 'hide' });
  }

  async close(): Promise<void> {
    await this.#parts.browser.close();
    this.#parts.cleanup.run();
  }

  /**
   * What has the focus gets it back when a quick input goes. A page does so a moment later, and would take it from what
   * a command has opened by then: a pick, which closes.
   */
  async #takeFocusFromPage(): Promise<void> {
    const isInPage = await this.page.evaluate(() => document.activeElement instanceof HTMLIFrameElement);
    if (isInPage) await this.page.locator('.activitybar .composite-bar .action-label').first().focus();
  }

  /** Opens a quick input by its key, types, and takes the item with this label. */
  async #findQuickly(key: string, text: string, label: string): Promise<void> {
    // Commands that come while the palette is open, soon after the start, are not in it, and what was opened before
    // may take the focus from it: open it again.
    await waitUntil(`"${label}" for "${text}"`, async () => {
      await this.#takeFocusFromPage();
      await this.page.keyboard.press(key);
      if (await this.quickInput.takes(text, label)) return true;
      if ((await this.quickInput.value()) !== undefined) await this.page.keyboard.press('Escape');
      return false;
    });
    // What a command asks comes in the same box: nothing may be typed into this one.
    await waitUntil('the box to go', async () => (await this.quickInput.value()) !== text);
  }
}

/**
 * Some themes have lost the "Default" of their name since the oldest version. Given the old name, VS Code would
 * rewrite the settings, while tests do so.
 */
function themeSetting(theme: Theme, release: Release): UserSettings {
  const name = release === oldest ? theme : theme.replace(/^Default (?=\w+ Modern$)/, '');
  return { 'workbench.colorTheme': name };
}

/** Called in a `describe`: keeps a picture of the editor for every test that fails there. */
export function pictureFailures(current: () => VsCode | undefined): void {
  afterEach(async function () {
    if (this.currentTest?.state !== 'failed') return;
    mkdirSync(failures, { recursive: true });
    const name = this.currentTest.fullTitle().replaceAll(/[^\w]+/g, '-');
    await current()?.screenshot(join(failures, `${name}.png`));
  });
}
