import assert from 'node:assert/strict';
import { mock } from 'node:test';
import * as vscode from 'vscode';
import type { Key } from '../../src/model/key';
import { KeysTree } from '../../src/tree/keysTree';
import type { TreeNode } from '../../src/tree/nodes';
import type { TreeInput } from '../../src/tree/treeModel';
import type { KeyParts } from '../factories';
import { loadedKeys, someConnection, someKey } from '../factories';
import { noNeeds } from '../fakes/noNeeds';
import { modelOf } from '../tree/modelOf';

const modelWith = (keys: readonly Key[], input: Partial<TreeInput> = {}) =>
  modelOf({ one: loadedKeys('one', keys) }, input);

const keys = [
  someKey('a', { name: 'a', state: 'IN_USE' }),
  someKey('b', { name: 'b', state: 'IN_USE' }),
  someKey('c', { name: 'c', provider: 'GCP' }),
];

/** A tree that is shown with everything open, and the ids of the rows that it fired since; '' is the root. */
function openTree(model: ReturnType<typeof modelOf>) {
  const tree = new KeysTree(model, noNeeds);
  const fired: string[] = [];
  tree.onDidChangeTreeData(nodes => fired.push(...(nodes?.map(({ id }) => id) ?? [''])));
  const open = (parent?: TreeNode): readonly TreeNode[] =>
    tree.getChildren(parent).flatMap(node => {
      tree.getTreeItem(node);
      return [node, ...(node.type === 'key' ? [] : open(node))];
    });
  return { tree, fired, rows: open(), open };
}

const invalid = someKey('b', { name: 'b', state: 'IN_USE', phase: 'INVALID' });

