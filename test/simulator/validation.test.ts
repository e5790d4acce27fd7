import assert from 'node:assert/strict';
import type { JsonValue } from '../../src/model/json';
import { ask } from './ask';
import { simulatorOf } from './simulatorOf';

const time = (seconds: number) => new Date(Date.parse('2026-03-01T12:00:00Z') + seconds * 1000).toISOString();

describe('validation', () => {
  /** What the service says of a key, asked at each of these seconds. */
  async function watch(
    keyId: string,
    seconds: readonly number[],
    prepare: (simulator: ReturnType<typeof simulatorOf>['simulator']) => void,
  ): Promise<readonly (JsonValue | undefined)[]> {
    const { simulator, clock } = simulatorOf();
    prepare(simulator);
    const seen = [];
    let now = 0;
    for (const second of seconds) {
      clock.advance((second - now) * 1000);
      now = second;
      seen.push((await ask(simulator, `GET /byok/v1/keys/${keyId}`)).json['validation']);
    }
    return seen;
  }

  it('goes through a plan by the clock; since moves with phase or message, the region comes with the first success', async () => {
    const plan = [
      { afterMs: 20_000, phase: 'INVALID', message: 'Access to key denied.' },
      { afterMs: 30_000, phase: 'INVALID', message: 'Access to key denied.' },
      { afterMs: 40_000, phase: 'INVALID', message: 'Key is disabled.' },
      { afterMs: 60_000, phase: 'VALID' },
      { afterMs: 90_000, phase: 'INVALID', message: 'Access to key denied.' },
    ] as const;
    const region = 'germanywestcentral';
    assert.deepEqual(
      await watch('cck-v1c8k', [19, 20, 35, 40, 60, 100], simulator =>
        simulator.scriptValidation('cck-v1c8k', plan),
      ),
      [
        { phase: 'INITIALIZING', since: '2026-03-01T09:00:00.000Z' },
        { phase: 'INVALID', message: 'Access to key denied.', since: time(20) },
        { phase: 'INVALID', message: 'Access to key denied.', since: time(20) },
        { phase: 'INVALID', message: 'Key is disabled.', since: time(40) },
        { phase: 'VALID', since: time(60), region },
        { phase: 'INVALID', message: 'Access to key denied.', since: time(90), region },
      ],
    );
  });

  it('does at once what it is told, in place of what was planned', async () => {
    assert.deepEqual(
      await watch('cck-7k2ma', [0, 10], simulator => {
        simulator.scriptValidation('cck-7k2ma', [{ afterMs: 5_000, phase: 'VALID' }]);
        simulator.setPhase('cck-7k2ma', 'INVALID', 'Access to key denied.');
      }),
      Array(2).fill({
        phase: 'INVALID',
        message: 'Access to key denied.',
        since: time(0),
        region: 'eu-west-1',
      }),
    );
  });

  it('replaces a plan by the next one', async () => {
    assert.deepEqual(
      await watch('cck-v1c8k', [10], simulator => {
        simulator.scriptValidation('cck-v1c8k', [{ afterMs: 5_000, phase: 'VALID' }]);
        simulator.scriptValidation('cck-v1c8k', [{ afterMs: 7_000, phase: 'INVALID' }]);
      }),
      [{ phase: 'INVALID', since: time(7) }],
    );
  });
});
