import { Secret } from './secret';

/** How a connection signs in: a Cloud API key (HTTP Basic), or a bearer token. */
export type Credential =
  | { readonly kind: 'apiKey'; readonly apiKeyId: string; readonly apiKeySecret: Secret }
  | { readonly kind: 'bearer'; readonly bearerToken: Secret };

/** The value of the `Authorization` header. Made when a request is sent, never kept. */
export function authorizationOf(credential: Credential): string {
  switch (credential.kind) {
    case 'apiKey': {
      const pair = `${credential.apiKeyId}:${credential.apiKeySecret.reveal()}`;
      return `Basic ${Buffer.from(pair, 'utf8').toString('base64')}`;
    }
    case 'bearer':
      return `Bearer ${credential.bearerToken.reveal()}`;
  }
}

export const apiKeyCredential = (apiKeyId: string, apiKeySecret: string): Credential => ({
  kind: 'apiKey',
  apiKeyId,
  apiKeySecret: new Secret(apiKeySecret),
});

export const bearerCredential = (bearerToken: string): Credential => ({
  kind: 'bearer',
  bearerToken: new Secret(bearerToken),
});
