import { setTimeout as pause } from 'node:timers/promises';

const limit = 20_000;
const between = 50;

/** Asks again until the answer is there; throws what was waited for when it does not come in 20 s. */
export async function waitUntil<T>(what: string, ask: () => Promise<T | undefined | false>): Promise<T> {
  const end = performance.now() + limit;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    if (performance.now() > end) throw new Error(`Waited ${limit / 1000} s for ${what}.`);
    await pause(between);
  }
}
