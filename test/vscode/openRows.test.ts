import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { TreeNode } from '../../src/tree/nodes';
import { OpenRows } from '../../src/tree/openRows';
import { FakeMemento } from '../fakes/fakeMemento';

const row = (id: string): TreeNode => ({ type: 'legacy', id, connectionId: 'one', parent: undefined });

/** A view that is only opened and closed. */
function openView(memento: FakeMemento) {
  const expanded = new vscode.EventEmitter<vscode.TreeViewExpansionEvent<TreeNode>>();
  const collapsed = new vscode.EventEmitter<vscode.TreeViewExpansionEvent<TreeNode>>();
  const rows = new OpenRows(memento);
  rows.follow({ onDidExpandElement: expanded.event, onDidCollapseElement: collapsed.event });
  return {
    open: (id: string): void => expanded.fire({ element: row(id) }),
    close: (id: string): void => collapsed.fire({ element: row(id) }),
    isOpen: (...ids: readonly string[]) => ids.map(id => rows.isOpen(row(id))),
  };
}

describe('OpenRows', () => {
  it('knows after a reload what was opened and closed last, and of no other row', () => {
    const memento = new FakeMemento();
    const before = openView(memento);
    before.open('a');
    before.close('b');
    before.close('c');
    before.open('c');
    const after = openView(memento);
    assert.deepEqual(after.isOpen('a', 'b', 'c', 'd'), [true, false, true, undefined]);
  });

  it('remembers the last three hundred', () => {
    const memento = new FakeMemento();
    const { open } = openView(memento);
    for (let index = 0; index < 310; index++) open(`row ${index}`);
    open('row 10');
    open('one more');
    const { isOpen } = openView(memento);
    assert.deepEqual(isOpen('row 10', 'row 11', 'row 12', 'one more'), [true, undefined, true, true]);
  });
});
