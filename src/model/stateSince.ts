import type { Sighting } from './timeline';

/** When the key was seen to come into the state of the last sighting; undefined where it never was seen in another. */
export function stateSince(timeline: readonly Sighting[]): number | undefined {
  const state = timeline.at(-1)?.state;
  const before = timeline.findLastIndex(sighting => sighting.state !== state);
  return before < 0 ? undefined : timeline[before + 1]?.at;
}
