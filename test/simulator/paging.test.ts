import assert from 'node:assert/strict';
import fc from 'fast-check';
import { organizationOf } from '../../src/simulator/organizationOf';
import type { Simulator } from '../../src/simulator/simulator';
import { ask, errorsOf, idsOf, nextOf, start } from './ask';
import { simulatorOf } from './simulatorOf';

async function pagesOf(
  simulator: Simulator,
  first: string,
  between: (page: number) => Promise<unknown> = async () => {},
) {
  const pages: (readonly string[])[] = [];
  let next: string | undefined = first;
  while (next !== undefined) {
    const { json } = await ask(simulator, `GET ${next}`);
    pages.push(idsOf(json));
    next = nextOf(json);
    await between(pages.length);
  }
  return pages;
}

describe('paging', () => {
  const organization = organizationOf(60, start);
  const newestFirst = organization.keys.map(key => key.id);

  it('gives every key once, newest first, for any size', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 100 }), async size => {
        const pages = await pagesOf(simulatorOf(organization).simulator, `/byok/v1/keys?page_size=${size}`);
        assert.deepEqual(pages.flat(), newestFirst);
        assert.ok(pages.slice(0, -1).every(page => page.length === size));
      }),
      { numRuns: 30 },
    );
  });

  it('loses and repeats no key while others are registered and deleted', async () => {
    const available = organization.keys.filter(
      key => !organization.clusters.some(({ keyId }) => keyId === key.id),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.subarray(available, { maxLength: 12 }),
        fc.integer({ min: 3, max: 20 }),
        async (doomed, size) => {
          const { simulator, clock } = simulatorOf(organization);
          const left = [...doomed];
          const pages = await pagesOf(simulator, `/byok/v1/keys?page_size=${size}`, async () => {
            clock.advance(1000);
            await ask(simulator, 'POST /byok/v1/keys', {
              body: { key: { kind: 'GcpKey', key_id: 'projects/p/locations/l/keyRings/r/cryptoKeys/k' } },
            });
            const victim = left.pop();
            if (victim !== undefined) await ask(simulator, `DELETE /byok/v1/keys/${victim.id}`);
          });
          const ids = pages.flat();
          const kept = newestFirst.filter(id => !doomed.some(key => key.id === id));
          assert.deepEqual(
            ids.filter(id => kept.includes(id)),
            kept,
          );
          assert.equal(new Set(ids).size, ids.length);
        },
      ),
      { numRuns: 20 },
    );
  });

  it('keeps filters and size behind the token alone, and ends with null', async () => {
    const { simulator } = simulatorOf();
    const first = await ask(simulator, 'GET /byok/v1/keys?provider=AWS&page_size=4');
    const next = new URL(nextOf(first.json) ?? '');
    const second = await ask(simulator, `GET ${next.pathname}${next.search}`);
    const third = await ask(simulator, `GET ${nextOf(second.json)}&page_size=1&provider=GCP`);
    assert.deepEqual([...next.searchParams.keys()], ['page_token']);
    assert.deepEqual(
      [first, second, third].map(({ json }) => idsOf(json).length),
      [4, 4, 2],
    );
    assert.deepEqual(third.json['metadata'], {
      first: 'https://api.confluent.cloud/byok/v1/keys',
      last: null,
      prev: null,
      next: null,
      total_size: 10,
    });
  });

  const lists: readonly [string, number][] = [
    ['/byok/v1/keys?', 100],
    ['/cmk/v2/clusters?environment=env-large&', 100],
    ['/org/v2/environments?', 100],
  ];
  for (const [list, maximum] of lists) {
    it(`of ${list} by 10, at most by ${maximum}`, async () => {
      const large = organizationOf(150, start, { environments: 150, clusters: 150 });
      const clusters = large.clusters.map(cluster => ({ ...cluster, environmentId: 'env-large' }));
      const environments = [
        { id: 'env-large', displayName: 'large', createdAt: start },
        ...large.environments,
      ];
      const { simulator } = simulatorOf({ ...large, clusters, environments });
      const lengths = [];
      for (const query of ['', 'page_size=100', 'page_size=101']) {
        lengths.push(idsOf((await ask(simulator, `GET ${list}${query}`)).json).length);
      }
      assert.deepEqual(lengths, [10, maximum, maximum]);
    });
  }

  const refused: readonly [string, string][] = [
    ['page_size=0', 'page_size'],
    ['page_size=-1', 'page_size'],
    ['page_size=1.5', 'page_size'],
    ['page_size=many', 'page_size'],
    ['page_size=101', 'page_size'],
    ['page_token=made-up', 'page_token'],
    ['page_token=', 'page_token'],
  ];
  for (const [query, parameter] of refused) {
    it(`refuses ${query}`, async () => {
      const { simulator } = simulatorOf({}, { overPageSize: 'reject' });
      const { status, json } = await ask(simulator, `GET /byok/v1/keys?${query}`);
      assert.deepEqual([status, errorsOf(json)[0]?.['source']], [400, { parameter }]);
    });
  }

  it('refuses the token of another list', async () => {
    const { simulator } = simulatorOf();
    const { json } = await ask(simulator, 'GET /byok/v1/keys?page_size=1');
    const token = new URL(nextOf(json) ?? '').search;
    assert.equal((await ask(simulator, `GET /org/v2/environments${token}`)).status, 400);
  });

  it('takes quotas by at most 200', async () => {
    const { simulator } = simulatorOf({}, { overPageSize: 'reject' });
    const statuses = [];
    for (const size of [200, 201]) {
      const { status } = await ask(
        simulator,
        `GET /service-quota/v1/applied-quotas?scope=ORGANIZATION&page_size=${size}`,
      );
      statuses.push(status);
    }
    assert.deepEqual(statuses, [200, 400]);
  });
});
