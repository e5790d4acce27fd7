import assert from 'node:assert/strict';
import { systemClock } from '../../src/api/clock';
import { createConfluentCloud } from '../../src/api/confluentCloud';
import type { ApiError } from '../../src/api/errors';
import { MovableClock } from '../../src/simulator/clock';
import { createDemo, type Demo } from '../../src/simulator/demo';
import { collect, outcomeOf } from '../api/testHttp';
import { start } from './ask';

const keyArn = 'arn:aws:kms:us-west-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';

describe('the demo', () => {
  const cloudOf = ({ endpoint, authorization, fetch }: Demo, authorize = authorization) =>
    createConfluentCloud({
      endpoint,
      authorize: () => Promise.resolve(authorize),
      fetch,
      clock: systemClock,
      userAgent: 'confluent-byok/test',
      timeout: () => 30_000,
    });

  it('answers everything that the extension asks, without a port', async () => {
    const sockets = () => process.getActiveResourcesInfo().filter(name => name.startsWith('TCP'));
    const before = sockets();
    const cloud = cloudOf(createDemo());
    const [page] = await collect(cloud.keys.pages({ provider: 'GCP' }));
    const key = await cloud.keys.create({ key: { kind: 'AwsKey', keyArn } });
    await cloud.keys.rename(key.id, 'new');
    const { displayName } = await cloud.keys.get(key.id);
    const quota = await cloud.quotas.byokKeys();
    await cloud.keys.delete(key.id);
    const environments = await cloud.environments.list();
    const clusters = await Promise.all(environments.map(({ id }) => cloud.clusters.list(id)));
    const organizations = await cloud.organizations.list();
    assert.deepEqual(
      {
        keys: page?.keys.length,
        displayName,
        quota,
        clusters: clusters.map(({ length }) => length),
        organizations: organizations.map(one => one.displayName),
        sockets: sockets(),
      },
      {
        keys: 4,
        displayName: 'new',
        quota: { id: 'byok.max_keys.per_org', limit: 20, usage: 19 },
        clusters: [1, 2, 7],
        organizations: ['Demo Organization'],
        sockets: before,
      },
    );
  });

  it('validates a new key after a while', async () => {
    const clock = new MovableClock(start);
    const { keys } = cloudOf(createDemo(clock));
    const { id } = await keys.create({ key: { kind: 'AwsKey', keyArn } });
    const seen: unknown[] = [];
    for (const seconds of [0, 14, 1]) {
      clock.advance(seconds * 1000);
      seen.push((await keys.get(id)).validation);
    }
    const waiting = { phase: 'INITIALIZING', message: undefined, since: start, region: undefined };
    assert.deepEqual(seen, [
      waiting,
      waiting,
      { phase: 'VALID', message: undefined, since: start + 15_000, region: 'us-west-2' },
    ]);
  });

  it('begins anew each time', async () => {
    await cloudOf(createDemo()).keys.delete('cck-3nd8s');
    assert.equal((await cloudOf(createDemo()).keys.get('cck-3nd8s')).displayName, 'clickstream-dev');
  });

  const refusals: readonly (readonly [
    what: string,
    authorization: string | undefined,
    id: string,
    kind: string,
  ])[] = [
    ['whoever has no key of its own', 'Basic bm86bm8=', 'cck-3nd8s', 'unauthenticated'],
    ['to delete a key in use', undefined, 'cck-7k2ma', 'conflict'],
    ['to tell whether an id exists', undefined, 'cck-00000', 'forbidden'],
  ];
  for (const [what, authorization, id, kind] of refusals) {
    it(`refuses ${what}, and names the request`, async () => {
      const { keys } = cloudOf(createDemo(), authorization);
      const error = (await outcomeOf(keys.delete(id))) as ApiError;
      assert.equal(error.kind, kind);
      assert.match(error.requestId ?? '', /^[0-9a-f-]{36}$/);
    });
  }
});
