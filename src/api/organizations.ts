import { namedIn } from './fields';
import type { Http } from './http';
import { allItems } from './pages';

export interface Organization {
  readonly id: string;
  readonly displayName: string | undefined;
}

/** The organizations of `org/v2`. */
export class OrganizationsApi {
  readonly #http: Http;

  constructor(http: Http) {
    this.#http = http;
  }

  /** With a Cloud API key, the one it belongs to. */
  list(signal?: AbortSignal): Promise<readonly Organization[]> {
    return allItems(this.#http, { path: '/org/v2/organizations', signal }, namedIn);
  }
}
