import type { JsonObject, JsonValue } from '../model/json';
import type { ErrorEntry } from './errors';
import { objectIn, textIn } from './fields';

const maxEntries = 20;
const detailLimit = 1000;

/** What an error body says. */
export interface ErrorEnvelope {
  readonly entries: readonly ErrorEntry[];
  readonly requestId: string | undefined;
}

/**
 * Reads every envelope that Confluent's services are known to use: `{errors: […]}`, `{error: {…}}`, OAuth's
 * `{error, error_description}`, and a bare `{message}` with or without an `error_code`. Of anything else, nothing.
 */
export function parseErrorEnvelope(json: JsonValue | undefined): ErrorEnvelope {
  const body = objectIn(json);
  return {
    entries: problemsIn(body).map(entryOf).filter(hasContent),
    requestId: textIn(body['requestId'], 128),
  };
}

function problemsIn(body: JsonObject): readonly JsonObject[] {
  const { errors, error } = body;
  if (Array.isArray(errors)) return errors.slice(0, maxEntries).map(problemOf);
  if (typeof error === 'string')
    return [{ code: error, detail: body['error_description'] ?? body['message'] ?? '' }];
  return [error === undefined ? body : objectIn(error)];
}

function problemOf(value: JsonValue): JsonObject {
  return typeof value === 'string' ? { detail: value } : objectIn(value);
}

function entryOf(problem: JsonObject): ErrorEntry {
  const source = objectIn(problem['source']);
  const texts = {
    code: textOrNumber(problem['code'] ?? problem['error_code']),
    title: textIn(problem['title']),
    detail: textIn(problem['detail'] ?? problem['message'], detailLimit),
    pointer: textIn(source['pointer']),
    parameter: textIn(source['parameter']),
    resolution: textIn(problem['resolution'] ?? problem['suggestion'], detailLimit),
  };
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== undefined));
}

function textOrNumber(value: JsonValue | undefined): string | undefined {
  return typeof value === 'number' ? String(value) : textIn(value, 128);
}

function hasContent(entry: ErrorEntry): boolean {
  return Object.keys(entry).length > 0;
}