describe('KeysTree', () => {
  const changes: readonly (readonly [label: string, after: readonly Key[], fired: readonly string[]])[] = [
    ['nothing', keys, []],
    [
      'the same in new objects',
      keys.map(key => ({ ...key })),
      [
        'c/one/provider=AWS/state=IN_USE/a',
        'c/one/provider=AWS/state=IN_USE/b',
        'c/one/provider=GCP/state=AVAILABLE/c',
      ],
    ],
    ['another order of the service', [...keys].reverse(), []],
    [
      'one key, renamed',
      [keys[0], someKey('b', { name: 'b2', state: 'IN_USE' }), keys[2]].filter(key => key !== undefined),
      ['c/one/provider=AWS/state=IN_USE/b'],
    ],
    [
      'one key, invalid now, which its groups count',
      [keys[0], invalid, keys[2]].filter(key => key !== undefined),
      ['c/one/provider=AWS'],
    ],
    ['one more in a group', [...keys, someKey('d', { state: 'IN_USE' })], ['c/one/provider=AWS']],
    ['one less in a group', keys.slice(1), ['c/one/provider=AWS']],
    ['a provider more', [...keys, someKey('d', { provider: 'Azure' })], ['']],
    ['a provider less', keys.slice(0, 2), ['']],
    ['no key any more', [], ['']],
  ];
  for (const [label, after, expected] of changes) {
    it(`touches the smallest part: ${label}`, () => {
      const { tree, fired } = openTree(modelWith(keys));
      tree.show(modelWith(after));
      assert.deepEqual(fired, expected);
      tree.dispose();
    });
  }

  const contexts: readonly (readonly [label: string, parts: KeyParts, isWatched: boolean, words: string])[] =
    [
      ['is waited for', { phase: 'INITIALIZING' }, true, 'watched'],
      ['is waited for, and valid as of now', {}, true, 'watched'],
      ['is invalid', { phase: 'INVALID' }, false, 'watchable'],
      ['waits for access', { phase: 'INITIALIZING' }, false, 'watchable'],
      ['is valid', {}, false, ''],
      ['no service validates', { phase: null }, false, ''],
    ];
  for (const [label, parts, isWatched, words] of contexts) {
    it(`says in the row of a key whether waiting can begin or end: one that ${label}`, () => {
      const model = modelWith([someKey('a', parts)], { grouping: 'none', isWatched: () => isWatched });
      const { tree, rows } = openTree(model);
      const [row = assert.fail('There is no row.')] = rows;
      const context = tree.getTreeItem(row).contextValue?.split(' ') ?? [];
      assert.equal(context.filter(word => word.startsWith('watch')).join(' '), words);
      tree.dispose();
    });
  }

  it('touches the row of a key alone when waiting for it begins and ends, and none for what others wait for', () => {
    const watching = (...ids: readonly string[]) =>
      modelWith(keys, { isWatched: (connectionId, id) => ids.includes(`${connectionId}/${id}`) });
    const { tree, fired, open } = openTree(watching('one/gone'));
    const row = 'c/one/provider=AWS/state=IN_USE/b';
    tree.show(watching('two/b'));
    assert.deepEqual(fired, []);
    tree.show(watching('two/b', 'one/b'));
    assert.deepEqual(fired, [row]);
    open();
    tree.show(watching('one/b'));
    assert.deepEqual(fired, [row]);
    tree.show(watching());
    assert.deepEqual(fired, [row, row]);
    tree.dispose();
  });

  it('fires nothing before VS Code has asked for anything', () => {
    const tree = new KeysTree(modelWith([]), noNeeds);
    const fired: unknown[] = [];
    tree.onDidChangeTreeData(nodes => fired.push(nodes));
    tree.show(modelWith(keys));
    assert.deepEqual(fired, []);
    tree.dispose();
  });

  it('touches the row of an organization when its quota or its API key is another', () => {
    const two = someConnection('two');
    const organizations = {
      a: someConnection('one', { apiKeyId: 'A' }),
      b: someConnection('one', { apiKeyId: 'B' }),
    };
    // While the keys are not known, the quota's own count is shown.
    const waiting = {
      one: loadedKeys('one', [], { loadedAt: undefined }),
      two: loadedKeys('two', [], { loadedAt: undefined }),
    };
    const model = (one: keyof typeof organizations, usage: number) =>
      modelOf(waiting, {
        connections: [organizations[one], two],
        quotaOf: id => (id === 'one' ? { id: 'byok', limit: 20, usage } : undefined),
      });
    const { tree, fired } = openTree(model('a', 1));
    tree.show(model('a', 1));
    assert.deepEqual(fired, []);
    tree.show(model('a', 2));
    assert.deepEqual(fired, ['c/one']);
    const [row, unknown] = tree.getChildren();
    assert.equal(row && tree.getTreeItem(row).description, '2 of 20 keys');
    assert.ok(unknown);
    const { description, accessibilityInformation } = tree.getTreeItem(unknown);
    assert.deepEqual([description, accessibilityInformation?.label], ['', 'TWO, organization']);
    tree.show(model('b', 2));
    assert.deepEqual(fired, ['c/one', 'c/one']);
    tree.dispose();
  });

  it('touches the row of a key when what it says of its age is out of date', () => {
    const now = Date.parse('2026-03-01T12:00:00Z');
    const at = mock.method(Date, 'now', () => now);
    try {
      const young = someKey('a', { createdAt: '2026-03-01T12:00:00Z' });
      const { tree, fired, rows } = openTree(modelWith([young]));
      const row = rows.at(-1);
      at.mock.mockImplementation(() => now + 59_000);
      tree.show(modelWith([young]));
      assert.deepEqual(fired, []);
      at.mock.mockImplementation(() => now + 3 * 3_600_000);
      tree.show(modelWith([young]));
      assert.deepEqual(fired, [row?.id]);
      assert.match(String(row && tree.getTreeItem(row).description), /3 hours ago$/);
      tree.dispose();
    } finally {
      at.mock.restore();
    }
  });

  it('gives a row that stays as the same object, with the same id', () => {
    const { tree, rows, open } = openTree(modelWith(keys, { grouping: 'state' }));
    tree.show(modelWith([...keys, someKey('d', { state: 'IN_USE' })], { grouping: 'state' }));
    const again = open();
    assert.deepEqual(
      rows.filter(row => !again.includes(row)).map(({ id }) => id),
      [],
    );
    tree.dispose();
  });

  it('knows the parent of every row', () => {
    const { tree, rows } = openTree(modelWith(keys));
    for (const row of rows) {
      const siblings = tree.getChildren(row.parent);
      assert.ok(siblings.includes(row), row.id);
    }
    tree.dispose();
  });

  it('gives rows as the user left them, where they can be opened at all', () => {
    const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;
    const tree = new KeysTree(modelWith(keys), {
      ...noNeeds,
      isOpen: ({ id }) => (id.endsWith('AWS') ? false : id.includes('GCP') ? true : undefined),
    });
    const states = (rows: readonly TreeNode[]): readonly unknown[] =>
      rows.flatMap(row => [tree.getTreeItem(row).collapsibleState, ...states(tree.getChildren(row))]);
    assert.deepEqual(
      tree.getChildren().map(row => states([row])),
      [
        // AWS, In use, a, its clusters, b, its clusters
        [Collapsed, Expanded, Collapsed, None, Collapsed, None],
        // Google Cloud, Available, c
        [Expanded, Expanded, None, None],
      ],
    );
    tree.dispose();
  });

  it('touches the row that tells of no cluster when other environments were looked at', () => {
    const environments = [{ id: 'env-1', displayName: undefined }];
    const seenWith = (closed: typeof environments) => ({
      clustersOf: () => ({ environments, closed, clusters: [], loadedAt: 1 }),
    });
    const tree = new KeysTree(modelWith(keys, { grouping: 'none', ...seenWith([]) }), noNeeds);
    const fired: (string | undefined)[] = [];
    tree.onDidChangeTreeData(nodes => fired.push(...(nodes?.map(({ id }) => id) ?? [''])));
    const [row] = tree.getChildren();
    const [note] = tree.getChildren(row);
    assert.ok(note);
    assert.equal(tree.getTreeItem(note).description, 'environments looked at: 1');
    tree.show(modelWith(keys, { grouping: 'none', ...seenWith([]) }));
    assert.deepEqual(fired, []);
    tree.show(modelWith(keys, { grouping: 'none', ...seenWith(environments) }));
    assert.deepEqual(fired, [note.id]);
    assert.equal(tree.getTreeItem(note).description, 'environments looked at: 0 of 1');
    tree.dispose();
  });

  it('asks for clusters only when a key is opened', () => {
    const asked: string[] = [];
    const tree = new KeysTree(modelWith(keys, { grouping: 'none' }), {
      ...noNeeds,
      clusters: id => asked.push(id),
    });
    const [row] = tree.getChildren();
    assert.deepEqual(asked, []);
    tree.getChildren(row);
    assert.deepEqual(asked, ['one']);
    tree.dispose();
  });
});

