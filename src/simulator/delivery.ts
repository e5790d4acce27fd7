import type { Message } from './message';

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

/** A response on its way, in process or over HTTP. */
export interface Delivery extends Omit<Message, 'body'> {
  readonly delayMs: number;
  readonly body: string | MadeBody | undefined;
  readonly mishap: Mishap | undefined;
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
