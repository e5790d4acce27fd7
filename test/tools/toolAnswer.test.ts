import assert from 'node:assert/strict';
import { clip, defined, pageOf, time } from '../../src/tools/toolAnswer';

const numbers = Array.from({ length: 10 }, (_, index) => index);
const rowOf = (number: number): object => ({ number });

describe('the answer of a tool', () => {
  const pages: Readonly<
    Record<string, readonly [offset: number, limit: number, rows: number[], more?: string]>
  > = {
    'all of it': [0, 50, numbers],
    'the first': [0, 3, [0, 1, 2], '7 more: ask again with "offset": 3, or narrow the search.'],
    'the last': [8, 3, [8, 9]],
    'what is behind the end': [20, 3, []],
  };
  for (const [label, [offset, limit, rows, more]] of Object.entries(pages)) {
    it(`gives a part of a list: ${label}`, () => {
      assert.deepEqual(pageOf(numbers, rowOf, { offset, limit }), { rows: rows.map(rowOf), more });
    });
  }

  it('ends before it is too long, and says where to go on', () => {
    const long = numbers.map(number => ({ number, text: 'x'.repeat(10_000) }));
    const { rows, more } = pageOf(long, row => row, { offset: 0, limit: 50 });
    assert.deepEqual([rows.length, more], [3, '7 more: ask again with "offset": 3, or narrow the search.']);
  });

  it('gives one row in any case', () => {
    const huge = [{ text: 'x'.repeat(100_000) }, { text: 'y' }];
    assert.equal(pageOf(huge, row => row, { offset: 0, limit: 50 }).rows.length, 1);
  });

  it('cuts a text, and no character in two', () => {
    assert.deepEqual(
      [clip('short'), clip('12345', 4), clip('123\u{1f511}', 4)],
      ['short', '1234…', '123\ufffd…'],
    );
  });

  it('writes times as everybody does, and leaves out what there is not', () => {
    assert.equal(time(0), '1970-01-01T00:00:00.000Z');
    assert.deepEqual(defined({ a: 1, b: undefined, c: null }), { a: 1, c: null });
  });
});
