import type { Key } from './key';

/** What a key was seen in, from `at` on. */
export interface Sighting {
  /** When it was first seen so, in ms since 1970: the service's own time of the change where it tells one. */
  readonly at: number;
  /** Undefined from a service that does not validate. */
  readonly phase: string | undefined;
  readonly state: string;
  readonly message: string | undefined;
}

/** The most sightings that are kept of one key. */
export const timelineLength = 50;

/** The timeline with what a key is in now; the same array when that is no news. Oldest first. */
export function withSighting(timeline: readonly Sighting[], key: Key, now: number): readonly Sighting[] {
  const last = timeline.at(-1);
  const { state, validation } = key;
  if (last?.state === state && last.phase === validation?.phase && last.message === validation?.message) {
    return timeline;
  }
  const isValidationNews = last?.phase !== validation?.phase || last?.message !== validation?.message;
  const at = isValidationNews ? (validation?.since ?? now) : now;
  const sighting: Sighting = {
    at: Math.max(at, last?.at ?? 0),
    phase: validation?.phase,
    state,
    message: validation?.message,
  };
  return [...timeline, sighting].slice(-timelineLength);
}
