/**
 * The Node build of `cross-fetch`, which is `node-fetch` 2, as far as it is used here.
 * The package's own typings are the browser's: they would make `window` and `document` valid in all of the host's code.
 */
declare module 'cross-fetch/dist/node-ponyfill' {
  import type { Agent } from 'node:http';
  import type { FetchInit, FetchResponse } from './fetch';

  export interface NodeFetchInit extends FetchInit {
    readonly agent: (url: { readonly protocol: string }) => Agent;
  }

  export function fetch(url: string, init: NodeFetchInit): Promise<FetchResponse>;
}
