import { systemClock, type Clock } from '../../src/api/clock';

/** In ms: what waits longer is a time limit that a test does not mean to reach. */
const longestWait = 10_000;

/**
 * A clock on which waiting takes `factor` times less, up to ten seconds of it: for tests over real connections, which
 * a fake clock cannot hurry. Longer limits stay as they are, for no machine is too slow for them.
 */
export function hurriedClock(factor: number): Clock {
  return {
    now: () => systemClock.now(),
    delay: (ms, signal) => systemClock.delay(ms > longestWait ? ms : ms / factor, signal),
  };
}
