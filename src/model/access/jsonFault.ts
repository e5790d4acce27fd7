import type { AccessMessage } from './accessMessages';

/** What is wrong with a text that should be JSON, and where, in UTF-16 units. */
export interface JsonFault extends AccessMessage {
  readonly start: number;
  readonly length: number;
}

type Expected = 'value' | 'valueOrEnd' | 'name' | 'nameOrEnd' | 'colon' | 'commaOrEnd' | 'nothing';

const deepest = 64;
const token =
  /[ \t\n\r]*(?:("(?:[^"\\\p{Cc}]|[\u007f-\u009f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)|([{}[\],:])|$)/uy;

/**
 * The first fault of a text as JSON: `JSON.parse` does not say for every fault where it is, and takes the same
 * name twice in one object, of which it forgets one.
 */
export function jsonFault(text: string): JsonFault | undefined {
  const open: (Set<string> | undefined)[] = [];
  let expected: Expected = 'value';
  let at = 0;
  const syntax = (start: number): JsonFault => {
    const sign = String.fromCodePoint(text.codePointAt(start) ?? 0xfffd);
    return { code: 'policySyntax', args: [sign], start, length: sign.length };
  };
  for (;;) {
    token.lastIndex = at;
    const match = token.exec(text);
    if (!match) return syntax(at + (/^[ \t\n\r]*/.exec(text.slice(at))?.[0].length ?? 0));
    const [whole, string, word, sign] = match;
    const start = at + whole.length - (string ?? word ?? sign ?? '').length;
    at += whole.length;
    if (string === undefined && word === undefined && sign === undefined) {
      if (expected === 'nothing') return undefined;
      return { code: 'policyEnd', args: [], start: text.length, length: 0 };
    }
    const isValue: boolean = expected === 'value' || expected === 'valueOrEnd';
    const afterValue = (): Expected => (open.length === 0 ? 'nothing' : 'commaOrEnd');
    if (isValue && (sign === '{' || sign === '[')) {
      if (open.length >= deepest) return { code: 'policyTooDeep', args: [], start, length: 1 };
      open.push(sign === '{' ? new Set() : undefined);
      expected = sign === '{' ? 'nameOrEnd' : 'valueOrEnd';
    } else if (isValue && sign === undefined) {
      expected = afterValue();
    } else if ((expected === 'name' || expected === 'nameOrEnd') && string !== undefined) {
      const names = open.at(-1);
      const name = String(JSON.parse(string));
      if (names?.has(name)) return { code: 'policyDuplicate', args: [string], start, length: string.length };
      names?.add(name);
      expected = 'colon';
    } else if (expected === 'colon' && sign === ':') {
      expected = 'value';
    } else if (expected === 'commaOrEnd' && sign === ',') {
      expected = open.at(-1) ? 'name' : 'value';
    } else if (closes(expected, sign, open.at(-1) !== undefined)) {
      open.pop();
      expected = afterValue();
    } else {
      return syntax(start);
    }
  }
}

function closes(expected: Expected, sign: string | undefined, isObject: boolean): boolean {
  if (sign === '}') return isObject && (expected === 'nameOrEnd' || expected === 'commaOrEnd');
  return sign === ']' && !isObject && (expected === 'valueOrEnd' || expected === 'commaOrEnd');
}
