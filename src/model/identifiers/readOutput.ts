import { isJsonObject, type JsonObject } from '../json';

/** More than any of the commands prints for one key. In UTF-16 units. */
const longest = 100_000;

/** What a cloud's command line printed, as JSON or as the plain YAML of `gcloud`; undefined where it is neither. */
export function readOutput(text: string): JsonObject | undefined {
  if (text.length > longest) return undefined;
  const trimmed = text.trim();
  return trimmed.startsWith('{') ? readJson(trimmed) : readPlainYaml(trimmed);
}

function readJson(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isJsonObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Mappings of words, by indentation: all that `gcloud` prints for a key. Lists and long texts are passed over. */
function readPlainYaml(text: string): JsonObject | undefined {
  interface Mapping {
    [name: string]: string | Mapping;
  }
  const top: Mapping = {};
  const open: { readonly indent: number; readonly mapping: Mapping }[] = [{ indent: 0, mapping: top }];
  for (const line of linesOf(text)) {
    const match = /^( *)([A-Za-z]\w*):(?: (.*))?$/.exec(line.trimEnd());
    if (!match) continue;
    const [, { length: indent } = '', name = '', value = ''] = match;
    while (open.length > 1 && (open.at(-1)?.indent ?? 0) > indent) open.pop();
    const mapping = open.at(-1)?.mapping ?? top;
    if (value === '') {
      const inner: Mapping = {};
      mapping[name] = inner;
      open.push({ indent: indent + 1, mapping: inner });
    } else {
      mapping[name] = value.replace(/^(['"])([^'"]*)\1$/, '$2');
    }
  }
  return Object.keys(top).length > 0 ? top : undefined;
}

/**
 * An input of one line makes a space of each line break that is pasted: one before each name, and the indentation
 * behind it.
 */
function linesOf(text: string): readonly string[] {
  return text.includes('\n') ? text.split('\n') : text.split(/(?<=\S) (?= *[A-Za-z]\w*:(?: |$))/);
}
