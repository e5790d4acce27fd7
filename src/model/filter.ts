import { ageOf } from './age';
import type { Key } from './key';
import { cloudIdentifier } from './key';
import { regionOf } from './region';

/** What keys are told apart by. */
export const filterDimensions = ['providers', 'states', 'phases', 'regions', 'ages'] as const;
export type FilterDimension = (typeof filterDimensions)[number];

/** Stands for the keys that have no value: no phase, say, from a service that answers in the shape of 2023. */
export const noValue = '';

/** Which keys to show. An empty list asks for nothing in particular; what is asked for is all asked for at once. */
export interface KeyFilter extends Readonly<Record<FilterDimension, readonly string[]>> {
  /** Is found in the name, the id or the cloud identifier, whatever the case. */
  readonly text: string;
}

export const noFilter: KeyFilter = { text: '', providers: [], states: [], phases: [], regions: [], ages: [] };

export function isActive(filter: KeyFilter): boolean {
  return filter.text.trim() !== '' || filterDimensions.some(dimension => filter[dimension].length > 0);
}

/** `now` in ms since 1970. */
export function matches(key: Key, filter: KeyFilter, now = Date.now()): boolean {
  return (
    filterDimensions.every(
      dimension =>
        filter[dimension].length === 0 || filter[dimension].includes(filterValue(key, dimension, now)),
    ) && hasText(key, filter.text.trim().toLowerCase())
  );
}

/** What a filter calls the value of a key, {@link noValue} where it has none. `now` in ms since 1970. */
export function filterValue(key: Key, dimension: FilterDimension, now: number): string {
  switch (dimension) {
    case 'providers':
      return key.provider;
    case 'states':
      return key.state;
    case 'phases':
      return key.validation?.phase ?? noValue;
    case 'regions':
      return regionOf(key) ?? noValue;
    case 'ages':
      return ageOf(key, now) ?? noValue;
  }
}

function hasText(key: Key, text: string): boolean {
  return (
    text === '' ||
    [key.displayName, key.id, cloudIdentifier(key.cloudKey)].some(part => part?.toLowerCase().includes(text))
  );
}
