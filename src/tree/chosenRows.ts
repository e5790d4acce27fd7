import * as vscode from 'vscode';

/**
 * The rows that a key binding means, as in VS Code's own explorer: the selected ones when the focus is among them, or
 * else the one that has the focus. The arrow keys move the focus and select nothing, and an extension is told what is
 * selected alone: so the row with the focus is the one whose selection toggles. It is toggled back.
 */
export async function chosenRows<Row>(
  view: Pick<vscode.TreeView<Row>, 'selection'>,
): Promise<readonly Row[]> {
  const before = view.selection;
  await toggle();
  const [focused] = view.selection.filter(row => !before.includes(row));
  await toggle();
  return focused === undefined ? before : [focused];
}

async function toggle(): Promise<void> {
  await vscode.commands.executeCommand('list.toggleSelection');
}
