import type * as vscode from 'vscode';
import { Disposable } from '../disposable';
import type { TreeNode } from './nodes';

const entry = 'openRows';

/** How many rows are remembered: those that were opened or closed last. */
const remembered = 300;

/** Which rows the user opened or closed: VS Code knows it until the window is reloaded, and this from then on. */
export class OpenRows extends Disposable {
  #rows: ReadonlyMap<string, boolean>;

  constructor(
    /** Of the workspace: each window has a tree of its own. */
    private readonly memento: vscode.Memento,
  ) {
    super();
    this.#rows = new Map(Object.entries(memento.get<Readonly<Record<string, boolean>>>(entry, {})));
  }

  follow(view: Pick<vscode.TreeView<TreeNode>, 'onDidExpandElement' | 'onDidCollapseElement'>): void {
    this.register(view.onDidExpandElement(({ element }) => this.#keep(element.id, true)));
    this.register(view.onDidCollapseElement(({ element }) => this.#keep(element.id, false)));
  }

  /** Undefined for a row that the user left as it came. */
  isOpen({ id }: TreeNode): boolean | undefined {
    return this.#rows.get(id);
  }

  #keep(id: string, isOpen: boolean): void {
    const others = [...this.#rows].filter(([other]) => other !== id);
    this.#rows = new Map([...others, [id, isOpen] as const].slice(-remembered));
    void this.memento.update(entry, Object.fromEntries(this.#rows));
  }
}
