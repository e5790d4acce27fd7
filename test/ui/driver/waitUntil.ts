import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';

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

/** Reads again until it is what is expected; throws how it differs when it does not come to that in 20 s. */
export async function becomes<T>(read: () => Promise<T>, expected: T): Promise<void> {
  const end = performance.now() + limit;
  for (;;) {
    const actual = await read();
    if (isDeepStrictEqual(actual, expected)) return;
    if (performance.now() > end) assert.deepEqual(actual, expected);
    await pause(between);
  }
}
