import { systemClock, type Clock } from '../../src/api/clock';

/** A clock on which everything takes `factor` times less: for tests over real connections, which a fake clock cannot hurry. */
export function hurriedClock(factor: number): Clock {
  return {
    now: () => systemClock.now() * factor,
    delay: (ms, signal) => systemClock.delay(ms / factor, signal),
  };
}
