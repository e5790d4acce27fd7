import type { Grant, SimulatedIdentityPool, SimulatedOrganization } from './organization';
import { randomText } from './randomText';

/** Who asks. */
export interface Caller extends Grant {
  readonly id: string;
}

interface IssuedToken {
  readonly caller: Caller;
  readonly expiresAt: number;
}

/** Knows the Cloud API keys and the bearer tokens. A Kafka key is none of them. */
export class SignIn {
  readonly #callers = new Map<string, { readonly secret: string; readonly caller: Caller }>();
  readonly #pools: ReadonlyMap<string, SimulatedIdentityPool>;
  readonly #tokens = new Map<string, IssuedToken>();

  constructor({ credentials, identityPools }: SimulatedOrganization) {
    for (const { apiKeyId, apiKeySecret, ...grant } of credentials) {
      this.#callers.set(apiKeyId, { secret: apiKeySecret, caller: { id: apiKeyId, ...grant } });
    }
    this.#pools = new Map(identityPools.map(pool => [pool.id, pool]));
  }

  /** Whom an `Authorization` header names; undefined when it is missing, wrong, revoked or expired. */
  caller(authorization: string | undefined, now: number): Caller | undefined {
    const [scheme, value] = (authorization ?? '').split(' ', 2);
    if (scheme === undefined || value === undefined) return undefined;
    switch (scheme.toLowerCase()) {
      case 'basic':
        return this.#byApiKey(value);
      case 'bearer':
        return this.#byToken(value, now);
      default:
        return undefined;
    }
  }

  /** A token for a caller of the identity pool; undefined when there is no such pool. `lifetime` in ms. */
  issueToken(poolId: string, lifetime: number, now: number): string | undefined {
    const pool = this.#pools.get(poolId);
    if (pool === undefined) return undefined;
    for (const [token, { expiresAt }] of this.#tokens) if (expiresAt <= now) this.#tokens.delete(token);
    const token = [20, 40, 40].map(randomText).join('.');
    this.#tokens.set(token, { caller: pool, expiresAt: now + lifetime });
    return token;
  }

  revoke(apiKeyId: string): void {
    this.#callers.delete(apiKeyId);
  }

  #byApiKey(value: string): Caller | undefined {
    const [id, ...secret] = decodeBase64(value).split(':');
    const known = this.#callers.get(id ?? '');
    return known?.secret === secret.join(':') ? known.caller : undefined;
  }

  #byToken(token: string, now: number): Caller | undefined {
    const issued = this.#tokens.get(token);
    return issued !== undefined && issued.expiresAt > now ? issued.caller : undefined;
  }
}

function decodeBase64(text: string): string {
  try {
    return atob(text);
  } catch {
    return '';
  }
}
