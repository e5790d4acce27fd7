import fc from 'fast-check';
import assert from 'node:assert/strict';
import type { Dimension } from '../../src/model/grouping';
import { groupBy, isGrouping } from '../../src/model/grouping';
import { someKey } from '../factories';

const keys = [
  someKey('1', { provider: 'Zeta', state: 'RETIRED', region: null }),
  someKey('2', { provider: 'GCP', state: 'AVAILABLE', region: 'us-central1' }),
  someKey('3', { provider: 'Azure', state: 'IN_USE', region: null }),
  someKey('4', { provider: 'AWS', state: 'AVAILABLE', region: 'eu-west-1' }),
  someKey('5', { provider: 'Alpha', state: 'ARCHIVED', region: null }),
  someKey('6', { provider: 'AWS', state: 'IN_USE', region: 'us-central1' }),
];

describe('groupBy', () => {
  const cases: readonly (readonly [
    dimension: Dimension,
    groups: Readonly<Record<string, readonly string[]>>,
  ])[] = [
    ['provider', { AWS: ['4', '6'], Azure: ['3'], GCP: ['2'], Alpha: ['5'], Zeta: ['1'] }],
    ['state', { IN_USE: ['3', '6'], AVAILABLE: ['2', '4'], ARCHIVED: ['5'], RETIRED: ['1'] }],
    ['region', { 'eu-west-1': ['4'], 'us-central1': ['2', '6'], none: ['1', '3', '5'] }],
  ];
  for (const [dimension, expected] of cases) {
    it(`${dimension}: known values in their order, others by name, none last`, () => {
      const groups = groupBy(dimension, keys).map(({ value = 'none', keys: members }) => [
        value,
        members.map(({ id }) => id),
      ]);
      assert.deepEqual(groups, Object.entries(expected));
    });
  }

  it('has each key once, and the same groups whatever the order of the keys', () => {
    const dimensions = fc.constantFrom<Dimension>('provider', 'state', 'region');
    fc.assert(
      fc.property(
        dimensions,
        fc.shuffledSubarray(keys, { minLength: keys.length }),
        (dimension, shuffled) => {
          const values = groupBy(dimension, shuffled).map(({ value }) => value);
          assert.deepEqual(
            values,
            groupBy(dimension, keys).map(({ value }) => value),
          );
          const members = groupBy(dimension, shuffled).flatMap(group => group.keys.map(({ id }) => id));
          assert.deepEqual(members.sort(), ['1', '2', '3', '4', '5', '6']);
        },
      ),
    );
  });
});

describe('isGrouping', () => {
  const cases: readonly (readonly [value: unknown, answer: boolean])[] = [
    ['providerAndState', true],
    ['state', true],
    ['region', true],
    ['none', true],
    ['toString', false],
    ['__proto__', false],
    [undefined, false],
    [{ type: 'key' }, false],
  ];
  for (const [value, answer] of cases) {
    it(`${JSON.stringify(value)}: ${answer ? 'yes' : 'no'}`, () => assert.equal(isGrouping(value), answer));
  }
});
