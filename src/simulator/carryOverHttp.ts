import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { TLSSocket } from 'node:tls';
import { createGzip } from 'node:zlib';
import { type Delivery, framedHeaders, type MadeBody, type Mishap } from './delivery';

const pieceSize = 64 * 1024;

/** Delivers over a real connection, mishaps included. */
export async function carryOverHttp(delivery: Delivery, response: ServerResponse): Promise<void> {
  const { delayMs, status, body = '', mishap } = delivery;
  if (delayMs > 0) await delay(delayMs);
  // The connection stays until the client, or the end of the server, cuts it.
  if (mishap === 'stallBeforeHeaders') return;
  if (mishap === 'resetBeforeHeaders') {
    reset(response);
    return;
  }
  response.writeHead(status, framedHeaders(delivery));
  if (typeof body !== 'string') return sendMade(body, response);
  if (mishap !== undefined) return sendHalf(Buffer.from(body), mishap, response);
  response.end(body);
}

async function sendHalf(bytes: Buffer, mishap: Mishap, response: ServerResponse): Promise<void> {
  const half = bytes.subarray(0, Math.ceil(bytes.length / 2));
  await new Promise<void>(resolve => response.write(half, () => resolve()));
  if (mishap === 'resetMidBody') reset(response);
  if (mishap === 'truncateContentLength' || mishap === 'truncateChunked') response.socket?.end();
}

/** Node resets bare TCP connections only; one under TLS is closed without a word, which reads the same. */
function reset({ socket }: ServerResponse): void {
  if (socket instanceof TLSSocket) socket.destroy();
  else socket?.resetAndDestroy();
}

async function sendMade({ bytes, gzip }: MadeBody, response: ServerResponse): Promise<void> {
  const source = Readable.from(blanks(bytes));
  const sent = gzip ? pipeline(source, createGzip(), response) : pipeline(source, response);
  // A client that hangs up has had enough: nothing is wrong on this side.
  await sent.catch(() => undefined);
}

function* blanks(bytes: number): Generator<Buffer> {
  const piece = Buffer.alloc(pieceSize, ' ');
  for (let left = bytes; left > 0; left -= pieceSize) yield piece.subarray(0, Math.min(left, pieceSize));
}
