import type { Locator, Page } from 'playwright-core';
import { Menu } from './menu.ts';
import { textOf, textsOf } from './text.ts';
import { waitUntil } from './waitUntil.ts';

export interface TreeRow {
  readonly label: string;
  readonly description: string;
  /** What a screen reader says. */
  readonly ariaLabel: string;
  /** 1 for the roots. */
  readonly level: number;
  /** Undefined for a row without children. */
  readonly expanded: boolean | undefined;
  readonly isSelected: boolean;
}

/** Of the page's DOM, which has no types here, what is used. */
interface PageElement {
  readonly textContent: string | null;
  getAttribute(name: string): string | null;
  querySelector(selector: string): PageElement | null;
}

/** The labels from a root down to the row that is meant. */
export type TreePath = readonly string[];

/** A tree view of the sidebar that is in sight. */
export class TreeView {
  readonly #page: Page;
  readonly #pane: Locator;
  readonly #list: Locator;

  constructor(page: Page, name: string) {
    this.#page = page;
    this.#pane = page.locator('.pane').filter({ has: page.locator(`.pane-header[aria-label^="${name}"]`) });
    this.#list = this.#pane.locator('.monaco-list[role="tree"]');
  }

  /** Those that are in sight, all as they are at one moment. */
  async rows(): Promise<readonly TreeRow[]> {
    return this.#rows().evaluateAll(rowsAsData);
  }

  /** Waits for a row with this label, wherever it is. */
  async waitFor(label: string | RegExp): Promise<void> {
    const name = this.#page.locator('.label-name').filter({ hasText: label });
    await this.#rows().filter({ has: name }).first().waitFor();
  }

  /** Goes to a row by the arrow keys and expands what is on the way. */
  async focus(path: TreePath): Promise<Locator> {
    await this.#rows().first().waitFor();
    await this.#list.focus();
    await this.#page.keyboard.press('Home');
    const way: string[] = [];
    return waitUntil(`the row ${path.join(' / ')}`, async () => {
      const row = await this.#focusedRow();
      if (!row) {
        // It went with a refresh.
        await this.#page.keyboard.press('Home');
        return undefined;
      }
      const { label, level, expanded } = await readRow(row);
      way.splice(level - 1, way.length, label);
      if (!path.slice(0, way.length).every((part, index) => part === way[index])) {
        await this.#page.keyboard.press('ArrowDown');
        return undefined;
      }
      if (way.length === path.length) return row;
      await this.#page.keyboard.press(expanded === true ? 'ArrowDown' : 'ArrowRight');
      return undefined;
    });
  }

  async expand(path: TreePath): Promise<void> {
    await this.#toggle(path, true);
  }

  async collapse(path: TreePath): Promise<void> {
    await this.#toggle(path, false);
  }

  /** Does what Enter does on a row: its command. */
  async open(path: TreePath): Promise<void> {
    await this.focus(path);
    await this.#page.keyboard.press('Enter');
  }

  async contextMenu(path: TreePath): Promise<Menu> {
    await this.focus(path);
    await this.#page.keyboard.press('Shift+F10');
    return new Menu(this.#page);
  }

  /** The names of the buttons on a row. */
  async inlineActions(path: TreePath): Promise<readonly string[]> {
    const row = await this.focus(path);
    await row.hover();
    return row
      .locator('.actions .action-label')
      .evaluateAll((labels: readonly PageElement[]) =>
        labels.map(label => label.getAttribute('aria-label') ?? ''),
      );
  }

  /** Presses a button on a row. */
  async inlineAction(path: TreePath, name: string): Promise<void> {
    const row = await this.focus(path);
    await row.hover();
    await row.getByRole('button', { name }).click();
  }

  /** The text of a row's tooltip. */
  async tooltip(path: TreePath): Promise<string> {
    await this.focus(path);
    await this.#page.keyboard.press('ControlOrMeta+K');
    await this.#page.keyboard.press('ControlOrMeta+I');
    const hover = this.#page.locator('.workbench-hover:visible').last();
    const text = await waitUntil('the tooltip', async () => {
      const shown = (await hover.count()) === 0 ? '' : (await hover.innerText()).trim();
      return shown === '' || shown === 'Loading...' ? undefined : shown;
    });
    await this.#page.keyboard.press('Escape');
    return text;
  }

  /** The text above the rows. */
  async message(): Promise<string> {
    return textOf(this.#pane.locator('.tree-explorer-viewlet-tree-view > .message:visible'));
  }

  /** What stands in the view instead of rows: paragraphs and buttons. */
  async welcome(): Promise<readonly string[]> {
    const content = this.#pane.locator('.welcome-view-content:visible');
    await content.waitFor();
    return textsOf(content.locator('p, .monaco-button'));
  }

  async welcomeAction(name: string): Promise<void> {
    await this.#pane.locator('.welcome-view-content').getByRole('button', { name }).click();
  }

  async #toggle(path: TreePath, expanded: boolean): Promise<void> {
    const row = await this.focus(path);
    if ((await readRow(row)).expanded === expanded) return;
    await this.#page.keyboard.press(expanded ? 'ArrowRight' : 'ArrowLeft');
    await waitUntil(`${path.join(' / ')} to ${expanded ? 'open' : 'close'}`, async () => {
      const focused = await this.#focusedRow();
      return focused && (await readRow(focused)).expanded === expanded;
    });
  }

  async #focusedRow(): Promise<Locator | undefined> {
    const id = await this.#list.getAttribute('aria-activedescendant');
    return id === null ? undefined : this.#pane.locator(`[id="${id}"]`);
  }

  #rows(): Locator {
    return this.#list.locator('.monaco-list-row');
  }
}

async function readRow(row: Locator): Promise<TreeRow> {
  const [data] = await row.evaluateAll(rowsAsData);
  if (!data) throw new Error('The row is gone.');
  return data;
}

/** What the rows of a list show. It runs in the page, and so uses nothing from here. */
function rowsAsData(rows: readonly PageElement[]): readonly TreeRow[] {
  return rows.map(row => {
    const textOf = (selector: string): string =>
      (row.querySelector(`.monaco-icon-label ${selector}`)?.textContent ?? '')
        .replaceAll('\u00a0', ' ')
        .trim();
    const expanded = row.getAttribute('aria-expanded');
    return {
      label: textOf('.label-name'),
      description: textOf('.label-description'),
      ariaLabel: row.getAttribute('aria-label') ?? '',
      level: Number(row.getAttribute('aria-level')),
      expanded: expanded === null ? undefined : expanded === 'true',
      isSelected: row.getAttribute('aria-selected') === 'true',
    };
  });
}
