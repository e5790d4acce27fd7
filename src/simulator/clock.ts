/** What time it is in the simulator: everything that happens after a while asks it. */
export interface SimulatorClock {
  /** In ms since 1970. */
  now(): number;
}

export class RealClock implements SimulatorClock {
  now(): number {
    return Date.now();
  }
}

/** Stands still until it is moved, so that five days pass in a test at once. */
export class MovableClock implements SimulatorClock {
  #now: number;

  constructor(now: number) {
    this.#now = now;
  }

  now(): number {
    return this.#now;
  }

  advance(ms: number): void {
    this.#now += ms;
  }
}
