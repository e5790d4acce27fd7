import assert from 'node:assert/strict';
import type { DeletionRisk, FoundOut } from '../../src/model/deletion';
import { deletionRisk, holdTime } from '../../src/model/deletion';
import type { SeenClusters } from '../../src/model/usage';
import { someCluster, someKey } from '../factories';

const now = Date.parse('2026-03-10T12:00:00Z');
const hour = 3_600_000;

const seenWith = (...keyIds: readonly string[]): SeenClusters => ({
  environments: [{ id: 'env-1', displayName: undefined }],
  closed: [],
  clusters: keyIds.map(keyId => someCluster(`lkc-of-${keyId}`, { keyId })),
  loadedAt: now,
});

const cases: readonly (readonly [
  label: string,
  state: string,
  found: Partial<FoundOut>,
  risk: {
    readonly isRisky: boolean;
    readonly clusters?: readonly string[];
    readonly unseenUse?: DeletionRisk['unseenUse'];
  },
])[] = [
  ['available, and no cluster has it', 'AVAILABLE', {}, { isRisky: false }],
  ['available, and the clusters could not be listed', 'AVAILABLE', { seen: undefined }, { isRisky: false }],
  ['available as it was, not as it is', 'AVAILABLE', { isFresh: false }, { isRisky: true }],
  [
    'said to be available, but a cluster has it',
    'AVAILABLE',
    { seen: seenWith('k') },
    { isRisky: true, clusters: ['lkc-of-k'] },
  ],
  ['in use by a cluster', 'IN_USE', { seen: seenWith('k') }, { isRisky: true, clusters: ['lkc-of-k'] }],
  ['in use, and the clusters could not be listed', 'IN_USE', { seen: undefined }, { isRisky: true }],
  [
    'in use by none that is seen, for the first time',
    'IN_USE',
    { seen: seenWith('other') },
    { isRisky: true, unseenUse: { since: undefined, heldUntil: undefined, hasCluster: false } },
  ],
  [
    'in use by none that is seen, for less than five days',
    'IN_USE',
    { heldSince: now - hour },
    { isRisky: true, unseenUse: { since: now - hour, heldUntil: now - hour + holdTime, hasCluster: false } },
  ],
  [
    'in use by none that is seen, for longer than any hold',
    'IN_USE',
    { heldSince: now - holdTime },
    { isRisky: true, unseenUse: { since: now - holdTime, heldUntil: undefined, hasCluster: true } },
  ],
  ['in a state that came later', 'SUSPENDED', {}, { isRisky: true }],
];

describe('deletionRisk', () => {
  for (const [label, state, found, { isRisky, clusters = [], unseenUse }] of cases) {
    it(`${isRisky ? 'asks for the id' : 'asks for a button'}: ${label}`, () => {
      const facts: FoundOut = { seen: seenWith(), heldSince: undefined, isFresh: true, ...found };
      const risk = deletionRisk(someKey('k', { state }), facts, now);
      assert.deepEqual(
        { ...risk, key: risk.key.id, clusters: risk.clusters.map(({ id }) => id) },
        { key: 'k', clusters, unseenUse, isRisky },
      );
    });
  }
});
