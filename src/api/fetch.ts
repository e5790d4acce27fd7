/**
 * The part of `fetch` that the client uses, so that `cross-fetch` and the simulator are the same to it.
 * `body` is a byte stream of Node: reading it piece by piece is what lets a stalled answer end.
 */
export interface FetchInit {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly redirect: 'manual';
  readonly signal: AbortSignal;
}

export interface FetchResponse {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  readonly body: AsyncIterable<Uint8Array> | null;
}

export type Fetch = (url: string, init: FetchInit) => Promise<FetchResponse>;
