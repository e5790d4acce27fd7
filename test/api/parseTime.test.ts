import fc from 'fast-check';
import assert from 'node:assert/strict';
import { parseTime } from '../../src/api/parseTime';

describe('parseTime', () => {
  const time = Date.UTC(2024, 2, 20, 15, 30, 0);
  const cases: readonly (readonly [label: string, text: unknown, expected: number | undefined])[] = [
    ['RFC 3339 in UTC', '2024-03-20T15:30:00Z', time],
    ['with an offset', '2024-03-20T08:30:00-07:00', time],
    ['with a space for the T, as the API describes `since`', '2024-03-20 15:30:00+00:00', time],
    ['with nanoseconds', '2023-01-20T10:17:45.169836528Z', Date.UTC(2023, 0, 20, 10, 17, 45, 169)],
    ['as Go prints it', '2024-03-20 15:30:00 +0000 UTC', time],
    ['as databases print it, with the hours of the offset alone', '2024-03-20 17:30:00.000001+02', time],
    ['without an offset', '2024-03-20T15:30:00', time],
    ['without seconds', '2024-03-20T15:30Z', time],
    ['in lower case, with blanks around', ' 2024-03-20t15:30:00z ', time],
    ["Go's zero time", '0001-01-01T00:00:00Z', undefined],
    ['a date alone', '2024-03-20', undefined],
    ['a month that is none', '2024-13-20T15:30:00Z', undefined],
    ['a month of none', '2024-00-20T15:30:00Z', undefined],
    ['a day of none', '2024-03-00T15:30:00Z', undefined],
    ['a day that its month lacks', '2023-02-29T15:30:00Z', undefined],
    ['a leap day', '2024-02-29T00:00:00Z', Date.UTC(2024, 1, 29)],
    ['words', 'yesterday', undefined],
    ['a number', 1_710_948_600, undefined],
    ['nothing', undefined, undefined],
  ];
  for (const [label, text, expected] of cases) {
    it(`reads ${label}`, () => assert.equal(parseTime(text), expected));
  }

  it('agrees with Date on every time since 1970', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date(0), max: new Date('9999-12-31'), noInvalidDate: true }), date =>
        assert.equal(parseTime(date.toISOString()), date.getTime()),
      ),
    );
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.anything(), anything => void parseTime(anything)));
  });
});
