import assert from 'node:assert/strict';
import type { JsonObject } from '../../src/model/json';
import { cloudIdentifier } from '../../src/model/key';
import { demoOrganization } from '../../src/simulator/demoOrganization';
import { organizationOf } from '../../src/simulator/organizationOf';
import { ask, dataOf, start } from './ask';
import { simulatorOf } from './simulatorOf';

describe('the demo organization', () => {
  const { keys, clusters, environments, keyLimit } = demoOrganization(start);

  it('has keys of three clouds in every state and phase', async () => {
    const { json } = await ask(simulatorOf().simulator, 'GET /byok/v1/keys?page_size=100');
    const counts: Record<string, number> = {};
    for (const { provider, state, validation } of dataOf(json)) {
      const name = [provider, state, (validation as JsonObject)['phase']].join(' ');
      counts[name] = (counts[name] ?? 0) + 1;
    }
    assert.deepEqual(counts, {
      'AWS IN_USE VALID': 4,
      'AWS IN_USE INVALID': 1,
      'AWS AVAILABLE VALID': 4,
      'AWS AVAILABLE INVALID': 1,
      'Azure IN_USE VALID': 2,
      'Azure AVAILABLE INITIALIZING': 1,
      'Azure AVAILABLE INVALID': 1,
      'GCP IN_USE VALID': 1,
      'GCP AVAILABLE VALID': 2,
      'GCP AVAILABLE INITIALIZING': 1,
    });
  });

  it('has what goes wrong in real ones', () => {
    const hour = 60 * 60 * 1000;
    const day = 24 * hour;
    const identifiers = keys.map(key => cloudIdentifier(key.cloudKey) ?? '');
    const keyOf = (id: string | undefined) => keys.find(key => key.id === id);
    const used = new Set(clusters.map(cluster => cluster.keyId));
    const ids = (pick: (key: (typeof keys)[number]) => boolean) => keys.filter(pick).map(key => key.id);
    assert.deepEqual(
      {
        unnamed: ids(key => key.displayName === undefined),
        longName: ids(key => (key.displayName?.length ?? 0) > 200),
        registeredTwice: ids(
          key => identifiers.filter(one => one === cloudIdentifier(key.cloudKey)).length > 1,
        ),
        invalidInUse: ids(key => key.validation.phase === 'INVALID' && used.has(key.id)),
        waitingForLong: ids(key => key.validation.phase === 'INITIALIZING' && key.createdAt < start - hour),
        oldAndUnused: ids(key => key.createdAt < start - 365 * day && !used.has(key.id)),
        multiRegion: ids(key => /mrk-|locations\/europe\//.test(cloudIdentifier(key.cloudKey) ?? '')),
        otherRegion: clusters
          .filter(cluster => (keyOf(cluster.keyId)?.region ?? cluster.region) !== cluster.region)
          .map(({ id }) => id),
        legacy: clusters.filter(cluster => cluster.legacyEncryptionKey !== undefined).map(({ id }) => id),
        environments: environments.length,
        quota: [keys.length, keyLimit],
      },
      {
        unnamed: ['cck-x5r1t'],
        longName: ['cck-k6q3e'],
        registeredTwice: ['cck-e6j4u', 'cck-z2k7y'],
        invalidInUse: ['cck-b0v6h'],
        waitingForLong: ['cck-v1c8k'],
        // The second one is held: its cluster was deleted two days ago.
        oldAndUnused: ['cck-3nd8s', 'cck-h3t5q'],
        multiRegion: ['cck-m9w2c', 'cck-d2l9j'],
        otherRegion: ['lkc-6i3nv'],
        legacy: ['lkc-8l5gy'],
        environments: 3,
        quota: [18, 20],
      },
    );
  });

  it('keeps to itself: every cluster has its environment and key, every key its own id', () => {
    const keyIds = new Set(keys.map(key => key.id));
    const environmentIds = new Set(environments.map(({ id }) => id));
    const strays = clusters.filter(
      ({ keyId, environmentId }) =>
        !environmentIds.has(environmentId) || (keyId !== undefined && !keyIds.has(keyId)),
    );
    assert.deepEqual([strays, keyIds.size], [[], keys.length]);
  });
});

describe('organizationOf', () => {
  it('makes the same 10,000 keys each time, with ids of their own', () => {
    const organization = organizationOf(10_000, start, { environments: 50, clusters: 500 });
    const ids = new Set(organization.keys.map(key => key.id));
    const used = new Set(organization.clusters.map(cluster => cluster.keyId));
    assert.deepEqual([ids.size, used.size, organization.environments.length], [10_000, 500, 50]);
    assert.ok([...ids].every(id => /^cck-[0-9a-z]{5}$/.test(id)));
    assert.deepEqual(organizationOf(10_000, start, { environments: 50, clusters: 500 }), organization);
  });
});
