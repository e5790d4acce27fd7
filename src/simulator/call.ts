import { isJsonObject, type JsonObject } from '../model/json';
import type { Answer } from './answer';
import type { Behaviour } from './behaviour';
import { badRequest, invalidBody } from './failures';
import type { futureKey } from './futureKey';
import type { Paging } from './paging';
import type { IssuedTokens } from './issuedTokens';
import type { Caller } from './signIn';
import type { State } from './state';

/** A request that has come as far as its operation. */
export interface Call {
  /** Scheme and authority that the request came to: links in answers stay there. */
  readonly base: string;
  /** The path without the query, as it came. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** The last part of an item's path, decoded. */
  readonly id: string;
  readonly body: string;
  readonly caller: Caller;
}

export interface Parts {
  readonly state: State;
  readonly behaviour: Behaviour;
  readonly paging: Paging;
  /** Absent where no tokens are issued. */
  readonly tokens: IssuedTokens | undefined;
  /** What makes keys of a later version while `unknownEnums`; absent where there never are any. */
  readonly futureKey: typeof futureKey | undefined;
}

export type Operation = (call: Call, parts: Parts) => Answer;

/** The body as a JSON object; refuses anything else. */
export function jsonBody(call: Call): JsonObject {
  let body: unknown;
  try {
    body = JSON.parse(call.body);
  } catch {
    throw badRequest('The request body is not valid JSON.');
  }
  if (!isJsonObject(body)) throw invalidBody([{ pointer: '', detail: 'The request body must be an object' }]);
  return body;
}
