import type { Fetch, FetchResponse } from '../api/fetch';
import type { Message } from './message';
import type { SimulatorRequest } from './simulatedService';

/** A `fetch` that is answered here, whatever host it asks. Rejects with an `AbortError` when the signal says so. */
export function inProcess(
  respond: (request: SimulatorRequest, signal: AbortSignal) => FetchResponse | Promise<FetchResponse>,
): Fetch {
  return async (url, { method, headers, body, signal }) => {
    // As the network would be: never in the same turn.
    await new Promise(resolve => setImmediate(resolve));
    throwIfAborted(signal);
    const lowerCase = Object.entries(headers).map(([name, value]): [string, string] => [
      name.toLowerCase(),
      value,
    ]);
    return respond({ method, url: new URL(url), headers: Object.fromEntries(lowerCase), body }, signal);
  };
}

/** A response as `fetch` shows it. */
export function responseOf(
  { status, headers }: Pick<Message, 'status' | 'headers'>,
  body: FetchResponse['body'],
): FetchResponse {
  const byName = new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  return { status, headers: { get: name => byName.get(name.toLowerCase()) ?? null }, body };
}

/** Whatever the signal's reason is, as `cross-fetch` does. */
export function throwIfAborted(signal: AbortSignal): void {
  if (signal.aborted) throw abortError();
}

export function abortError(): DOMException {
  return new DOMException('The operation was aborted.', 'AbortError');
}
