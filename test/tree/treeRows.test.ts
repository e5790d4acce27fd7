import fc from 'fast-check';
import assert from 'node:assert/strict';
import type { Grouping } from '../../src/model/grouping';
import type { Key } from '../../src/model/key';
import type { TreeNode } from '../../src/tree/nodes';
import type { TreeModel } from '../../src/tree/treeModel';
import { loadedKeys, someKey } from '../factories';
import { modelOf } from './modelOf';

describe('the rows of a TreeModel', () => {
  it('has a row of its own, under a parent that has it, for every id', () => {
    const someKeys = fc.uniqueArray(
      fc.record({
        id: fc.stringMatching(/^cck-[a-c]{1,3}$/),
        provider: fc.constantFrom('AWS', 'Azure', 'GCP', 'state=IN_USE'),
        state: fc.constantFrom('IN_USE', 'AVAILABLE', 'other'),
        region: fc.constantFrom('eu-west-1', null),
      }),
      { selector: ({ id }) => id },
    );
    const grouping = fc.constantFrom<Grouping>('providerAndState', 'state', 'region', 'none');
    fc.assert(
      fc.property(someKeys, someKeys, grouping, (first, second, chosen) => {
        const keysIn = (list: typeof first): readonly Key[] =>
          list.map(({ id, ...parts }) => someKey(id, parts));
        const connections = { one: loadedKeys('one', keysIn(first)), two: loadedKeys('two', keysIn(second)) };
        const model = modelOf(connections, { grouping: chosen });
        const all = rowsBelow(model, undefined);
        const ids = all.map(({ id }) => id);
        assert.equal(new Set(ids).size, ids.length);
        assert.equal(all.filter(({ type }) => type === 'key').length, first.length + second.length);
        for (const node of all) assert.ok(model.children(node.parent).some(({ id }) => id === node.id));
        for (const { id } of first) assert.equal(keyAtEnd(model.pathTo('one', id)), id);
        assert.equal(model.pathTo('one', 'cck-gone'), undefined);
      }),
      { numRuns: 200 },
    );
  });
});

function rowsBelow(model: TreeModel, parent: TreeNode | undefined): readonly TreeNode[] {
  return model
    .children(parent)
    .flatMap(node => (node.type === 'key' ? [node] : [node, ...rowsBelow(model, node)]));
}

function keyAtEnd(path: readonly TreeNode[] | undefined): string | undefined {
  const last = path?.at(-1);
  return last?.type === 'key' ? last.keyId : undefined;
}
