import assert from 'node:assert/strict';
import type { Sighting } from '../../src/model/timeline';
import { timelineLength, withSighting } from '../../src/model/timeline';
import type { KeyParts } from '../factories';
import { someKey } from '../factories';

const now = Date.parse('2026-03-01T12:00:00Z');
const at = (time: string): string => `2026-03-01T${time}Z`;
const ms = (time: string): number => Date.parse(at(time));

/** What a key was seen in, the last ones first said. */
const seen = (parts: KeyParts): Sighting => {
  const [sighting] = withSighting([], someKey('k', parts), now);
  assert.ok(sighting);
  return sighting;
};

const valid: KeyParts = { phase: 'VALID', createdAt: at('10:00:00') };
const denied: KeyParts = { phase: 'INVALID', message: 'Access to key denied.', createdAt: at('11:00:00') };

describe('withSighting', () => {
  const cases: readonly (readonly [
    label: string,
    before: readonly Sighting[],
    KeyParts,
    Partial<Sighting>,
  ])[] = [
    [
      'a key that is new here, from when the service says',
      [],
      denied,
      {
        at: ms('11:00:00'),
        phase: 'INVALID',
        state: 'AVAILABLE',
        message: 'Access to key denied.',
        since: ms('11:00:00'),
      },
    ],
    [
      'another phase, from when the service says',
      [seen(valid)],
      denied,
      { at: ms('11:00:00'), phase: 'INVALID' },
    ],
    [
      'another message in the same phase',
      [seen(denied)],
      { ...denied, message: 'The key is disabled.', createdAt: at('11:30:00') },
      { at: ms('11:30:00'), message: 'The key is disabled.' },
    ],
    [
      'another state, from now on',
      [seen(valid)],
      { ...valid, state: 'IN_USE' },
      { at: now, state: 'IN_USE' },
    ],
    [
      'a key of a service that does not validate',
      [],
      { phase: null },
      { at: now, phase: undefined, message: undefined, since: undefined },
    ],
    [
      'a change that the service dates before the last one is not put before it',
      [{ ...seen(valid), at: now, since: ms('09:00:00') }],
      denied,
      { at: now, phase: 'INVALID' },
    ],
    ['a message without end, cut', [], { ...denied, message: 'x'.repeat(900) }, { message: 'x'.repeat(300) }],
  ];
  for (const [label, before, parts, expected] of cases) {
    it(label, () => {
      const after = withSighting(before, someKey('k', parts), now);
      assert.deepEqual(after.slice(0, -1), before);
      const last: Partial<Sighting> = after.at(-1) ?? {};
      const found = Object.fromEntries(
        Object.keys(expected).map(name => [name, last[name as keyof Sighting]]),
      );
      assert.deepEqual(found, expected);
    });
  }

  const unchanged: readonly (readonly [label: string, before: readonly Sighting[], KeyParts])[] = [
    ['the same again', [seen(denied)], denied],
    [
      'the same, with a message that was cut',
      [seen({ ...denied, message: 'x'.repeat(900) })],
      {
        ...denied,
        message: 'x'.repeat(900),
      },
    ],
    ['an answer that was overtaken on the way', [seen(denied)], valid],
  ];
  for (const [label, before, parts] of unchanged) {
    it(`is the same array for ${label}`, () => {
      assert.equal(withSighting(before, someKey('k', parts), now), before);
    });
  }

  it('keeps the last fifty', () => {
    let timeline: readonly Sighting[] = [];
    for (let minute = 0; minute < timelineLength + 8; minute++) {
      const createdAt = new Date(now + minute * 60_000).toISOString();
      timeline = withSighting(
        timeline,
        someKey('k', { phase: 'INVALID', message: `${minute}`, createdAt }),
        now,
      );
    }
    assert.deepEqual([timeline.length, timeline[0]?.message, timeline.at(-1)?.message], [50, '8', '57']);
  });
});
