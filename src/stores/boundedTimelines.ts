import type { Sighting } from '../model/timeline';
import { largestEntry, lastThatFit, sizeOfEntry } from './keptOfConnection';

/** By key id; each oldest first. */
export type Timelines = Readonly<Record<string, readonly Sighting[]>>;

type Entry = readonly [keyId: string, timeline: readonly Sighting[]];

/** What tells what became of a key, and from what. */
const lastChange = 2;

/**
 * Timelines of at most `size` UTF-16 units as JSON, the key that changed last behind the others. What goes first is what
 * was seen of a key before its last change, the oldest of all keys; then the keys that were only seen in one thing; then
 * those whose last change is the longest ago.
 */
export function boundedTimelines(entries: readonly Entry[], size = largestEntry): Timelines {
  const shortened = withoutOldSightings(entries, size);
  const byWorth = [...shortened].sort(
    (a, b) => Number(hasChanged(a)) - Number(hasChanged(b)) || seenLast(a) - seenLast(b),
  );
  const kept = lastThatFit(byWorth, size);
  return Object.fromEntries([...kept].sort((a, b) => seenLast(a) - seenLast(b)));
}

function withoutOldSightings(entries: readonly Entry[], size: number): readonly Entry[] {
  let excess = entries.reduce((total, entry) => total + sizeOfEntry(entry), '{}'.length) - size;
  if (excess <= 0) return entries;
  const old = entries
    .flatMap(([id, timeline]) => timeline.slice(0, -lastChange).map(sighting => ({ id, sighting })))
    .sort((a, b) => a.sighting.at - b.sighting.at);
  const dropped = new Map<string, number>();
  for (const { id, sighting } of old) {
    if (excess <= 0) break;
    excess -= `${JSON.stringify(sighting)},`.length;
    dropped.set(id, (dropped.get(id) ?? 0) + 1);
  }
  return entries.map(entry => {
    const [id, timeline] = entry;
    const count = dropped.get(id);
    return count === undefined ? entry : [id, timeline.slice(count)];
  });
}

function hasChanged([, { length }]: Entry): boolean {
  return length >= lastChange;
}

function seenLast([, timeline]: Entry): number {
  return timeline.at(-1)?.at ?? 0;
}
