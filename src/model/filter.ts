import type { Key } from './key';
import { cloudIdentifier } from './key';
import { regionOf } from './region';

/** Which keys to show. An empty list asks for nothing in particular; what is asked for is all asked for at once. */
export interface KeyFilter {
  /** Is found in the name, the id or the cloud identifier, whatever the case. */
  readonly text: string;
  readonly providers: readonly string[];
  readonly states: readonly string[];
  readonly phases: readonly string[];
  readonly regions: readonly string[];
}

export const noFilter: KeyFilter = { text: '', providers: [], states: [], phases: [], regions: [] };

export function isActive({ text, providers, states, phases, regions }: KeyFilter): boolean {
  return text.trim() !== '' || [providers, states, phases, regions].some(values => values.length > 0);
}

export function matches(key: Key, filter: KeyFilter): boolean {
  return (
    isOneOf(key.provider, filter.providers) &&
    isOneOf(key.state, filter.states) &&
    isOneOf(key.validation?.phase, filter.phases) &&
    isOneOf(regionOf(key), filter.regions) &&
    hasText(key, filter.text.trim().toLowerCase())
  );
}

function isOneOf(value: string | undefined, wanted: readonly string[]): boolean {
  return wanted.length === 0 || (value !== undefined && wanted.includes(value));
}

function hasText(key: Key, text: string): boolean {
  return (
    text === '' ||
    [key.displayName, key.id, cloudIdentifier(key.cloudKey)].some(part => part?.toLowerCase().includes(text))
  );
}
