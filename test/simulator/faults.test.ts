import assert from 'node:assert/strict';
import { FaultQueue, type PlannedFault } from '../../src/simulator/faults';
import { ask, idsOf, nextOf, origin } from './ask';
import { simulatorOf } from './simulatorOf';

const status = (code: number) => ({ kind: 'status', status: code }) as const;

describe('FaultQueue', () => {
  /** What each of these requests takes: a status, or a delay in ms. */
  function take(planned: readonly PlannedFault[], requests: readonly string[]): readonly unknown[] {
    const queue = new FaultQueue();
    for (const one of planned) queue.add(one);
    return requests.map(request => {
      const [method = '', target = ''] = request.split(' ');
      const { delayMs, planned: taken } = queue.take(method, target);
      return taken?.fault.kind === 'status' ? taken.fault.status : delayMs;
    });
  }
  const gets = (count: number) => Array<string>(count).fill('GET /a');
  const cases: readonly [string, readonly PlannedFault[], readonly string[], readonly unknown[]][] = [
    ['once unless told otherwise', [{ fault: status(500) }], gets(2), [500, 0]],
    ['in turn', [{ fault: status(500) }, { fault: status(503) }], gets(3), [500, 503, 0]],
    ['several times', [{ times: 2, fault: status(500) }], gets(3), [500, 500, 0]],
    ['for ever', [{ times: Infinity, fault: status(500) }], gets(3), [500, 500, 500]],
    ['from the nth on', [{ match: { nth: 2 }, times: 2, fault: status(500) }], gets(4), [0, 500, 500, 0]],
    ['by method', [{ match: { method: 'POST' }, fault: status(500) }], ['GET /a', 'POST /a'], [0, 500]],
    ['by path', [{ match: { path: '/a' }, fault: status(500) }], ['GET /a/b', 'GET /a?x=1'], [0, 500]],
    [
      'by pattern',
      [{ match: { path: /token/ }, fault: status(500) }],
      ['GET /a', 'GET /a?token=1'],
      [0, 500],
    ],
    ['delays add up', [1, 2].map(ms => ({ fault: { kind: 'delay', ms } })), gets(2), [3, 0]],
  ];
  for (const [name, planned, requests, expected] of cases) {
    it(name, () => assert.deepEqual(take(planned, requests), expected));
  }

  it('forgets', () => {
    const queue = new FaultQueue();
    queue.add({ fault: status(500) });
    queue.clear();
    assert.deepEqual(queue.take('GET', '/a'), { delayMs: 0, planned: undefined });
  });
});

