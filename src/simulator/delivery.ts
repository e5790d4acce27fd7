import type { Answer } from './answer';

/** What goes wrong while a response is on its way. */
export type Mishap =
  | 'stallBeforeHeaders'
  | 'stallAfterHeaders'
  | 'resetBeforeHeaders'
  | 'resetMidBody'
  | 'truncateContentLength'
  | 'truncateChunked';

/** So many bytes, made while they are sent. */
export interface MadeBody {
  readonly bytes: number;
  readonly gzip: boolean;
}

/** A response, in process or over HTTP. */
export interface Delivery {
  readonly delayMs: number;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | MadeBody | undefined;
  readonly mishap: Mishap | undefined;
}

/** Makes an answer ready to be sent. */
export function deliveryOf({ status, headers = {}, json }: Answer): Delivery {
  const bare = { delayMs: 0, status, mishap: undefined };
  if (json === undefined) return { ...bare, headers, body: undefined };
  return { ...bare, headers: { 'Content-Type': 'application/json', ...headers }, body: JSON.stringify(json) };
}

/** The headers as they are sent: with the body's length, but for a body in chunks. */
export function framedHeaders({
  status,
  headers,
  body = '',
  mishap,
}: Delivery): Readonly<Record<string, string>> {
  if (typeof body !== 'string' || status === 204 || mishap === 'truncateChunked') return headers;
  return { ...headers, 'Content-Length': String(new TextEncoder().encode(body).length) };
}
