import type { Grant, SimulatedIdentityPool } from './organization';
import { randomText } from './randomText';

interface IssuedToken {
  readonly pool: SimulatedIdentityPool;
  readonly expiresAt: number;
}

/** The bearer tokens that were issued, until they expire. */
export class IssuedTokens {
  readonly #pools: ReadonlyMap<string, SimulatedIdentityPool>;
  readonly #tokens = new Map<string, IssuedToken>();

  constructor(pools: readonly SimulatedIdentityPool[]) {
    this.#pools = new Map(pools.map(pool => [pool.id, pool]));
  }

  /** A token for a caller of the identity pool; undefined when there is no such pool. `lifetime` in ms. */
  issue(poolId: string, lifetime: number, now: number): string | undefined {
    const pool = this.#pools.get(poolId);
    if (pool === undefined) return undefined;
    for (const [token, { expiresAt }] of this.#tokens) if (expiresAt <= now) this.#tokens.delete(token);
    const token = [20, 40, 40].map(randomText).join('.');
    this.#tokens.set(token, { pool, expiresAt: now + lifetime });
    return token;
  }

  /** Whom a token stands for; undefined when it is unknown or expired. */
  holder(token: string, now: number): (Grant & { readonly id: string }) | undefined {
    const issued = this.#tokens.get(token);
    return issued !== undefined && issued.expiresAt > now ? issued.pool : undefined;
  }
}
