import type { JsonValue } from '../model/json';
import { parseErrorEnvelope } from './errorEnvelope';
import { ApiError, type ErrorEntry, type ErrorFacts, type ErrorKind } from './errors';
import type { FetchResponse } from './fetch';
import { identifierLimit, textIn } from './fields';
import { retryAfter } from './retry';

/** An answer that succeeded. */
export interface Answer {
  readonly status: number;
  /** Undefined for an empty body. */
  readonly json: JsonValue | undefined;
  readonly requestId: string | undefined;
  /** Of what was created. */
  readonly location: string | undefined;
}

type Headers = FetchResponse['headers'];

/** The answer out of a response whose body has been read; throws an {@link ApiError} for anything but a success in JSON. */
export function readAnswer(response: FetchResponse, body: string): Answer {
  const { status, headers } = response;
  const location = locationIn(headers);
  const facts: ErrorFacts = { ...factsIn(response), ...(location && { location }) };
  const { requestId } = facts;
  if (status >= 300 && status < 400) throw new ApiError('redirect', facts);
  if (status < 200 || status >= 400) throw refusal(status, headers, jsonOrNothing(body), facts);
  if (body === '') return { status, json: undefined, requestId, location };
  if (!isJson(headers)) throw new ApiError('badAnswer', { ...facts, reason: 'notJson' });
  const json = jsonOrNothing(body);
  if (json === undefined) throw new ApiError('badAnswer', { ...facts, reason: 'invalidJson' });
  return { status, json, requestId, location };
}

/** What the head of an answer tells, whatever becomes of its body. */
export function factsIn({ status, headers }: FetchResponse): Pick<ErrorFacts, 'status' | 'requestId'> {
  const requestId = textIn(headers.get('x-request-id'), 128);
  return { status, ...(requestId && { requestId }) };
}

function refusal(status: number, headers: Headers, json: JsonValue | undefined, facts: ErrorFacts): ApiError {
  const { entries, requestId } = parseErrorEnvelope(json);
  if (status === 407) return new ApiError('unreachable', { ...facts, reason: 'proxy' });
  const wait = retryAfter(status, headers);
  return new ApiError(kindOf(status, entries), {
    ...(requestId && { requestId }),
    ...facts,
    ...(wait !== undefined && { retryAfter: wait }),
    entries,
  });
}

function kindOf(status: number, entries: readonly ErrorEntry[]): ErrorKind {
  const says = (pattern: RegExp) =>
    entries.some(({ detail }) => detail !== undefined && pattern.test(detail));
  switch (status) {
    case 400:
    case 422:
      // A known defect of the service: some quota errors come as 400.
      return entries.some(({ code }) => code === 'quota_exceeded') || says(/ is currently limited to /)
        ? 'quotaExceeded'
        : 'invalid';
    case 401:
      return 'unauthenticated';
    case 402:
      return 'quotaExceeded';
    case 403:
      return says(/invalid api key/i) ? 'unauthenticated' : 'forbidden';
    case 404:
    case 410:
      return 'notFound';
    case 409:
      return 'conflict';
    case 429:
      return 'rateLimited';
    default:
      return status >= 500 ? 'server' : 'rejected';
  }
}

function isJson(headers: Headers): boolean {
  const type = headers.get('content-type');
  return type === null || /^\s*application\/([\w.+-]+\+)?json\s*(;|$)/i.test(type);
}

function jsonOrNothing(body: string): JsonValue | undefined {
  try {
    return JSON.parse(body) as JsonValue;
  } catch {
    return undefined;
  }
}

/** Without the parts of an address in which a secret can stand. */
function locationIn(headers: Headers): string | undefined {
  const url = URL.parse(headers.get('location') ?? '');
  return url ? textIn(url.origin + url.pathname, identifierLimit) : undefined;
}