describe('a fault in process', () => {
  const cases: readonly [PlannedFault['fault'], number, string | null, RegExp][] = [
    [{ kind: 'html' }, 200, 'text/html; charset=utf-8', /^<!DOCTYPE html>/],
    [{ kind: 'html', status: 511 }, 511, 'text/html; charset=utf-8', /^<!DOCTYPE html>/],
    [status(500), 500, 'application/json', /"code":"internal_error"/],
    [status(429), 429, null, /^$/],
    [{ kind: 'status', status: 503, text: 'busy' }, 503, 'text/plain', /^busy$/],
    [{ kind: 'status', status: 400, body: { message: 'no' } }, 400, 'application/json', /^{"message":"no"}$/],
    [{ kind: 'redirect', status: 307, location: 'https://evil.example/' }, 307, null, /^$/],
    [{ kind: 'invalidJson' }, 200, 'application/json', /^{"data": \[{"id": "cck-$/],
    [{ kind: 'wrongJson', value: [] }, 200, 'application/json', /^\[\]$/],
    [{ kind: 'alter', change: () => 'changed' }, 200, 'application/json', /^"changed"$/],
    [{ kind: 'emptyBody' }, 200, 'application/json', /^$/],
    [{ kind: 'hugeBody', bytes: 100_000 }, 200, 'application/json', /^ {100000}$/],
    [{ kind: 'gzipBomb', bytes: 100_000 }, 200, 'application/json', /^ {100000}$/],
    [{ kind: 'truncate', framing: 'contentLength' }, 200, 'application/json', /^{"api_version":.*[^}]$/],
    [
      { kind: 'foreignNext', url: 'https://evil.example/next' },
      200,
      'application/json',
      /"next":"https:\/\/evil\.example\/next"/,
    ],
  ];
  for (const [fault, code, contentType, body] of cases) {
    it(JSON.stringify(fault), async () => {
      const { simulator } = simulatorOf();
      simulator.faults.add({ fault });
      const reply = await ask(simulator, 'GET /byok/v1/keys');
      assert.deepEqual([reply.status, reply.headers.get('content-type')], [code, contentType]);
      assert.match(reply.text, body);
      assert.match(reply.headers.get('X-Request-Id') ?? '', /^[0-9a-f-]{36}$/);
      assert.equal((await ask(simulator, 'GET /byok/v1/keys')).status, 200);
    });
  }

  const broken: readonly [PlannedFault['fault'], string][] = [
    [{ kind: 'reset' }, 'ECONNRESET'],
    [{ kind: 'reset', when: 'midBody' }, 'ECONNRESET'],
    [{ kind: 'truncate', framing: 'chunked' }, 'ERR_STREAM_PREMATURE_CLOSE'],
  ];
  for (const [fault, code] of broken) {
    it(JSON.stringify(fault), async () => {
      const { simulator } = simulatorOf();
      simulator.faults.add({ fault });
      await assert.rejects(ask(simulator, 'GET /byok/v1/keys'), { code });
    });
  }

  for (const when of ['beforeHeaders', 'afterHeaders'] as const) {
    it(`stalls ${when} until it is aborted`, async () => {
      const { simulator } = simulatorOf();
      simulator.faults.add({ fault: { kind: 'stall', when } });
      const controller = new AbortController();
      const read = async () => {
        const { body } = await simulator.fetch(`${origin}/org/v2/environments`, {
          method: 'GET',
          headers: {},
          redirect: 'manual',
          signal: controller.signal,
        });
        for await (const piece of body ?? [])
          if (piece.length > 0) controller.abort(new Error('a reason of its own'));
      };
      if (when === 'beforeHeaders') setImmediate(() => setImmediate(() => controller.abort()));
      await assert.rejects(read(), { name: 'AbortError' });
    });
  }

  it('loops on the page it stands on', async () => {
    const { simulator } = simulatorOf();
    simulator.faults.add({ times: Infinity, fault: { kind: 'loopingToken' } });
    const first = await ask(simulator, 'GET /byok/v1/keys?page_size=2');
    const second = await ask(simulator, `GET ${nextOf(first.json)}`);
    const third = await ask(simulator, `GET ${nextOf(second.json)}`);
    assert.equal(nextOf(second.json), nextOf(first.json));
    assert.deepEqual(idsOf(third.json), idsOf(first.json));
  });

  it('never ends, with a new token each time', async () => {
    const { simulator } = simulatorOf();
    simulator.faults.add({ times: Infinity, fault: { kind: 'endlessTokens' } });
    const tokens = new Set<string>();
    let next = `${origin}/byok/v1/keys?page_size=2`;
    for (let page = 0; page < 50; page += 1) {
      const { json } = await ask(simulator, `GET ${next}`);
      assert.equal(idsOf(json).length, 2);
      next = nextOf(json) ?? '';
      tokens.add(next);
    }
    assert.equal(tokens.size, 50);
  });

  const effects: readonly [string, PlannedFault, boolean][] = [
    ['a status', { fault: status(500) }, false],
    ['a reset', { fault: { kind: 'reset' } }, false],
    ['a reset of an answer to what was done', { takesEffect: true, fault: { kind: 'reset' } }, true],
    ['a status after it was done', { takesEffect: true, fault: status(504) }, true],
    ['half an answer', { fault: { kind: 'truncate', framing: 'chunked' } }, true],
    ['a lost answer', { fault: { kind: 'emptyBody' } }, true],
  ];
  for (const [name, planned, deleted] of effects) {
    it(`${name} ${deleted ? 'lets the deletion happen' : 'stands in for the deletion'}`, async () => {
      const { simulator } = simulatorOf();
      simulator.faults.add(planned);
      await ask(simulator, 'DELETE /byok/v1/keys/cck-3nd8s').catch(() => undefined);
      assert.equal((await ask(simulator, 'GET /byok/v1/keys/cck-3nd8s')).status, deleted ? 403 : 200);
    });
  }
});
