import { isJsonObject, type JsonObject } from '../model/json';
import type {
  AwsCloudKey,
  AzureCloudKey,
  GcpCloudKey,
  Key,
  KeyState,
  Provider,
  UnreadableKey,
  ValidationPhase,
} from '../model/key';
import { decodeKey, isReadable, isUnreadable } from './decodeKey';
import { unexpected } from './errors';
import type { Http } from './http';
import { pages, type ListWarning } from './pages';
import type { Answer } from './readAnswer';

const collection = '/byok/v1/keys';
const item = '/byok/v1/keys/{id}';

/** What the service itself can filter by; all that is given must match. */
export interface KeyFilter {
  /** A part of the name. */
  readonly displayName?: string;
  readonly provider?: Provider;
  readonly state?: KeyState;
  readonly phase?: ValidationPhase;
  /** Only keys that were valid once have one. */
  readonly region?: string;
  /** A part of the ARN, the key URL or the resource name. */
  readonly cloudKey?: string;
}

export interface KeyPage {
  readonly keys: readonly Key[];
  readonly unreadable: readonly UnreadableKey[];
  /** On the last page alone: the list may not be whole. */
  readonly warning?: ListWarning;
}

/** The part of a key in its cloud that is the user's to say. */
export type NewCloudKey =
  | Pick<AwsCloudKey, 'kind' | 'keyArn'>
  | Pick<AzureCloudKey, 'kind' | 'keyId' | 'keyVaultId' | 'tenantId'>
  | Pick<GcpCloudKey, 'kind' | 'keyId'>;

export interface NewKey {
  readonly displayName?: string;
  readonly key: NewCloudKey;
}

/** `byok/v1`. Everything throws an `ApiError`, or a `CancelledError` once its signal is aborted. */
export class KeysApi {
  readonly #http: Http;

  constructor(http: Http) {
    this.#http = http;
  }

  /** Newest first, page by page as they arrive; a key that moves to a later page while they do is given once. */
  async *pages(filter: KeyFilter = {}, signal?: AbortSignal): AsyncGenerator<KeyPage, void, void> {
    const seen = new Set<string>();
    for await (const page of pages(this.#http, { path: collection, query: queryOf(filter), signal })) {
      const items = page.items
        .map(decodeKey)
        .filter(({ id }) => id === undefined || (!seen.has(id) && seen.add(id)));
      yield {
        keys: items.filter(isReadable),
        unreadable: items.filter(isUnreadable),
        ...(page.warning && { warning: page.warning }),
      };
    }
  }

  async get(id: string, signal?: AbortSignal): Promise<Key> {
    return keyIn(await this.#http.request({ method: 'GET', path: item, id, signal }));
  }

  /** Registers a key. After an error that is no refusal, such as a time limit, it may be registered all the same. */
  async create({ displayName, key }: NewKey, signal?: AbortSignal): Promise<Key> {
    const body = { ...(displayName !== undefined && { display_name: displayName }), key: wireOf(key) };
    return keyIn(withIdOf(await this.#http.request({ method: 'POST', path: collection, body, signal })));
  }

  async rename(id: string, displayName: string, signal?: AbortSignal): Promise<Key> {
    const body = { display_name: displayName };
    return keyIn(await this.#http.request({ method: 'PATCH', path: item, id, body, signal }));
  }

  /** Forgets the registration; the key in its cloud stays. A conflict: a cluster has it, or had it within five days. */
  async delete(id: string, signal?: AbortSignal): Promise<void> {
    await this.#http.request({ method: 'DELETE', path: item, id, signal });
  }
}

function keyIn(answer: Answer): Key {
  const key = answer.json === undefined ? undefined : decodeKey(answer.json);
  if (key === undefined || isUnreadable(key)) throw unexpected(answer);
  return key;
}

/** An answer to a creation need not hold the id (from the API's description): then its `Location` does. */
function withIdOf(answer: Answer): Answer {
  const { json, location } = answer;
  if (!isJsonObject(json) || 'id' in json || location === undefined) return answer;
  return {
    ...answer,
    json: { ...json, id: location.slice(location.lastIndexOf('/') + 1) },
  };
}

function queryOf(filter: KeyFilter): Record<string, string> {
  const query = {
    display_name: filter.displayName,
    provider: filter.provider,
    state: filter.state,
    validation_phase: filter.phase,
    validation_region: filter.region,
    key: filter.cloudKey,
  };
  return Object.fromEntries(
    Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

function wireOf(key: NewCloudKey): JsonObject {
  switch (key.kind) {
    case 'AwsKey':
      return { kind: key.kind, key_arn: key.keyArn };
    case 'AzureKey':
      return { kind: key.kind, key_id: key.keyId, key_vault_id: key.keyVaultId, tenant_id: key.tenantId };
    case 'GcpKey':
      return { kind: key.kind, key_id: key.keyId };
  }
}
