import assert from 'node:assert/strict';
import { keyHover } from '../../../src/hover/keyHover';
import type { HoverParts } from '../../../src/hover/hoverParts';
import { findingsOf } from '../../../src/model/findings/findingsOf';
import { overviewState } from '../../../src/panels/overview/overviewState';
import { firstLook } from '../../../src/panels/protocol/overview';
import { loadedKeys, someCluster, someConnection, someKey } from '../../factories';
import { report } from './report';
import { timeOf } from './timeOf';

const keyCount = 10_000;
const hour = 60 * 60 * 1000;
const providers = ['AWS', 'Azure', 'GCP'];
const regions = ['eu-west-1', 'us-east-1', 'europe-west1', 'westeurope', 'ap-southeast-2'];

const now = Date.now();
const connection = someConnection('a');
const keys = Array.from({ length: keyCount }, (_, index) =>
  someKey(`cck-${index}`, {
    name: index % 7 === 0 ? undefined : `key ${index}`,
    provider: providers[index % providers.length] ?? '',
    state: index % 2 === 0 ? 'AVAILABLE' : 'IN_USE',
    phase: index % 11 === 0 ? 'INVALID' : 'VALID',
    region: regions[index % regions.length] ?? '',
    createdAt: new Date(now - index * hour).toISOString(),
  }),
);
const clusters = Array.from({ length: keyCount / 2 }, (_, index) =>
  someCluster(`lkc-${index}`, { keyId: `cck-${2 * index + 1}`, displayName: `cluster ${index}` }),
);
const seen = { environments: [{ id: 'env-1', displayName: 'prod' }], closed: [], clusters, loadedAt: now };

/** What grows with the number of keys, at once and in one go. */
describe('bench: pure', () => {
  it('is timed for the overview', () => {
    const draw = () => {
      const { findings: open, broken } = findingsOf({
        keys,
        unreadable: [],
        clusters: seen,
        quota: undefined,
        now,
        staleAfterDays: 90,
        heldSince: () => undefined,
        stateSince: () => undefined,
      });
      return overviewState({
        organizations: [
          {
            connection,
            keys: loadedKeys(connection.id, keys),
            clusters: { seen, failure: undefined },
            quota: undefined,
            findings: { open, muted: [], broken, skipped: [] },
          },
        ],
        look: firstLook,
        isBusy: false,
        isListing: false,
        now,
      });
    };
    assert.ok(draw().charts);
    report({
      measure: 'compute the overview of 10,000 keys and 5,000 clusters',
      value: timeOf(1, draw),
      unit: 'ms',
      limit: { atMost: 50 },
      note: 'with all findings, from nothing',
    });
  }).timeout(60_000);

  it('is timed for a hover', () => {
    const parts = {
      connections: { list: () => [connection] },
      store: { of: () => loadedKeys(connection.id, keys) },
      clusters: { of: () => seen },
    } as unknown as HoverParts;
    const half = 'kms_key_id = "none" '.repeat(25_000);
    const line = `${half}cck-${keyCount - 1} ${half}`;
    const hover = () => keyHover(line, 0, half.length + 2, parts);
    assert.ok(hover());
    report({
      measure: 'hover in a line of 1 MB, 10,000 keys',
      value: timeOf(20, hover),
      unit: 'ms',
      limit: { atMost: 2 },
    });
  }).timeout(60_000);
});
