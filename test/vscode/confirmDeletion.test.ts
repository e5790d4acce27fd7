import assert from 'node:assert/strict';
import type { LookedAt, ToDelete } from '../../src/flows/confirmDeletion';
import { deletionDetail } from '../../src/flows/confirmDeletion';
import type { FoundOut } from '../../src/model/deletion';
import { deletionRisk } from '../../src/model/deletion';
import type { Key } from '../../src/model/key';
import { dateTime } from '../../src/words/words';
import { someCluster, someKey } from '../factories';
import { hostileTexts } from './hostile';

const day = 24 * 60 * 60_000;
const now = Date.now();

function toDelete(key: Key, facts: Partial<FoundOut> = {}, users: readonly string[] = []): ToDelete {
  const clusters = users.map((name, index) =>
    someCluster(`lkc-${index}`, { keyId: key.id, displayName: name === '' ? undefined : name }),
  );
  const seen = { environments: [], closed: [], clusters, loadedAt: now };
  const isFresh = facts.isFresh ?? true;
  return { ...deletionRisk(key, { seen, heldSince: undefined, isFresh, ...facts }, now), isFresh };
}

const free = someKey('cck-free', { name: 'orders' });
const used = someKey('cck-used', { name: 'payments', state: 'IN_USE', phase: 'INVALID' });

/** The lines about the keys, up to the empty one. */
const linesOf = (keys: readonly ToDelete[], lookedAt?: LookedAt): readonly string[] => {
  const lines = deletionDetail(keys, lookedAt).split('\n');
  return lines.slice(0, lines.indexOf(''));
};

const unseen =
  '   In use, but by no cluster that is seen: its cluster is in an environment that these credentials do not see, or was deleted less than five days ago.';

describe('the question before a deletion', () => {
  const cases: readonly (readonly [label: string, ToDelete, lines: readonly string[]])[] = [
    ['a free key', toDelete(free), ['• orders (cck-free, AWS, Available, Valid)', '   No cluster uses it.']],
    [
      'a key without a name, from a service that does not validate',
      toDelete(someKey('cck-bare', { phase: null, provider: 'GCP' })),
      ['• cck-bare (Google Cloud, Available)', '   No cluster uses it.'],
    ],
    [
      'one that clusters have',
      toDelete(used, {}, ['payments-eu', '']),
      [
        '• payments (cck-used, AWS, In use, Invalid)',
        '   Used by payments-eu (lkc-0), lkc-1. Confluent Cloud refuses to delete a key that a cluster has, and for five days after.',
      ],
    ],
    [
      'one in use by nobody to be seen',
      toDelete(used),
      ['• payments (cck-used, AWS, In use, Invalid)', unseen],
    ],
    [
      'one that may be held',
      toDelete(used, { heldSince: now - 2 * day }),
      [
        '• payments (cck-used, AWS, In use, Invalid)',
        `${unseen} First noticed 2 days ago: if the cluster was deleted, the key is free by ${dateTime(now + 3 * day)}.`,
      ],
    ],
    [
      'one that cannot be held any more',
      toDelete(used, { heldSince: now - 6 * day }),
      [
        '• payments (cck-used, AWS, In use, Invalid)',
        '   In use, but by no cluster that is seen, first noticed 6 days ago: its cluster is in an environment that these credentials do not see. For a deleted one the key would be free by now.',
      ],
    ],
    [
      'one whose clusters are not known',
      toDelete(used, { seen: undefined }),
      ['• payments (cck-used, AWS, In use, Invalid)'],
    ],
    [
      'one that could not be fetched',
      toDelete(free, { isFresh: false }),
      [
        '• orders (cck-free, AWS, Available, Valid)',
        '   This is how it was: it could not be fetched just now.',
      ],
    ],
    [
      'one of several organizations',
      { ...toDelete(free), organization: 'Staging' },
      ['• orders (cck-free, AWS, Available, Valid, Staging)', '   No cluster uses it.'],
    ],
    [
      'one in a state that came later',
      toDelete(someKey('cck-new', { state: 'SUSPENDED' })),
      ['• cck-new (AWS, SUSPENDED, Valid)', '   Its state is not one that this version knows.'],
    ],
  ];
  for (const [label, key, lines] of cases) {
    it(`tells of ${label}`, () => assert.deepEqual(linesOf([key]), lines));
  }

  const places: readonly (readonly [label: string, LookedAt | undefined, line: string])[] = [
    ['all of them', { listed: 3, all: 3 }, 'Environments looked at: 3. Clusters in others are not seen.'],
    [
      'some',
      { listed: 2, all: 3 },
      'Environments looked at: 2 of 3; the others did not tell their clusters. Clusters in others are not seen.',
    ],
    ['none', undefined, 'The clusters could not be listed: who uses what is not known.'],
  ];
  for (const [label, lookedAt, line] of places) {
    it(`tells how many environments were seen: ${label}`, () => {
      assert.ok(
        deletionDetail([toDelete(free)], lookedAt)
          .split('\n')
          .includes(line),
      );
    });
  }

  it('tells what deleting does, and what it does not do', () => {
    assert.match(
      deletionDetail([toDelete(free)], undefined),
      /\n\nConfluent Cloud forgets the registration.* The key in your cloud and what you granted stay as they are\.$/,
    );
  });

  it('names twelve keys, and first those that may be needed', () => {
    const many = Array.from({ length: 14 }, (_, index) => toDelete(someKey(`cck-${index}`)));
    const lines = linesOf([...many, toDelete(used)]).filter(line => !line.startsWith('   '));
    assert.deepEqual(
      [lines.length, lines[0], lines[1], lines.at(-1)],
      [13, '• payments (cck-used, AWS, In use, Invalid)', '• cck-0 (AWS, Available, Valid)', '… and 3 more'],
    );
  });

  for (const [label, text] of Object.entries(hostileTexts)) {
    it(`makes no link of what the service says: ${label}`, () => {
      const key = someKey('cck-1', { name: text, state: 'IN_USE' });
      assert.doesNotMatch(deletionDetail([toDelete(key, {}, [text])], undefined), /[[\]]/);
    });
  }
});
