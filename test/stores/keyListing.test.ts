import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Key } from '../../src/model/key';
import { KeyListing } from '../../src/stores/keyListing';
import { someKey } from '../factories';

const ids = (keys: readonly Key[]): readonly string[] => keys.map(({ id }) => id);
const named = (keys: readonly Key[]): readonly string[] =>
  keys.map(({ id, displayName = '' }) => `${id}${displayName}`);
const keysOf = (...names: readonly string[]): readonly Key[] => names.map(name => someKey(name));

describe('KeyListing', () => {
  interface Case {
    readonly label: string;
    readonly before: readonly Key[];
    readonly act: (listing: KeyListing) => void;
    readonly during: readonly string[];
    readonly after: readonly string[];
  }
  const cases: readonly Case[] = [
    {
      label: 'a first list',
      before: [],
      act: listing => listing.add(keysOf('c', 'b', 'a')),
      during: ['c', 'b', 'a'],
      after: ['c', 'b', 'a'],
    },
    {
      label: 'what was known stays until the list is complete',
      before: keysOf('b', 'a'),
      act: listing => listing.add(keysOf('c', 'b')),
      during: ['b', 'a', 'c'],
      after: ['c', 'b'],
    },
    {
      label: 'an organization without keys any more',
      before: keysOf('b', 'a'),
      act: listing => listing.add([]),
      during: ['b', 'a'],
      after: [],
    },
    {
      label: 'a key that was registered meanwhile stands first',
      before: keysOf('a'),
      act: listing => {
        listing.put(someKey('b'));
        listing.add(keysOf('a'));
      },
      during: ['a', 'b'],
      after: ['b', 'a'],
    },
    {
      label: 'a key that was deleted meanwhile does not come back with an old page',
      before: keysOf('b', 'a'),
      act: listing => {
        listing.remove('b');
        listing.add(keysOf('b', 'a'));
      },
      during: ['a'],
      after: ['a'],
    },
    {
      label: 'a key that was renamed meanwhile keeps its new name',
      before: keysOf('a'),
      act: listing => {
        listing.put(someKey('a', { name: '-new' }));
        listing.add([someKey('a', { name: '-old' })]);
      },
      during: ['a-new'],
      after: ['a-new'],
    },
  ];
  for (const { label, before, act, during, after } of cases) {
    it(label, () => {
      const listing = new KeyListing(before);
      act(listing);
      const seenDuring = named(listing.keys());
      listing.finish();
      assert.deepEqual({ during: seenDuring, after: named(listing.keys()) }, { during, after });
    });
  }

  it('says whether anything changed, and keeps a key that did not as the same object', () => {
    const before = keysOf('b', 'a');
    const listing = new KeyListing(before);
    assert.deepEqual(
      [listing.add(keysOf('b', 'a')), listing.put(someKey('a')), listing.finish()],
      [false, false, false],
    );
    assert.ok(listing.keys().every((key, index) => key === before[index]));
    assert.equal(
      listing.add([someKey('a', { phase: 'INVALID' })]),
      false,
      'the write is newer than any page',
    );
    const other = new KeyListing(before);
    assert.deepEqual([other.add([someKey('b', { phase: 'INVALID' })]), other.finish()], [true, true]);
  });

  // The service has the newest key first, and a page's token stands for the key that the page before ended with.
  it('loses no key and shows no ghost, however pages, writes and others’ changes fall', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 6 }),
        fc.array(event, { maxLength: 30 }),
        play,
      ),
      {
        numRuns: 1000,
      },
    );
  });
});

type Event =
  | { readonly kind: 'page' | 'create' | 'foreignCreate' }
  | { readonly kind: 'rename' | 'delete' | 'foreignRename' | 'foreignDelete'; readonly at: number };

const event: fc.Arbitrary<Event> = fc.oneof(
  fc.constantFrom<Event>({ kind: 'page' }, { kind: 'page' }, { kind: 'create' }, { kind: 'foreignCreate' }),
  fc.record({
    kind: fc.constantFrom('rename', 'delete', 'foreignRename', 'foreignDelete'),
    at: fc.nat({ max: 20 }),
  }),
);

/** A list under way, beside a service that goes on living; checked at each step and at the end. */
function play(known: readonly number[], events: readonly Event[]): void {
  const service = new Map<number, number>([0, 1, 2, 3, 4, 5].map(id => [id, 0]));
  const keyOf = (id: number): Key => someKey(`k${id}`, { name: `v${service.get(id) ?? ''}` });
  const listing = new KeyListing([...new Set(known)].map(keyOf));
  const always = new Set(service.keys());
  const ours = new Map<number, number>();
  const deleted = new Set<number>();
  const listed = new Map<number, number>();
  let nextId = 6;
  let version = 0;
  let cursor = Infinity;
  const pageOf = (size: number): readonly number[] =>
    [...service.keys()]
      .filter(id => id < cursor)
      .sort((a, b) => b - a)
      .slice(0, size);
  const page = (size: number): void => {
    const found = pageOf(size);
    cursor = found.at(-1) ?? cursor;
    for (const id of found) if (!ours.has(id) && !deleted.has(id)) listed.set(id, service.get(id) ?? 0);
    listing.add(found.map(keyOf));
  };
  const write = (id: number): void => {
    version += 1;
    service.set(id, version);
  };

  for (const each of events) {
    const existing = [...service.keys()];
    const target = 'at' in each ? existing[each.at % existing.length] : undefined;
    if (each.kind === 'page') page(2);
    if (each.kind === 'create' || each.kind === 'foreignCreate') {
      const id = nextId++;
      write(id);
      if (each.kind === 'create') {
        ours.set(id, version);
        listing.put(keyOf(id));
      }
    }
    if (target === undefined) continue;
    if (each.kind === 'rename' || each.kind === 'foreignRename') write(target);
    if (each.kind === 'rename') {
      ours.set(target, version);
      listing.put(keyOf(target));
    }
    if (each.kind === 'delete' || each.kind === 'foreignDelete') {
      service.delete(target);
      always.delete(target);
    }
    if (each.kind === 'delete') {
      deleted.add(target);
      ours.delete(target);
      listing.remove(`k${target}`);
    }
    const shown = ids(listing.keys());
    assert.ok(
      [...deleted].every(id => !shown.includes(`k${id}`)),
      'a key that we deleted is not shown',
    );
    assert.ok(
      [...ours.keys()].every(id => shown.includes(`k${id}`)),
      'a key that we wrote is shown',
    );
    assert.equal(new Set(shown).size, shown.length, 'no key is shown twice');
  }
  while (pageOf(1).length > 0) page(2);
  listing.finish();

  const expected = new Map([...listed, ...ours].filter(([id]) => !deleted.has(id)));
  const final = new Map(
    listing.keys().map(({ id, displayName = '' }) => [Number(id.slice(1)), Number(displayName.slice(1))]),
  );
  assert.deepEqual([...final].sort(byId), [...expected].sort(byId));
  assert.ok(
    [...always].every(id => final.has(id)),
    'a key that was there all the time is there',
  );
}

function byId([a]: readonly [number, number], [b]: readonly [number, number]): number {
  return a - b;
}
