import type { IssuedTokens } from './issuedTokens';
import type { Grant, SimulatedCredential } from './organization';

/** Who asks. */
export interface Caller extends Grant {
  readonly id: string;
}

/** Knows the Cloud API keys and the bearer tokens. A Kafka key is none of them. */
export class SignIn {
  readonly #callers = new Map<string, { readonly secret: string; readonly caller: Caller }>();
  readonly #tokens: IssuedTokens | undefined;

  constructor(credentials: readonly SimulatedCredential[], tokens?: IssuedTokens) {
    this.#tokens = tokens;
    for (const { apiKeyId, apiKeySecret, ...grant } of credentials) {
      this.#callers.set(apiKeyId, { secret: apiKeySecret, caller: { id: apiKeyId, ...grant } });
    }
  }

  /** Whom an `Authorization` header names; undefined when it is missing, wrong, revoked or expired. */
  caller(authorization: string | undefined, now: number): Caller | undefined {
    const [scheme, value] = (authorization ?? '').split(' ', 2);
    if (scheme === undefined || value === undefined) return undefined;
    switch (scheme.toLowerCase()) {
      case 'basic':
        return this.#byApiKey(value);
      case 'bearer':
        return this.#tokens?.holder(value, now);
      default:
        return undefined;
    }
  }

  revoke(apiKeyId: string): void {
    this.#callers.delete(apiKeyId);
  }

  #byApiKey(value: string): Caller | undefined {
    const [id, ...secret] = decodeBase64(value).split(':');
    const known = this.#callers.get(id ?? '');
    return known?.secret === secret.join(':') ? known.caller : undefined;
  }
}

function decodeBase64(text: string): string {
  try {
    return atob(text);
  } catch {
    return '';
  }
}
