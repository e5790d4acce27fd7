import { isJsonObject, type JsonValue } from '../json';

/** A text at the end of a path of names; numbers, objects and what is not there are undefined. */
export function field(value: JsonValue | undefined, ...path: readonly string[]): string | undefined {
  const found = valueAt(value, path);
  return typeof found === 'string' && found !== '' ? found : undefined;
}

/** A switch at the end of a path of names, also where YAML was read, which knows texts alone. */
export function flag(value: JsonValue | undefined, ...path: readonly string[]): boolean | undefined {
  const found = valueAt(value, path);
  if (found === true || found === 'true') return true;
  return found === false || found === 'false' ? false : undefined;
}

/** The texts of a list at the end of a path of names. */
export function texts(
  value: JsonValue | undefined,
  ...path: readonly string[]
): readonly string[] | undefined {
  const found = valueAt(value, path);
  return Array.isArray(found) ? found.filter(item => typeof item === 'string') : undefined;
}

function valueAt(value: JsonValue | undefined, path: readonly string[]): JsonValue | undefined {
  let found = value;
  for (const name of path) {
    if (!isJsonObject(found) || !Object.hasOwn(found, name)) return undefined;
    found = found[name];
  }
  return found;
}
