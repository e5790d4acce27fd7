import assert from 'node:assert/strict';
import { inspect } from 'node:util';

/** A sign-in that must not be seen anywhere but at the service. */
export const canaryKey = { apiKeyId: 'QZ7XVKJ4WYQ9', apiKeySecret: 'zq7xvkj4wyq9hfx3' } as const;

const encoded = Buffer.from(`${canaryKey.apiKeyId}:${canaryKey.apiKeySecret}`).toString('base64');

/** The header for it. */
export const canary = `Basic ${encoded}`;

const traces = [canaryKey.apiKeyId, canaryKey.apiKeySecret, encoded].flatMap(piecesOf);

/** Fails when a value, however it is printed, shows as little as six characters of the sign-in. */
export function assertNoCanary(...values: readonly unknown[]): void {
  const printed = values.flatMap(value => [
    String(value),
    JSON.stringify([value]),
    inspect(value, { depth: 20, showHidden: true, getters: true }),
    value instanceof Error ? (value.stack ?? '') : '',
  ]);
  const found = traces.filter(trace => printed.some(text => text.includes(trace)));
  assert.deepEqual(found, []);
}

function piecesOf(text: string): readonly string[] {
  return Array.from({ length: text.length - 5 }, (_, start) => text.slice(start, start + 6));
}
