import fc from 'fast-check';
import assert from 'node:assert/strict';
import { matches, noFilter } from '../../../src/model/filter';
import { chartsOf } from '../../../src/model/overview/charts';
import { someKey } from '../../factories';

const now = Date.parse('2026-06-01T00:00:00Z');

const someKeys = fc.array(
  fc.record({
    provider: fc.constantFrom('AWS', 'Azure', 'GCP', 'Oracle'),
    state: fc.constantFrom('AVAILABLE', 'IN_USE', 'RETIRED'),
    phase: fc.constantFrom('VALID', 'INVALID', 'INITIALIZING', 'PAUSED', null),
    region: fc.constantFrom('eu-west-1', 'us-east-1', 'europe-west1', 'constructor', null),
    createdAt: fc.constantFrom('2026-05-30T00:00:00Z', '2026-04-01T00:00:00Z', '2020-01-01T00:00:00Z', ''),
  }),
  { maxLength: 30 },
);

const drawn = (keys: Parameters<typeof chartsOf>[0]) =>
  Object.fromEntries(
    chartsOf(keys, now).map(({ by, segments }) => [by, segments.map(({ value, count }) => [value, count])]),
  );

describe('the charts', () => {
  it('count the keys: known values in their order, then the most first, then those without one', () => {
    const keys = [
      someKey('cck-1', { state: 'IN_USE', phase: 'INVALID' }),
      someKey('cck-2', { provider: 'Oracle', region: null, phase: null }),
      someKey('cck-3', { provider: 'GCP', region: 'europe-west1', phase: 'PAUSED' }),
      someKey('cck-4', { provider: 'GCP', region: 'europe-west1', createdAt: '2026-05-31T00:00:00Z' }),
      someKey('cck-5', { state: 'RETIRED', region: 'ap-east-1' }),
      someKey('cck-6', { provider: 'Azure', region: null, phase: 'INITIALIZING', createdAt: 'nonsense' }),
    ];
    assert.deepEqual(drawn(keys), {
      providers: [
        ['AWS', 2],
        ['Azure', 1],
        ['GCP', 2],
        ['Oracle', 1],
      ],
      states: [
        ['IN_USE', 1],
        ['AVAILABLE', 4],
        ['RETIRED', 1],
      ],
      phases: [
        ['VALID', 2],
        ['INITIALIZING', 1],
        ['INVALID', 1],
        ['PAUSED', 1],
        ['', 1],
      ],
      regions: [
        ['europe-west1', 2],
        ['ap-east-1', 1],
        ['eu-west-1', 1],
        ['', 2],
      ],
      ages: [
        ['month', 1],
        ['year', 4],
        ['', 1],
      ],
    });
  });

  it('are empty without keys', () => {
    assert.deepEqual(drawn([]), { providers: [], states: [], phases: [], regions: [], ages: [] });
  });

  it('count each key once, and as many as the filter of the segment shows', () => {
    fc.assert(
      fc.property(someKeys, parts => {
        const keys = parts.map((part, index) => someKey(`cck-${index}`, part));
        for (const { by, segments } of chartsOf(keys, now)) {
          assert.equal(
            segments.reduce((sum, { count }) => sum + count, 0),
            keys.length,
          );
          for (const { value, count } of segments) {
            const filter = { ...noFilter, [by]: [value] };
            assert.equal(keys.filter(key => matches(key, filter, now)).length, count);
          }
        }
      }),
    );
  });
});
