import type { Environment } from '../model/cluster';
import { namedIn } from './fields';
import type { Http } from './http';
import { allItems } from './pages';

/** The environments of `org/v2`. */
export class EnvironmentsApi {
  readonly #http: Http;

  constructor(http: Http) {
    this.#http = http;
  }

  /** Those that the credentials may see. */
  list(signal?: AbortSignal): Promise<readonly Environment[]> {
    return allItems(this.#http, { path: '/org/v2/environments', signal }, namedIn);
  }
}
