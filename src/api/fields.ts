import { isJsonObject, type JsonObject, type JsonValue } from '../model/json';
import type { Extensible } from '../model/key';
import { cleanText } from './cleanText';

/** Room for a cloud's resource name: an Azure vault's takes up to 250 characters. */
export const identifierLimit = 2048;

const nothing: JsonObject = {};

/** The object, or an empty one: so that a path into an answer can be read without a check at each step. */
export function objectIn(value: JsonValue | undefined): JsonObject {
  return isJsonObject(value) ? value : nothing;
}

/** The text, cleaned; undefined for an empty one and for what is no text. */
export function textIn(value: JsonValue | undefined, limit?: number): string | undefined {
  return typeof value === 'string' && value !== '' ? cleanText(value, limit) : undefined;
}

/** The word, spelled as `words` spell it, whatever its case; a word that is not among them as it came, cleaned. */
export function wordIn<Word extends string>(
  value: JsonValue | undefined,
  words: readonly Word[],
): Extensible<Word> | undefined {
  const text = textIn(value);
  if (text === undefined) return undefined;
  const upper = text.toUpperCase();
  return words.find(word => word.toUpperCase() === upper) ?? text;
}

/** An id that can be asked for again: what would have to be cleaned first is none. */
export function idIn(value: JsonValue | undefined): string | undefined {
  return typeof value === 'string' && value !== '' && cleanText(value, 255) === value ? value : undefined;
}

/** What most lists hold: an id and a name. */
export function namedIn(
  value: JsonValue,
): { readonly id: string; readonly displayName: string | undefined } | undefined {
  const { id: rawId, display_name: name } = objectIn(value);
  const id = idIn(rawId);
  return id === undefined ? undefined : { id, displayName: textIn(name) };
}
