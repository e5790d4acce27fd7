import type { JsonValue } from './json';
import { isJsonArray, isJsonObject } from './json';

/** Whether two JSON values say the same; the order of an object's members does not count. */
export function sameJson(a: JsonValue, b: JsonValue): boolean {
  if (a === b) return true;
  if (isJsonArray(a)) {
    return (
      isJsonArray(b) && a.length === b.length && a.every((item, index) => sameJson(item, b[index] ?? null))
    );
  }
  if (!isJsonObject(a) || !isJsonObject(b)) return false;
  const names = Object.keys(a);
  return (
    names.length === Object.keys(b).length &&
    names.every(name => {
      const other = b[name];
      return other !== undefined && sameJson(a[name] ?? null, other);
    })
  );
}
