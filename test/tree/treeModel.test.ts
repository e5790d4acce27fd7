import assert from 'node:assert/strict';
import { noFilter } from '../../src/model/filter';
import type { ConnectionKeys } from '../../src/stores/keyStore';
import type { TreeNode } from '../../src/tree/nodes';
import type { TreeInput } from '../../src/tree/treeModel';
import type { TreeModel } from '../../src/tree/treeModel';
import { loadedKeys, someCluster, someKey } from '../factories';
import { modelOf } from './modelOf';

const keys = [
  someKey('k-zeta', { name: 'zeta', provider: 'Zeta', state: 'RETIRED', region: null }),
  someKey('k-gcp', { name: 'search', provider: 'GCP', region: 'us-central1' }),
  someKey('k-10', { name: 'orders 10', state: 'IN_USE' }),
  someKey('k-9', { name: 'Orders 9', state: 'IN_USE' }),
  someKey('k-none', { state: 'IN_USE', region: null }),
  someKey('k-azure', { name: 'crm', provider: 'Azure', region: null }),
];

const unreadable = { id: undefined, reason: 'no key object', raw: 1 };
const failed = new Error('failed');

/** The rows as text, one a line, indented by level; what is below a key is left out. */
function outline(model: TreeModel, parent?: TreeNode, indent = ''): readonly string[] {
  return model.children(parent).flatMap(node => {
    const below = node.type === 'key' ? [] : outline(model, node, `${indent}  `);
    return [indent + describeRow(node, model), ...below];
  });
}

function describeRow(node: TreeNode, model: TreeModel): string {
  switch (node.type) {
    case 'group':
      return `${node.value ?? 'none'} (${model.membersOf(node).length})`;
    case 'key':
      return node.keyId;
    case 'note':
      return `!${node.note}`;
    case 'cluster':
      return node.clusterId;
    case 'connection':
      return node.connectionId;
    default:
      return node.type;
  }
}

describe('TreeModel', () => {
  const one = loadedKeys('one', keys);
  const onlyGcp = { ...noFilter, providers: ['GCP'] };
  const nothing = { ...noFilter, text: 'no such key' };

  const cases: readonly (readonly [
    label: string,
    connections: Record<string, ConnectionKeys>,
    input: Partial<TreeInput>,
    rows: readonly string[],
  ])[] = [
    ['signed out', {}, {}, []],
    [
      'provider, state, key: known values first, names as people sort them, keys without a name last',
      { one },
      {},
      [
        'AWS (3)',
        '  IN_USE (3)',
        '    k-9',
        '    k-10',
        '    k-none',
        'Azure (1)',
        '  AVAILABLE (1)',
        '    k-azure',
        'GCP (1)',
        '  AVAILABLE (1)',
        '    k-gcp',
        'Zeta (1)',
        '  RETIRED (1)',
        '    k-zeta',
      ],
    ],
    [
      'by state',
      { one },
      { grouping: 'state' },
      [
        'IN_USE (3)',
        '  k-9',
        '  k-10',
        '  k-none',
        'AVAILABLE (2)',
        '  k-azure',
        '  k-gcp',
        'RETIRED (1)',
        '  k-zeta',
      ],
    ],
    [
      'by region',
      { one },
      { grouping: 'region' },
      [
        'eu-west-1 (2)',
        '  k-9',
        '  k-10',
        'nowhere (1)',
        '  k-none',
        'us-central1 (1)',
        '  k-gcp',
        'none (2)',
        '  k-azure',
        '  k-zeta',
      ],
    ],
    ['in one list', { one }, { grouping: 'none' }, ['k-azure', 'k-9', 'k-10', 'k-gcp', 'k-zeta', 'k-none']],
    ['filtered', { one }, { filter: onlyGcp }, ['GCP (1)', '  AVAILABLE (1)', '    k-gcp']],
    ['nothing to show: the view says why', { one: loadedKeys('one', []) }, {}, []],
    ['everything filtered out: the view says so', { one }, { filter: nothing }, []],
    [
      'a first refresh that failed: the view says so',
      { one: loadedKeys('one', [], { failure: failed, loadedAt: undefined }) },
      {},
      [],
    ],
    [
      'a refresh that failed, above the keys of before',
      { one: loadedKeys('one', keys.slice(1, 2), { failure: failed }) },
      { grouping: 'none' },
      ['!failure', 'k-gcp'],
    ],
    [
      'items that cannot be read hide no other',
      { one: loadedKeys('one', keys.slice(1, 2), { unreadable: [unreadable, unreadable] }) },
      { grouping: 'none' },
      ['k-gcp', 'unreadable', 'unreadable'],
    ],
    [
      'several connections, each with its own state',
      {
        one: loadedKeys('one', keys.slice(1, 2)),
        empty: loadedKeys('empty', []),
        loading: loadedKeys('loading', [], { loadedAt: undefined, isLoading: true }),
        again: loadedKeys('again', [], { isLoading: true }),
        failed: loadedKeys('failed', [], { failure: failed }),
      },
      { grouping: 'none' },
      ['one', '  k-gcp', 'empty', '  !empty', 'loading', 'again', 'failed', '  !failure'],
    ],
    [
      'several connections, one filtered out',
      { one, two: loadedKeys('two', [someKey('k-2')]) },
      { grouping: 'none', filter: onlyGcp },
      ['one', '  k-gcp', 'two', '  !noMatch'],
    ],
    [
      'clusters that are older than the API',
      { one: loadedKeys('one', keys.slice(1, 2)) },
      {
        grouping: 'none',
        clustersOf: () => ({
          environments: [],
          closed: [],
          clusters: [someCluster('lkc-old', { legacyEncryptionKey: 'arn:aws:kms:eu-west-1:1:key/x' })],
          loadedAt: 1,
        }),
      },
      ['k-gcp', 'legacy', '  lkc-old'],
    ],
  ];
  for (const [label, connections, input, rows] of cases) {
    it(label, () => assert.deepEqual(outline(modelOf(connections, input)), rows));
  }
});

describe('TreeModel, below a key', () => {
  const key = someKey('k-1', { state: 'IN_USE', region: 'eu-west-1' });
  const arn = 'arn:aws:kms:eu-west-1:111122223333:key/k-1';
  const seen = (...clusters: readonly ReturnType<typeof someCluster>[]): Partial<TreeInput> => ({
    clustersOf: () => ({ environments: [], closed: [], clusters, loadedAt: 1 }),
  });

  const cases: readonly (readonly [label: string, input: Partial<TreeInput>, rows: readonly string[]])[] = [
    ['nobody asked for clusters yet', {}, ['!clustersLoading']],
    ['they could not be listed', { clustersFailed: () => true }, ['!clustersFailed']],
    ['none uses the key', seen(someCluster('lkc-1', { keyId: 'k-2' })), ['!noCluster']],
    ['one uses it', seen(someCluster('lkc-1', { keyId: 'k-1' })), ['lkc-1']],
    [
      'one from before the API names the same key in its cloud',
      seen(someCluster('lkc-1', { keyId: 'k-1' }), someCluster('lkc-0', { legacyEncryptionKey: arn })),
      ['lkc-1', 'lkc-0'],
    ],
  ];
  for (const [label, input, rows] of cases) {
    it(label, () => {
      const model = modelOf({ one: loadedKeys('one', [key]) }, { ...input, grouping: 'none' });
      assert.deepEqual(outline(model, model.children(undefined)[0]), rows);
    });
  }
});
