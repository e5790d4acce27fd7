import { ApiError, CancelledError } from './errors';
import type { FetchResponse } from './fetch';
import type { TimeLimit } from './timeLimit';

/** A page of 100 keys takes about 80 kB. */
const maxBytes = 5_000_000;

/** The text of an answer, or an {@link ApiError} once it is over 5 MB after decompression. */
export async function readBody({ status, body }: FetchResponse, limit: TimeLimit): Promise<string> {
  if (body === null || (status >= 300 && status < 400)) return '';
  try {
    return await readText(body, limit);
  } catch (error) {
    // A refusal is one even if its explanation does not arrive.
    if (status >= 400 && !(limit.failure instanceof CancelledError)) return '';
    throw error;
  }
}

async function readText(body: AsyncIterable<Uint8Array>, limit: TimeLimit): Promise<string> {
  const chunks = body[Symbol.asyncIterator]();
  const decoder = new TextDecoder();
  let bytes = 0;
  let text = '';
  try {
    for (;;) {
      const chunk = await limit.race(chunks.next());
      if (chunk.done === true) return text + decoder.decode();
      bytes += chunk.value.byteLength;
      if (bytes > maxBytes) throw new ApiError('badAnswer', { reason: 'tooLarge' });
      text += decoder.decode(chunk.value, { stream: true });
    }
  } finally {
    // Not awaited, since a stalled stream does not end before its request is aborted.
    chunks.return?.().catch(() => undefined);
  }
}
