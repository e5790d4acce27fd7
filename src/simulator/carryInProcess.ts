import type { FetchResponse } from '../api/fetch';
import { type Delivery, framedHeaders } from './delivery';
import { abortError, responseOf, throwIfAborted } from './inProcess';

const pieceSize = 64 * 1024;

/**
 * Delivers without a network, as `fetch` would show it: a reset is an error with the code ECONNRESET, a chunked body
 * cut short is a premature close, one cut short of its Content-Length ends early, a gzip bomb arrives unpacked.
 */
export async function carryInProcess(delivery: Delivery, signal: AbortSignal): Promise<FetchResponse> {
  if (delivery.delayMs > 0) await pause(delivery.delayMs, signal);
  if (delivery.mishap === 'stallBeforeHeaders') await pause(Infinity, signal);
  if (delivery.mishap === 'resetBeforeHeaders') throw connectionError('ECONNRESET', 'socket hang up');
  const { status, body } = delivery;
  const headers = framedHeaders(delivery);
  return responseOf({ status, headers }, body === undefined ? null : pieces(delivery, signal));
}

async function* pieces({ body, mishap }: Delivery, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  throwIfAborted(signal);
  if (typeof body === 'object') {
    yield* madePieces(body.bytes, signal);
    return;
  }
  const bytes = new TextEncoder().encode(body);
  yield mishap === undefined ? bytes : bytes.subarray(0, Math.ceil(bytes.length / 2));
  if (mishap === 'stallAfterHeaders') await pause(Infinity, signal);
  if (mishap === 'resetMidBody') throw connectionError('ECONNRESET', 'aborted');
  if (mishap === 'truncateChunked') throw connectionError('ERR_STREAM_PREMATURE_CLOSE', 'Premature close');
}

async function* madePieces(bytes: number, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  const piece = new Uint8Array(pieceSize).fill(0x20);
  for (let left = bytes; left > 0; left -= pieceSize) {
    await new Promise(resolve => setImmediate(resolve));
    throwIfAborted(signal);
    yield piece.subarray(0, Math.min(left, pieceSize));
  }
}

/** Waits so many ms, or, for `Infinity`, until the signal aborts. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const finish = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', finish);
      if (signal.aborted) reject(abortError());
      else resolve();
    };
    const timer = Number.isFinite(ms) ? setTimeout(finish, ms) : undefined;
    signal.addEventListener('abort', finish);
    if (signal.aborted) finish();
  });
}

function connectionError(code: string, message: string): Error {
  return Object.assign(new Error(message), { code });
}
