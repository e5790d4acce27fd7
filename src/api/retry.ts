import { ApiError } from './errors';
import type { FetchResponse } from './fetch';

const maxAttempts = 4;
const backoff = 500;
const longestWait = 60_000;

/**
 * For how many ms to wait before a read is tried again, never less than the service asked for; undefined when it must
 * not be tried again. `attempt` counts from 1, `random` gives 0 to 1.
 */
export function retryDelay(error: unknown, attempt: number, random: () => number): number | undefined {
  if (attempt >= maxAttempts || !(error instanceof ApiError) || !isPassing(error)) return undefined;
  const step = backoff * 2 ** (attempt - 1);
  return (error.retryAfter ?? step) + random() * step;
}

/** Whether it may well be gone the next moment, unlike a host that refuses or a bad certificate. */
function isPassing({ kind, reason }: ApiError): boolean {
  return kind === 'rateLimited' || kind === 'server' || (kind === 'unreachable' && reason === 'reset');
}

/**
 * What an answer says about when to ask again, in ms, at most a minute. `X-RateLimit-Reset` is in seconds from now, unlike
 * GitHub's (from the API's description). Undefined when it says nothing that makes sense.
 */
export function retryAfter(status: number, headers: FetchResponse['headers']): number | undefined {
  if (status !== 429 && status < 500) return undefined;
  const seconds = secondsIn(headers.get('retry-after')) ?? untilDate(headers);
  const known = seconds ?? (status === 429 ? secondsIn(headers.get('x-ratelimit-reset')) : undefined);
  return known === undefined ? undefined : Math.min(known * 1000, longestWait);
}

function secondsIn(value: string | null): number | undefined {
  return value !== null && /^\s*\d+(\.\d+)?\s*$/.test(value) ? Number(value) : undefined;
}

/** By the service's own clock: this machine's can be wrong by years. */
function untilDate(headers: FetchResponse['headers']): number | undefined {
  const seconds =
    (Date.parse(headers.get('retry-after') ?? '') - Date.parse(headers.get('date') ?? '')) / 1000;
  return seconds >= 0 ? seconds : undefined;
}
