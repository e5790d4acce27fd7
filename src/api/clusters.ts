import type { Cluster } from '../model/cluster';
import type { JsonValue } from '../model/json';
import { idIn, identifierLimit, objectIn, textIn, wordIn } from './fields';
import type { Http } from './http';
import { allItems } from './pages';

/** `cmk/v2`. */
export class ClustersApi {
  readonly #http: Http;

  constructor(http: Http) {
    this.#http = http;
  }

  /** All clusters of one environment: the service has no list over several, and no filter by key. */
  list(environmentId: string, signal?: AbortSignal): Promise<readonly Cluster[]> {
    const request = { path: '/cmk/v2/clusters', query: { environment: environmentId }, signal };
    return allItems(this.#http, request, raw => decodeCluster(raw, environmentId));
  }
}

function decodeCluster(raw: JsonValue, environmentId: string): Cluster | undefined {
  const cluster = objectIn(raw);
  const id = idIn(cluster['id']);
  if (id === undefined) return undefined;
  const spec = objectIn(cluster['spec']);
  const config = objectIn(spec['config']);
  return {
    id,
    displayName: textIn(spec['display_name']),
    environmentId: idIn(objectIn(spec['environment'])['id']) ?? environmentId,
    cloud: wordIn(spec['cloud'], ['AWS', 'AZURE', 'GCP']) ?? '',
    region: textIn(spec['region']) ?? '',
    type: textIn(config['kind']),
    phase: textIn(objectIn(cluster['status'])['phase']),
    keyId: textIn(objectIn(spec['byok'])['id']),
    legacyEncryptionKey: textIn(config['encryption_key'], identifierLimit),
  };
}
