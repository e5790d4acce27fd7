import { ages } from '../age';
import { byText } from '../byText';
import { filterDimensions, filterValue, noValue, type FilterDimension } from '../filter';
import type { Key } from '../key';
import { knownProviders } from '../key';

/** The keys that one value of a filter shows: filtering by it gives as many. */
export interface Segment {
  readonly value: string;
  readonly count: number;
}

/** How many keys there are of each value of a dimension, none of them empty. */
export interface Chart {
  readonly by: FilterDimension;
  readonly segments: readonly Segment[];
}

/** Values in a fixed place. */
const orders: Readonly<Record<FilterDimension, readonly string[]>> = {
  providers: knownProviders,
  states: ['IN_USE', 'AVAILABLE'],
  phases: ['VALID', 'INITIALIZING', 'INVALID'],
  regions: [],
  ages,
};

/**
 * The keys counted by everything that a filter knows: the known values in their order, then the others, the most first,
 * then the keys without one. `now` in ms since 1970.
 */
export function chartsOf(keys: readonly Key[], now: number): readonly Chart[] {
  return filterDimensions.map(by => {
    const counts = new Map<string, number>();
    for (const key of keys) {
      const value = filterValue(key, by, now);
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    const segments = [...counts].map(([value, count]) => ({ value, count }));
    return { by, segments: segments.sort((a, b) => rank(by, a.value) - rank(by, b.value) || byCount(a, b)) };
  });
}

function rank(by: FilterDimension, value: string): number {
  if (value === noValue) return Infinity;
  const index = orders[by].indexOf(value);
  return index < 0 ? orders[by].length : index;
}

function byCount(a: Segment, b: Segment): number {
  return b.count - a.count || byText(a.value, b.value);
}
