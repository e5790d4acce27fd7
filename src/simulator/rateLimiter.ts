import type { Behaviour } from './behaviour';

interface Window {
  readonly endsAt: number;
  used: number;
}

/** Counts the requests of each caller in windows of fixed length. */
export class RateLimiter {
  readonly #windows = new Map<string, Window>();

  /** Counts one request, and gives the headers that tell how the caller stands. */
  count(caller: string, limit: Behaviour['rateLimit'], now: number) {
    const window = this.#window(caller, limit.windowMs, now);
    window.used += 1;
    const limited = window.used > limit.requests;
    // Relative seconds, unlike the headers of the same names elsewhere.
    const reset = String(Math.ceil((window.endsAt - now) / 1000));
    const headers: Readonly<Record<string, string>> = {
      'X-RateLimit-Limit': String(limit.requests),
      'X-RateLimit-Remaining': String(Math.max(0, limit.requests - window.used)),
      'X-RateLimit-Reset': reset,
      ...(limited ? { 'Retry-After': reset } : {}),
    };
    return { limited, headers };
  }

  #window(caller: string, windowMs: number, now: number): Window {
    const current = this.#windows.get(caller);
    if (current !== undefined && now < current.endsAt) return current;
    const next = { endsAt: now + windowMs, used: 0 };
    this.#windows.set(caller, next);
    return next;
  }
}
