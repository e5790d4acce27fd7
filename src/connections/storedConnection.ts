import type { Connection } from './connection';
import type { Credential } from './credential';
import { apiKeyCredential, bearerCredential } from './credential';
import { parseEndpoint } from './endpoint';

/** A connection with the credential that was entered for it: what one entry of SecretStorage holds. */
export interface StoredConnection {
  readonly connection: Connection;
  readonly credential: Credential;
}

export function encodeStored({ connection, credential }: StoredConnection): string {
  const { id, label, endpoint } = connection;
  const secrets =
    credential.kind === 'apiKey'
      ? { apiKeyId: credential.apiKeyId, apiKeySecret: credential.apiKeySecret.reveal() }
      : { bearerToken: credential.bearerToken.reveal() };
  return JSON.stringify({ id, label, endpoint, ...secrets });
}

/** Undefined for an entry that this version cannot read. */
export function decodeStored(text: string): StoredConnection | undefined {
  const { id, label, endpoint, apiKeyId, apiKeySecret, bearerToken } = fields(text);
  if (id === undefined || label === undefined || endpoint === undefined) return undefined;
  if (!('endpoint' in parseEndpoint(endpoint))) return undefined;
  if (apiKeyId !== undefined && apiKeySecret !== undefined) {
    const connection = { id, label, endpoint, kind: 'apiKey', apiKeyId } as const;
    return { connection, credential: apiKeyCredential(apiKeyId, apiKeySecret) };
  }
  if (bearerToken === undefined) return undefined;
  return { connection: { id, label, endpoint, kind: 'bearer' }, credential: bearerCredential(bearerToken) };
}

function fields(text: string): Partial<Record<string, string>> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null) return {};
    return Object.fromEntries(Object.entries(value).filter(([, field]) => typeof field === 'string'));
  } catch {
    return {};
  }
}
