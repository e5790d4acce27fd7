import type { Clock } from '../../src/api/clock';

interface Timer {
  readonly at: number;
  readonly fire: () => void;
}

/** A clock that stands still until a test moves it. */
export class FakeClock implements Clock {
  #now = 0;
  #timers: readonly Timer[] = [];

  now(): number {
    return this.#now;
  }

  /** How many delays are under way. */
  get pending(): number {
    return this.#timers.length;
  }

  delay(ms: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const drop = () => {
        this.#timers = this.#timers.filter(other => other !== timer);
      };
      const abort = () => {
        drop();
        reject(new Error('The delay was aborted'));
      };
      const timer: Timer = {
        at: this.#now + ms,
        fire: () => {
          drop();
          signal?.removeEventListener('abort', abort);
          resolve();
        },
      };
      if (signal?.aborted) {
        abort();
        return;
      }
      signal?.addEventListener('abort', abort, { once: true });
      this.#timers = [...this.#timers, timer].toSorted((a, b) => a.at - b.at);
    });
  }

  /** Moves on by `ms`, ending the delays on the way in their order, and lets what waited for them run. */
  async advance(ms: number): Promise<void> {
    const end = this.#now + ms;
    await ranDry();
    for (let next = this.#timers[0]; next && next.at <= end; next = this.#timers[0]) {
      this.#now = Math.max(this.#now, next.at);
      next.fire();
      await ranDry();
    }
    this.#now = end;
  }

  /** Moves on at once, as on a machine that slept: delays end afterwards. */
  sleep(ms: number): void {
    this.#now += ms;
  }

  /** Moves from delay to delay until the work has settled; fails when it waits for something else. */
  async until<T>(work: Promise<T>): Promise<T> {
    const state = { isSettled: false };
    const settle = () => {
      state.isSettled = true;
    };
    work.then(settle, settle);
    await ranDry();
    while (!state.isSettled) {
      const next = this.#timers[0];
      if (!next) throw new Error('The work waits for something that is no delay of this clock');
      await this.advance(next.at - this.#now);
    }
    return await work;
  }
}

/** Lets everything run that needs no time, streams in memory included. */
async function ranDry(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await new Promise(resolve => setImmediate(resolve));
}
