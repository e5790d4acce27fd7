import { unexpected } from './errors';
import { objectIn } from './fields';
import type { Http } from './http';

const urn = 'urn:ietf:params:oauth';

export interface TokenExchange {
  /** The token of the organization's own identity provider. */
  readonly subjectToken: string;
  readonly identityPoolId: string;
  /** In seconds, at most 900. */
  readonly expiresIn?: number;
}

export interface ExchangedToken {
  readonly accessToken: string;
  /** In seconds from now. */
  readonly expiresIn: number;
}

/** `sts/v1`. */
export class StsApi {
  readonly #http: Http;

  constructor(http: Http) {
    this.#http = http;
  }

  /** A short-lived bearer token in exchange for one of an identity provider. */
  async exchange(exchange: TokenExchange, signal?: AbortSignal): Promise<ExchangedToken> {
    const answer = await this.#http.request({
      method: 'POST',
      path: '/sts/v1/oauth2/token',
      form: {
        grant_type: `${urn}:grant-type:token-exchange`,
        subject_token: exchange.subjectToken,
        identity_pool_id: exchange.identityPoolId,
        subject_token_type: `${urn}:token-type:jwt`,
        requested_token_type: `${urn}:token-type:access_token`,
        ...(exchange.expiresIn !== undefined && { expires_in: String(exchange.expiresIn) }),
      },
      anonymous: true,
      signal,
    });
    const { access_token: accessToken, expires_in: expiresIn } = objectIn(answer.json);
    if (typeof accessToken !== 'string' || typeof expiresIn !== 'number') throw unexpected(answer);
    return { accessToken, expiresIn };
  }
}
