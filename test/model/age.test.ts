import assert from 'node:assert/strict';
import { ageOf } from '../../src/model/age';
import { someKey } from '../factories';

const now = Date.parse('2026-06-01T00:00:00Z');
const day = 24 * 60 * 60_000;

describe('the age of a key', () => {
  const cases: readonly (readonly [days: number, age: string])[] = [
    [-1, 'month'],
    [0, 'month'],
    [30, 'month'],
    [30.1, 'quarter'],
    [90, 'quarter'],
    [90.1, 'year'],
    [365, 'year'],
    [365.1, 'older'],
  ];
  for (const [days, age] of cases) {
    it(`is ${age} after ${days} days`, () =>
      assert.equal(ageOf({ ...someKey('cck-1'), createdAt: now - days * day }, now), age));
  }

  it('is not known without a date', () =>
    assert.equal(ageOf({ ...someKey('cck-1'), createdAt: undefined }, now), undefined));
});
