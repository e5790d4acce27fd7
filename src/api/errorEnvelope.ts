import { isJsonObject, type JsonObject, type JsonValue } from '../model/json';
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
  if (Array.isArray(errors) && errors.length > 0) return errors.slice(0, maxEntries).map(problemOf);
  if (typeof error === 'string')
    return [{ code: error, detail: body['error_description'] ?? body['message'] ?? '' }];
  return [isJsonObject(error) ? error : body];
}

function problemOf(value: JsonValue): JsonObject {
  return typeof value === 'string' ? { detail: value } : objectIn(value);
}

function entryOf(problem: JsonObject): ErrorEntry {
  const source = objectIn(problem['source']);
  const texts = {
    code: textOrNumber(problem['code'] ?? problem['error_code']),
    title: textIn(problem['title']),
    detail: firstTextIn(problem, ['detail', 'message', 'details']),
    pointer: textIn(source['pointer']),
    parameter: textIn(source['parameter']),
    resolution: firstTextIn(problem, ['resolution', 'suggestion']),
  };
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== undefined));
}

function firstTextIn(problem: JsonObject, names: readonly string[]): string | undefined {
  return names.map(name => textIn(problem[name], detailLimit)).find(text => text !== undefined);
}

function textOrNumber(value: JsonValue | undefined): string | undefined {
  return typeof value === 'number' ? String(value) : textIn(value, 128);
}

function hasContent(entry: ErrorEntry): boolean {
  return Object.keys(entry).length > 0;
}
