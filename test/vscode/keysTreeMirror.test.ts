import fc from 'fast-check';
import assert from 'node:assert/strict';
import type * as vscode from 'vscode';
import { noFilter } from '../../src/model/filter';
import type { Grouping } from '../../src/model/grouping';
import { KeysTree } from '../../src/tree/keysTree';
import type { TreeNode } from '../../src/tree/nodes';
import type { TreeModel } from '../../src/tree/treeModel';
import { loadedKeys, someKey } from '../factories';
import { noNeeds } from '../fakes/noNeeds';
import { modelOf } from '../tree/modelOf';

/** What VS Code keeps of a tree: it asks anew for what is fired, and for nothing else. */
class Mirror {
  readonly #tree: KeysTree;
  readonly #children = new Map<string, readonly TreeNode[]>();
  readonly #labels = new Map<string, string>();

  constructor(model: TreeModel) {
    this.#tree = new KeysTree(model, noNeeds);
    this.#fetch(undefined);
    this.#tree.onDidChangeTreeData(nodes => {
      for (const node of nodes ?? [undefined]) this.#fetch(node);
    });
  }

  show(model: TreeModel): void {
    this.#tree.show(model);
  }

  lines(parent?: TreeNode, indent = ''): readonly string[] {
    const rows = this.#children.get(parent?.id ?? '') ?? [];
    return rows.flatMap(row => [`${indent}${this.#labels.get(row.id)}`, ...this.lines(row, `${indent}  `)]);
  }

  #fetch(node: TreeNode | undefined): void {
    if (node) this.#labels.set(node.id, textOf(this.#tree.getTreeItem(node)));
    if (node?.type === 'key') return;
    const rows = this.#tree.getChildren(node);
    this.#children.set(node?.id ?? '', rows);
    for (const row of rows) this.#fetch(row);
  }
}

function textOf(item: vscode.TreeItem): string {
  const { label, description, id, accessibilityInformation, contextValue } = item;
  return JSON.stringify([id, label, description, accessibilityInformation?.label, contextValue]);
}

const key = fc.record({
  id: fc.constantFrom('k1', 'k2', 'k3', 'k4', 'k5'),
  name: fc.constantFrom(undefined, 'a', 'b', 'c'),
  provider: fc.constantFrom('AWS', 'GCP'),
  state: fc.constantFrom('IN_USE', 'AVAILABLE'),
  phase: fc.constantFrom('VALID', 'INVALID'),
});

const moment = fc.record({
  keys: fc.uniqueArray(key, { selector: ({ id }) => id }),
  others: fc.uniqueArray(key, { selector: ({ id }) => id, maxLength: 2 }),
  connections: fc.constantFrom(1, 2),
  grouping: fc.constantFrom<Grouping>('providerAndState', 'state', 'region', 'none'),
  failure: fc.constantFrom(undefined, new Error('failed')),
  isFiltered: fc.boolean(),
  watched: fc.subarray(['k1', 'k2', 'k3']),
  quota: fc.constantFrom(undefined, 20, 50),
});

describe('KeysTree, beside what VS Code keeps', () => {
  it('leaves no row out of date, whatever changes into whatever', () => {
    const model = (now: typeof moment extends fc.Arbitrary<infer T> ? T : never): TreeModel => {
      const make = (list: typeof now.keys) => list.map(({ id, ...parts }) => someKey(id, parts));
      const one = loadedKeys('one', make(now.keys), { failure: now.failure });
      const two = loadedKeys('two', make(now.others));
      const filter = now.isFiltered ? { ...noFilter, providers: ['AWS'] } : noFilter;
      const { grouping, quota } = now;
      return modelOf(now.connections === 1 ? { one } : { one, two }, {
        grouping,
        filter,
        quotaOf: () => (quota === undefined ? undefined : { id: 'byok', limit: quota, usage: undefined }),
        isWatched: (connectionId, keyId) => connectionId === 'one' && now.watched.includes(keyId),
      });
    };
    fc.assert(
      fc.property(fc.array(moment, { minLength: 2, maxLength: 6 }), ([first, ...rest]) => {
        if (!first) return;
        const mirror = new Mirror(model(first));
        for (const next of rest) {
          mirror.show(model(next));
          assert.deepEqual(mirror.lines(), new Mirror(model(next)).lines());
        }
      }),
      { numRuns: 200 },
    );
  });
});
