import { setTimeout as wait } from 'node:timers/promises';

/** Monotonic time, so that neither a wrong clock nor a changed one matters. */
export interface Clock {
  /** In ms from an arbitrary start. */
  now(): number;
  /** Settles after `ms`; rejects, and leaves no timer behind, when the signal aborts. */
  delay(ms: number, signal?: AbortSignal): Promise<void>;
}

export const systemClock: Clock = {
  now: () => performance.now(),
  delay: (ms, signal) => wait(ms, undefined, signal && { signal }),
};
