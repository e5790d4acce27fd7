import { cloudIdentifier } from '../model/key';
import type { Behaviour } from './behaviour';
import { providerOf, stateOf } from './keyJson';
import type { SimulatedKey } from './organization';
import type { Filters } from './paging';
import type { State } from './state';

/** Whether a key passes all filters. */
export function passes(key: SimulatedKey, filters: Filters, state: State, behaviour: Behaviour): boolean {
  for (const [name, wanted] of filters) if (!matches(key, name, wanted, state, behaviour)) return false;
  return true;
}

function matches(
  key: SimulatedKey,
  name: string,
  wanted: string,
  state: State,
  behaviour: Behaviour,
): boolean {
  const contains = (text = '') =>
    behaviour.caseSensitiveFilters
      ? text.includes(wanted)
      : text.toLowerCase().includes(wanted.toLowerCase());
  switch (name) {
    case 'display_name':
      return contains(key.displayName);
    case 'key':
      return contains(cloudIdentifier(key.cloudKey));
    case 'provider':
      return providerOf(key, behaviour.shape) === wanted;
    case 'state':
      return stateOf(key, state) === wanted;
    case 'validation_phase':
      return key.validation.phase === wanted;
    // A key that was never valid has no region, and so is in none.
    case 'validation_region':
      return key.validation.region === wanted;
    default:
      return false;
  }
}
