// The module `url` as `node-fetch` 2 gets it (see esbuild.mjs): it reads addresses by `url.parse`, of which Node warns.
import { URL, format, urlToHttpOptions } from 'node:url';

export { URL, format };

/** What `url.parse` gives, as far as a request is made of it; throws for what is no whole address. */
export function parse(address: string): ReturnType<typeof urlToHttpOptions> {
  return urlToHttpOptions(new URL(address));
}
