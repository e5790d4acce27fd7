import fc from 'fast-check';
import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import type { JsonValue } from '../../src/model/json';
import { sameJson } from '../../src/model/sameJson';

const json = fc.jsonValue({ maxDepth: 3 }).map(value => JSON.parse(JSON.stringify(value)) as JsonValue);

describe('sameJson', () => {
  const cases: readonly (readonly [label: string, a: JsonValue, b: JsonValue, same: boolean])[] = [
    ['members in another order', { a: 1, b: [2] }, { b: [2], a: 1 }, true],
    ['items in another order', [1, 2], [2, 1], false],
    ['a member more', { a: 1 }, { a: 1, b: null }, false],
    ['a member less', { a: 1, b: null }, { a: 1 }, false],
    ['null instead of a member', { a: null }, { b: null }, false],
    ['an item less', [null], [], false],
    ['an object instead of a list', {}, [], false],
    ['a list instead of an object', [], {}, false],
    ['text instead of a number', '1', 1, false],
    ['null instead of an object', null, {}, false],
    ['a member that every object has', { toString: null }, { valueOf: null }, false],
  ];
  for (const [label, a, b, same] of cases) it(label, () => assert.equal(sameJson(a, b), same));

  it('agrees with Node', () => {
    fc.assert(
      fc.property(json, json, (a, b) => {
        assert.equal(sameJson(a, b), isDeepStrictEqual(a, b));
        assert.ok(sameJson(a, structuredClone(a)));
      }),
      { numRuns: 1000 },
    );
  });
});
