import fc from 'fast-check';
import assert from 'node:assert/strict';
import { timelineLength, type Sighting } from '../../src/model/timeline';
import { boundedTimelines } from '../../src/stores/boundedTimelines';
import { largestEntry } from '../../src/stores/keptOfConnection';

const seen = (at: number, phase = 'VALID', message?: string): Sighting => ({
  at,
  phase,
  state: 'AVAILABLE',
  message,
});
const sizeOf = (value: unknown): number => JSON.stringify(value).length;
const times = (timelines: Readonly<Record<string, readonly Sighting[]>>): unknown =>
  Object.entries(timelines).map(([id, timeline]) => [id, timeline.map(({ at }) => at)]);

describe('boundedTimelines', () => {
  const entries: readonly (readonly [string, readonly Sighting[]])[] = [
    ['changed last', [seen(1), seen(4), seen(6), seen(9)]],
    ['seen once', [seen(5)]],
    ['changed first', [seen(2), seen(3), seen(7)]],
    ['seen once, later', [seen(8)]],
  ];
  const whole = sizeOf(Object.fromEntries(entries));
  const one = sizeOf(seen(1)) + 1;

  const cases: readonly (readonly [label: string, size: number, kept: unknown])[] = [
    [
      'keeps all that fits, what changed last behind the others',
      whole + 1,
      [
        ['seen once', [5]],
        ['changed first', [2, 3, 7]],
        ['seen once, later', [8]],
        ['changed last', [1, 4, 6, 9]],
      ],
    ],
    [
      'drops what was before the last change first, the oldest of all',
      whole - one,
      [
        ['seen once', [5]],
        ['changed first', [3, 7]],
        ['seen once, later', [8]],
        ['changed last', [4, 6, 9]],
      ],
    ],
    [
      'then the keys that were seen in one thing, the oldest first',
      whole - 3 * one - 1,
      [
        ['changed first', [3, 7]],
        ['seen once, later', [8]],
        ['changed last', [6, 9]],
      ],
    ],
    ['then those that changed, the oldest first', 3 * one, [['changed last', [6, 9]]]],
    ['keeps nothing where nothing fits', one, []],
  ];
  for (const [label, size, kept] of cases) {
    it(label, () => assert.deepEqual(times(boundedTimelines(entries, size)), kept));
  }

  it('fits whatever there is, with ends of timelines as they were', () => {
    const timeline = fc
      .array(
        fc.record({ at: fc.nat(100), phase: fc.constantFrom('VALID', 'INVALID'), message: fc.string() }),
        {
          minLength: 1,
          maxLength: 6,
        },
      )
      .map(all => all.sort((a, b) => a.at - b.at).map(({ at, phase, message }) => seen(at, phase, message)));
    fc.assert(
      fc.property(fc.dictionary(fc.string(), timeline), fc.nat(2000), (all, size) => {
        const kept = boundedTimelines(Object.entries(all), size + 2);
        assert.ok(sizeOf(kept) <= size + 2);
        for (const [id, end] of Object.entries(kept)) assert.deepEqual(end, all[id]?.slice(-end.length));
      }),
    );
  });

  it('keeps the last change of 10,000 keys that Confluent loses one after the other, as many as fit', () => {
    const message = 'm'.repeat(300);
    const losing = Array.from({ length: 10_000 }, (_, index): readonly [string, readonly Sighting[]] => [
      `cck-${index}`,
      Array.from({ length: timelineLength }, (__, change) =>
        seen(1_767_225_600_000 + index * 1000 + change, change % 2 === 0 ? 'VALID' : 'INVALID', message),
      ),
    ]);
    const kept = boundedTimelines(losing);
    const ids = Object.keys(kept);
    assert.deepEqual(
      [ids.length, ids.at(-1), ids.every(id => kept[id]?.length === 2), sizeOf(kept) <= largestEntry],
      [173, 'cck-9999', true, true],
    );
  });
});
