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
  readonly hasFocus: boolean;
  /** Counted from 0 among all that are open, whether in sight or not. */
  readonly index: number;
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

  async labels(): Promise<readonly string[]> {
    return (await this.rows()).map(({ label }) => label);
  }

  /** The labels of the rows that are selected. */
  async selected(): Promise<readonly string[]> {
    return (await this.rows()).filter(({ isSelected }) => isSelected).map(({ label }) => label);
  }

  /** Waits for a row with this label, wherever it is. */
  async waitFor(label: string | RegExp): Promise<void> {
    const name = this.#page.locator('.label-name').filter({ hasText: label });
    await this.#rows().filter({ has: name }).first().waitFor();
  }

  /** Waits until no row in sight has this label. */
  async waitUntilGone(label: string): Promise<void> {
    await waitUntil(`${label} to go`, async () => !(await this.labels()).includes(label));
  }

  /** Goes to a row by the arrow keys and expands what is on the way. */
  async focus(path: TreePath): Promise<void> {
    await this.#rows().first().waitFor();
    const way: string[] = [];
    // Where the key that was pressed last leads to.
    let expected: readonly number[] = [];
    const press = async (key: string, ...leadsTo: readonly number[]): Promise<false> => {
      await this.#page.keyboard.press(key);
      expected = leadsTo;
      return false;
    };
    await waitUntil(`the row ${path.join(' / ')}`, async () => {
      // What was opened before may take the focus when it comes.
      if (!(await this.#hasFocus())) await this.#list.focus();
      const row = await this.#focusedRow();
      // From the start again after the last row, and where a refresh has brought other rows meanwhile.
      if (!row || !expected.includes(row.index)) return press('Home', 0);
      const { label, level, expanded, index } = row;
      way.splice(level - 1, way.length, label);
      if (!path.slice(0, way.length).every((part, depth) => part === way[depth]))
        return press('ArrowDown', index + 1);
      if (way.length === path.length) return true;
      if (expanded === true) return press('ArrowDown', index + 1);
      return press('ArrowRight', index, index + 1);
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

  /** The text of a row's tooltip. */
  async tooltip(path: TreePath): Promise<string> {
    await this.focus(path);
    await this.#page.keyboard.press('ControlOrMeta+K');
    await this.#page.keyboard.press('ControlOrMeta+I');
    const hovers = this.#page.locator('.workbench-hover:visible');
    const text = await waitUntil('the tooltip', async () => {
      const shown = (await hovers.allInnerTexts()).at(-1)?.trim();
      return shown !== '' && shown !== 'Loading...' && shown;
    });
    await this.#page.keyboard.press('Escape');
    return text;
  }

  /** The text above the rows. */
  async message(): Promise<string> {
    return textOf(this.#pane.locator('.tree-explorer-viewlet-tree-view > .message:visible'));
  }

  /** Waits for what stands in the view instead of rows and begins so: paragraphs and buttons. */
  async welcome(beginning = ''): Promise<readonly string[]> {
    const content = this.#pane.locator('.welcome-view-content:visible');
    return waitUntil(`the welcome "${beginning}"`, async () => {
      const texts = await textsOf(content.locator('p, .monaco-button'));
      return texts[0]?.startsWith(beginning) === true && texts;
    });
  }

  async welcomeAction(name: string): Promise<void> {
    await this.#pane.locator('.welcome-view-content').getByRole('button', { name }).click();
  }

  async #toggle(path: TreePath, expanded: boolean): Promise<void> {
    await this.focus(path);
    if ((await this.#focusedRow())?.expanded === expanded) return;
    await this.#page.keyboard.press(expanded ? 'ArrowRight' : 'ArrowLeft');
    await waitUntil(
      `${path.join(' / ')} to ${expanded ? 'open' : 'close'}`,
      async () => (await this.#focusedRow())?.expanded === expanded,
    );
  }

  /** Whether keys go to the rows. */
  async #hasFocus(): Promise<boolean> {
    return (await this.#list.and(this.#page.locator(':focus')).count()) > 0;
  }

  async #focusedRow(): Promise<TreeRow | undefined> {
    return (await this.rows()).find(({ hasFocus }) => hasFocus);
  }

  #rows(): Locator {
    return this.#list.locator('.monaco-list-row');
  }
}

/** What the rows of a list show. It runs in the page, and so uses nothing from here. */
function rowsAsData(rows: readonly Element[]): readonly TreeRow[] {
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
      hasFocus: row.classList.contains('focused'),
      index: Number(row.getAttribute('data-index')),
    };
  });
}
