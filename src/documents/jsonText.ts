import type { JsonValue } from '../model/json';

/**
 * Pretty-printed JSON that shows what is in it: characters that would hide or reorder text stand as escapes,
 * which mean the same to a JSON parser.
 */
export function jsonText(value: JsonValue): string {
  const escaped = JSON.stringify(value, undefined, 2).replace(
    /[\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `${escaped}\n`;
}
