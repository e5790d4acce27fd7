import type { Key } from './key';
import { knownProviders } from './key';
import { regionOf } from './region';

/** What keys can be put together by. */
export type Dimension = 'provider' | 'state' | 'region';

/** The ways to group that a user can choose from; the levels from the outside to the inside. */
export const groupings = {
  providerAndState: ['provider', 'state'],
  state: ['state'],
  region: ['region'],
  none: [],
} as const satisfies Record<string, readonly Dimension[]>;

export type Grouping = keyof typeof groupings;

export function isGrouping(value: unknown): value is Grouping {
  return typeof value === 'string' && Object.hasOwn(groupings, value);
}

/** The keys that share a value of one dimension. `value` is undefined where keys have none. */
export interface Group {
  readonly dimension: Dimension;
  readonly value: string | undefined;
  readonly keys: readonly Key[];
}

const orders: Readonly<Record<Dimension, readonly string[]>> = {
  provider: knownProviders,
  state: ['IN_USE', 'AVAILABLE'],
  region: [],
};

/** Groups in a fixed order: the known values first, then the others by name, then the keys without one. */
export function groupBy(dimension: Dimension, keys: readonly Key[]): readonly Group[] {
  const buckets = Map.groupBy(keys, key => valueOf(key, dimension));
  const rank = (value: string | undefined): number => {
    if (value === undefined) return Infinity;
    const index = orders[dimension].indexOf(value);
    return index < 0 ? orders[dimension].length : index;
  };
  return [...buckets]
    .map(([value, members]) => ({ dimension, value, keys: members }))
    .sort((a, b) => rank(a.value) - rank(b.value) || compare(a.value ?? '', b.value ?? ''));
}

function valueOf(key: Key, dimension: Dimension): string | undefined {
  switch (dimension) {
    case 'provider':
      return key.provider;
    case 'state':
      return key.state;
    case 'region':
      return regionOf(key);
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
