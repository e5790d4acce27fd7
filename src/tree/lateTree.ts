import * as vscode from 'vscode';
import { Disposable } from '../disposable';
import type { KeysTree } from './keysTree';
import type { TreeNode } from './nodes';

/** The view's place in VS Code. What fills it is loaded when VS Code asks for rows, which it does when it shows them. */
export class LateTree extends Disposable implements vscode.TreeDataProvider<TreeNode> {
  readonly #changes = this.register(new vscode.EventEmitter<TreeNode[] | undefined>());
  readonly onDidChangeTreeData = this.#changes.event;
  readonly view: vscode.TreeView<TreeNode>;
  #tree: Promise<KeysTree> | undefined;

  constructor(private readonly load: () => Promise<KeysTree>) {
    super();
    this.view = this.register(
      vscode.window.createTreeView('byok.keys', {
        treeDataProvider: this,
        canSelectMany: true,
        showCollapseAll: true,
      }),
    );
  }

  async getChildren(parent?: TreeNode): Promise<TreeNode[]> {
    return (await this.#loaded()).getChildren(parent);
  }

  async getTreeItem(node: TreeNode): Promise<vscode.TreeItem> {
    return (await this.#loaded()).getTreeItem(node);
  }

  getParent({ parent }: TreeNode): TreeNode | undefined {
    return parent;
  }

  async resolveTreeItem(item: vscode.TreeItem, node: TreeNode): Promise<vscode.TreeItem> {
    return (await this.#loaded()).resolveTreeItem(item, node);
  }

  #loaded(): Promise<KeysTree> {
    this.#tree ??= this.load().then(tree => {
      this.register(tree.onDidChangeTreeData(nodes => this.#changes.fire(nodes)));
      return tree;
    });
    return this.#tree;
  }
}
