// The module `url` as `node-fetch` 2 gets it (see esbuild.mjs): it reads addresses by `url.parse`, of which Node warns.
import type { RequestOptions } from 'node:https';
import { URL, format, urlToHttpOptions } from 'node:url';

export { URL, format };

/**
 * What `url.parse` gives, as far as a request is made of it; throws for what is no whole address. Certificates are
 * checked, whichever agent sends it: else NODE_TLS_REJECT_UNAUTHORIZED would decide, which a folder's own environment
 * may set.
 */
export function parse(address: string): RequestOptions {
  return { ...urlToHttpOptions(new URL(address)), rejectUnauthorized: true };
}
