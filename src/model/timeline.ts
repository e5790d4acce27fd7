import type { Key } from './key';

/** What a key was seen in, from `at` on. */
export interface Sighting {
  /** When it was first seen so, in ms since 1970: the service's own time of the change where it tells one. */
  readonly at: number;
  /** Undefined from a service that does not validate. */
  readonly phase: string | undefined;
  readonly state: string;
  readonly message: string | undefined;
  /** Since when the service says that phase and message are these, in ms since 1970. */
  readonly since?: number | undefined;
}

/** The most sightings that are kept of one key. */
export const timelineLength = 50;

/** How much of a message is kept, in code units. */
const messageLength = 300;

/**
 * The timeline with what a key is in now; the same array when that is no news, or an answer that others have overtaken
 * on the way. Oldest first.
 */
export function withSighting(timeline: readonly Sighting[], key: Key, now: number): readonly Sighting[] {
  const last = timeline.at(-1);
  const { state, validation } = key;
  const { phase, since } = validation ?? {};
  const message = validation?.message?.slice(0, messageLength);
  const isValidationNews = last?.phase !== phase || last?.message !== message;
  if (last?.state === state && !isValidationNews) return timeline;
  const isOvertaken = last?.since !== undefined && since !== undefined && since < last.since;
  if (isValidationNews && isOvertaken) return timeline;
  const at = isValidationNews ? (since ?? now) : now;
  const sighting: Sighting = { at: Math.max(at, last?.at ?? 0), phase, state, message, since };
  return [...timeline, sighting].slice(-timelineLength);
}
