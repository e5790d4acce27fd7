import assert from 'node:assert/strict';
import { stateSince } from '../../src/model/stateSince';

const seen = (at: number, state: string, phase = 'VALID') => ({ at, state, phase, message: undefined });

describe('stateSince', () => {
  const cases: readonly (readonly [
    label: string,
    timeline: readonly ReturnType<typeof seen>[],
    since: number | undefined,
  ])[] = [
    ['never seen', [], undefined],
    ['always in that state', [seen(1, 'AVAILABLE'), seen(2, 'AVAILABLE', 'INVALID')], undefined],
    ['came into it once', [seen(1, 'IN_USE'), seen(2, 'AVAILABLE')], 2],
    [
      'came into it, and its phase changed since',
      [seen(1, 'IN_USE'), seen(2, 'AVAILABLE'), seen(3, 'AVAILABLE', 'INVALID')],
      2,
    ],
    ['came into it twice', [seen(1, 'AVAILABLE'), seen(2, 'IN_USE'), seen(3, 'AVAILABLE')], 3],
  ];
  for (const [label, timeline, since] of cases) {
    it(label, () => assert.equal(stateSince(timeline), since));
  }
});
