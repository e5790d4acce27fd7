import type { VsCode } from './driver.ts';
import type { TreePath } from './driver/treeView.ts';

/** Keys of the demo organization, one of each cloud. */
export const aws = {
  path: ['AWS', 'Available', 'orders-staging'],
  id: 'cck-q81fz',
  arn: 'arn:aws:kms:eu-central-1:111122223333:key/2b7e1516-28ae-4d2a-8bf7-158809cf4f3c',
} as const;
export const azure = { path: ['Azure', 'In use', 'inventory-prod'], id: 'cck-t9s2l' } as const;
export const google = { path: ['Google Cloud', 'In use', 'search-prod-eu'], id: 'cck-w0f5r' } as const;

/** Walks through the menu of a grant by the keyboard alone. */
export class GrantWalk {
  constructor(private readonly vscode: VsCode) {}

  /** Opens the menu of a key from its row. */
  async open(path: TreePath): Promise<void> {
    await this.vscode.keys.contextMenu(path);
    await this.vscode.menu.choose('Grant Confluent Access…');
    await this.vscode.quickInput.waitFor(`Grant Confluent Access: ${path.at(-1) ?? ''} (1/2)`);
  }

  /** Opens the menu, and chooses a form and what to do with it. */
  async choose(path: TreePath, form: string, use: string): Promise<void> {
    await this.open(path);
    await this.vscode.quickInput.pick(form);
    await this.vscode.quickInput.waitFor(`${form} for ${path.at(-1) ?? ''} (2/2)`);
    await this.vscode.quickInput.pick(use);
  }
}