describe('KeysTree, with more keys than anybody reads', () => {
  const many = Array.from({ length: 450 }, (_, index) => someKey(`k${index}`, { name: `key ${index}` }));
  const sizes = (tree: KeysTree): readonly [number, TreeNode['type'] | undefined] => {
    const rows = tree.getChildren();
    return [rows.length, rows.at(-1)?.type];
  };

  it('shows 200 at a time', () => {
    const { tree, fired } = openTree(modelWith(many, { grouping: 'none' }));
    const seen = [sizes(tree)];
    tree.showMore(undefined);
    seen.push(sizes(tree));
    tree.showMore(undefined);
    seen.push(sizes(tree));
    assert.deepEqual(seen, [
      [201, 'more'],
      [401, 'more'],
      [450, 'key'],
    ]);
    assert.deepEqual(fired, ['', '']);
    tree.dispose();
  });

  it('opens as far as a key that is looked for', () => {
    const { tree } = openTree(modelWith(many, { grouping: 'none' }));
    const row = tree.rowOf('one', 'k250');
    assert.ok(tree.getChildren().some(({ id }) => id === row?.id));
    assert.deepEqual(sizes(tree), [401, 'more']);
    assert.equal(tree.rowOf('one', 'nothing'), undefined);
    tree.dispose();
  });
});
