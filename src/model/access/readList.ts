import { isJsonObject, type JsonValue } from '../json';

/** The list that a command printed as JSON: all of it, or the member of that name; undefined where there is none. */
export function readList(output: string, member?: string): readonly JsonValue[] | undefined {
  let value: JsonValue;
  try {
    value = JSON.parse(output) as JsonValue;
  } catch {
    return undefined;
  }
  if (member === undefined) return Array.isArray(value) ? (value as readonly JsonValue[]) : undefined;
  if (!isJsonObject(value)) return undefined;
  // Google leaves out what is empty.
  const list = value[member] ?? [];
  return Array.isArray(list) ? (list as readonly JsonValue[]) : undefined;
}
