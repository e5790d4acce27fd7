import type { Quota } from '../model/cluster';
import type { JsonValue } from '../model/json';
import { objectIn } from './fields';
import type { Http } from './http';
import { pages } from './pages';

const byokKeys = 'byok.max_keys.per_org';

/** `service-quota/v1`. */
export class QuotasApi {
  readonly #http: Http;

  constructor(http: Http) {
    this.#http = http;
  }

  /** How many keys may be registered in the organization; undefined when the service does not say. */
  async byokKeys(signal?: AbortSignal): Promise<Quota | undefined> {
    const request = {
      path: '/service-quota/v1/applied-quotas',
      query: { scope: 'ORGANIZATION', id: byokKeys },
      signal,
    };
    for await (const { items } of pages(this.#http, request)) {
      const quota = items.map(decodeQuota).find(quota => quota?.id === byokKeys);
      if (quota) return quota;
    }
    return undefined;
  }
}

function decodeQuota(raw: JsonValue): Quota | undefined {
  const { id, applied_limit: limit, usage } = objectIn(raw);
  if (typeof id !== 'string' || typeof limit !== 'number') return undefined;
  return { id, limit, usage: typeof usage === 'number' ? usage : undefined };
}
