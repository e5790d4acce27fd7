import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { Cleanup } from '../harness/cleanup.ts';
import { openPage } from '../harness/openPage.ts';
import { failures, root, sampleFolder } from '../harness/paths.ts';
import { findRelease, newest } from '../harness/releases.ts';
import { temporaryFolder } from '../harness/temporaryFolder.ts';
import { type UserSettings, quietSettings, writeUserSettings } from '../harness/userSettings.ts';
import { VsCodeServer } from '../harness/vsCodeServer.ts';
import { Dialog } from './driver/dialog.ts';
import { Editors } from './driver/editors.ts';
import { Menu } from './driver/menu.ts';
import { Notifications } from './driver/notifications.ts';
import { QuickInput } from './driver/quickInput.ts';
import { textOf } from './driver/text.ts';
import { TreeView } from './driver/treeView.ts';
import { waitUntil } from './driver/waitUntil.ts';

/** The class that each theme puts on the workbench. */
const themes = {
  'Default Light Modern': 'light_modern',
  'Default Dark Modern': 'dark_modern',
  'Default High Contrast': 'hc_black',
  'Default High Contrast Light': 'hc_light',
} as const;

export type Theme = keyof typeof themes;

export interface OpenOptions {
  /** "1.104", say; without it, the one that the run is for, or the newest. */
  readonly version?: string;
  readonly theme?: Theme;
  readonly size?: { readonly width: number; readonly height: number };
  /** Folders of extensions under development; without it, this extension alone. */
  readonly extensions?: readonly string[];
  /** User settings, application-scoped ones too. */
  readonly settings?: UserSettings;
  /** A folder that is copied and opened; without it, the sample. */
  readonly folder?: string;
  /** Whether VS Code asks before it trusts the folder. */
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
    const { theme = 'Default Dark Modern', workspaceTrust = false, env = {} } = options;
    const settings = { ...quietSettings, 'workbench.colorTheme': theme, ...options.settings };
    const server = await VsCodeServer.start(
      {
        release: version === undefined ? newest : findRelease(version),
        dataFolder,
        extensionsFolder: temporaryFolder(cleanup),
        settings,
        workspaceTrust,
        env,
      },
      cleanup,
    );
    const { browser, page } = await openPage(cleanup, {
      viewport: options.size ?? { width: 1280, height: 800 },
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await page.goto(server.page({ folder, developedExtensions: options.extensions ?? [root] }));
    const vscode = new VsCode({ cleanup, browser, page, dataFolder, folder, settings });
    await vscode.waitUntilReady();

    return vscode;
  } catch (error) {
    cleanup.run();
    throw error;
  }
}

interface Parts {
  readonly cleanup: Cleanup;
  readonly browser: Browser;
  readonly page: Page;
  readonly dataFolder: string;
  readonly folder: string;
  readonly settings: UserSettings;
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
  readonly #parts: Parts;
  #settings: UserSettings;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#settings = parts.settings;
    this.page = parts.page;
    this.folder = parts.folder;
    this.quickInput = new QuickInput(parts.page);
    this.notifications = new Notifications(parts.page);
    this.dialog = new Dialog(parts.page);
    this.editors = new Editors(parts.page);
    this.menu = new Menu(parts.page);
  }

  /** Runs a command through the palette. The title is the whole one: "Confluent BYOK: Sign In". */
  async runCommand(title: string): Promise<void> {
    // Commands that come while the palette is open, soon after the start, are not in it: open it again.
    await waitUntil(`the command "${title}"`, async () => {
      await this.page.keyboard.press('F1');
      await this.quickInput.type(`>${title}`);
      if (await this.quickInput.hasFirst(title)) return true;
      await this.quickInput.escape();
      return false;
    });
    await this.quickInput.accept();
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
  async viewAction(name: string | RegExp): Promise<void> {
    await this.page.locator('.sidebar').hover();
    await this.page
      .locator('.sidebar .title-actions, .sidebar .pane-header')
      .getByRole('button', { name })
      .click();
  }

  /** Opens the Accounts menu. */
  async accountsMenu(): Promise<Menu> {
    await this.page
      .locator('.activitybar')
      .getByRole('button', { name: /^Accounts/ })
      .click();
    return this.menu;
  }

  /** Changes user settings, as if the user had edited them. They are in force a moment later. */
  changeSettings(settings: UserSettings): void {
    this.#settings = { ...this.#settings, ...settings };
    writeUserSettings(join(this.#parts.dataFolder, 'data'), this.#settings);
  }

  async setTheme(theme: Theme): Promise<void> {
    this.changeSettings({ 'workbench.colorTheme': theme });
    await this.#waitForTheme(theme);
  }

  async reload(): Promise<void> {
    await this.page.reload();
    await this.waitUntilReady();
  }

  async waitUntilReady(): Promise<void> {
    await this.page.locator('.monaco-workbench .part.statusbar').waitFor({ timeout: 60_000 });
  }

  async screenshot(path: string): Promise<void> {
    await this.page.screenshot({ path, animations: 'disabled', caret: 'hide' });
  }

  async close(): Promise<void> {
    await this.#parts.browser.close();
    this.#parts.cleanup.run();
  }

  async #waitForTheme(theme: Theme): Promise<void> {
    await this.page.locator(`.monaco-workbench[class*="themes-${themes[theme]}-json"]`).waitFor();
  }
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
