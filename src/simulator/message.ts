import type { Answer } from './answer';

/** A response as text. */
export interface Message {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

/** The message for an answer, with a request id of its own where the answer has none. */
export function messageOf({ status, headers = {}, json }: Answer): Message {
  const identified = { 'X-Request-Id': crypto.randomUUID(), ...headers };
  if (json === undefined) return { status, headers: identified, body: undefined };
  return {
    status,
    headers: { 'Content-Type': 'application/json', ...identified },
    body: JSON.stringify(json),
  };
}
