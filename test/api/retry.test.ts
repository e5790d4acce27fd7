import assert from 'node:assert/strict';
import { ApiError, CancelledError } from '../../src/api/errors';
import type { HttpRequest } from '../../src/api/httpRequest';
import { FakeClock } from '../fakes/fakeClock';
import type { ScriptedAnswer } from '../fakes/scriptedFetch';
import { outcomeOf, testHttp } from './testHttp';

const read: HttpRequest = { method: 'GET', path: '/byok/v1/keys' };
const ok: ScriptedAnswer = { json: {} };
const limited = (headers: Record<string, string>): ScriptedAnswer => ({ status: 429, headers });
const broken: ScriptedAnswer = { error: Object.assign(new Error('read'), { code: 'ECONNRESET' }) };

/** When each try was sent, in ms, and how it ended. */
async function schedule(script: readonly ScriptedAnswer[], request: HttpRequest = read, random = 0) {
  const clock = new FakeClock();
  const sent: number[] = [];
  const { http } = testHttp(script, {
    clock,
    random: () => random,
    authorize: () => {
      sent.push(clock.now());
      return Promise.resolve('Bearer t');
    },
  });
  const outcome = await clock.until(outcomeOf(http.request(request)));
  return { sent, outcome: outcome instanceof ApiError ? outcome.kind : 'ok' };
}

describe('trying again', () => {
  const cases: readonly (readonly [
    label: string,
    script: readonly ScriptedAnswer[],
    sent: readonly number[],
    outcome: string,
  ])[] = [
    ['not after a success', [ok], [0], 'ok'],
    ['after a 500, once', [{ status: 500 }, ok], [0, 500], 'ok'],
    [
      'after 502, 503, 504, three times at most',
      [{ status: 502 }, { status: 503 }, { status: 504 }, ok],
      [0, 500, 1500, 3500],
      'ok',
    ],
    ['not a fifth time', [{ status: 503 }], [0, 500, 1500, 3500], 'server'],
    ['after a broken connection', [broken, ok], [0, 500], 'ok'],
    [
      'not after a refused one',
      [{ error: Object.assign(new Error(), { code: 'ECONNREFUSED' }) }],
      [0],
      'unreachable',
    ],
    [
      'not after a bad certificate',
      [{ error: Object.assign(new Error(), { code: 'CERT_HAS_EXPIRED' }) }],
      [0],
      'unreachable',
    ],
    ['not after the time limit', [{ hangs: 'beforeHeaders' }], [0], 'timeout'],
    ['not after a redirect', [{ status: 307, headers: { location: 'https://h/' } }], [0], 'redirect'],
    ['not after 400', [{ status: 400 }], [0], 'invalid'],
    ['not after 401', [{ status: 401 }], [0], 'unauthenticated'],
    ['not after 403', [{ status: 403 }], [0], 'forbidden'],
    ['not after 409', [{ status: 409 }], [0], 'conflict'],
    [
      'not after half a JSON',
      [{ text: '{"da', headers: { 'content-type': 'application/json' } }],
      [0],
      'badAnswer',
    ],
    ['when Retry-After says', [limited({ 'retry-after': '7' }), ok], [0, 7000], 'ok'],
    [
      'when X-RateLimit-Reset says, in seconds from now',
      [limited({ 'x-ratelimit-reset': '3' }), ok],
      [0, 3000],
      'ok',
    ],
    [
      'rather when Retry-After says',
      [limited({ 'retry-after': '9', 'x-ratelimit-reset': '1' }), ok],
      [0, 9000],
      'ok',
    ],
    ['by its own backoff when nothing says', [limited({}), ok], [0, 500], 'ok'],
    [
      'when Retry-After names a time, by the clock of the service',
      [
        limited({ 'retry-after': 'Fri, 31 Dec 1999 23:59:59 GMT', date: 'Fri, 31 Dec 1999 23:59:49 GMT' }),
        ok,
      ],
      [0, 10_000],
      'ok',
    ],
    [
      'by its own backoff when there is no clock to compare with',
      [limited({ 'retry-after': 'Fri, 31 Dec 2099 23:59:59 GMT' }), ok],
      [0, 500],
      'ok',
    ],
    [
      'after a 503 when Retry-After says',
      [{ status: 503, headers: { 'retry-after': '2' } }, ok],
      [0, 2000],
      'ok',
    ],
    ['not when it would be a minute', [limited({ 'retry-after': '60' })], [0], 'rateLimited'],
    ['not in a thousand million seconds', [limited({ 'retry-after': '1000000000' })], [0], 'rateLimited'],
    ['not at a time since 1970', [limited({ 'x-ratelimit-reset': '1785542400' })], [0], 'rateLimited'],
    ['by its own backoff after a negative number', [limited({ 'retry-after': '-1' }), ok], [0, 500], 'ok'],
    ['by its own backoff after 1e9', [limited({ 'retry-after': '1e9' }), ok], [0, 500], 'ok'],
    ['by its own backoff after words', [limited({ 'retry-after': 'soon' }), ok], [0, 500], 'ok'],
    ['never past a minute in total', [limited({ 'retry-after': '25' })], [0, 25_000, 50_000], 'rateLimited'],
  ];
  for (const [label, script, sent, outcome] of cases) {
    it(label, async () => assert.deepEqual(await schedule(script), { sent, outcome }));
  }

  it('adds jitter, and is never early', async () => {
    assert.deepEqual(await schedule([{ status: 500 }, limited({ 'retry-after': '7' }), ok], read, 1), {
      sent: [0, 1000, 9000],
      outcome: 'ok',
    });
  });

  for (const method of ['POST', 'PATCH', 'DELETE'] as const) {
    for (const [label, answer] of [
      ['a 500', { status: 500 }],
      ['a 429', limited({ 'retry-after': '1' })],
      ['a broken connection', broken],
    ] as const) {
      it(`never sends a ${method} again after ${label}`, async () => {
        assert.deepEqual((await schedule([answer, ok], { ...read, method })).sent, [0]);
      });
    }
  }

  it('gives a later try only the rest of the minute', async () => {
    const script = [limited({ 'retry-after': '50' }), { hangs: 'beforeHeaders' }] as const;
    const { http, clock } = testHttp(script);
    const outcome = await clock.until(outcomeOf(http.request(read)));
    assert.deepEqual([(outcome as ApiError).kind, clock.now()], ['timeout', 60_000]);
  });

  it('gives up when the machine slept through the minute', async () => {
    const { http, clock, service } = testHttp([{ status: 503 }, ok]);
    const work = outcomeOf(http.request(read));
    await clock.advance(100);
    clock.sleep(3_600_000);
    const outcome = await clock.until(work);
    assert.deepEqual([(outcome as ApiError).kind, service.requests.length], ['server', 1]);
  });

  it('can be cancelled while it waits', async () => {
    const { http, clock, service } = testHttp([limited({ 'retry-after': '30' }), ok]);
    const controller = new AbortController();
    const work = outcomeOf(http.request({ ...read, signal: controller.signal }));
    await clock.advance(29_999);
    controller.abort();
    assert.ok((await work) instanceof CancelledError);
    assert.deepEqual([clock.now(), clock.pending, service.requests.length], [29_999, 0, 1]);
  });

  it('says after how long the service wants to be asked again', async () => {
    const { http } = testHttp([limited({ 'retry-after': '3600' })]);
    assert.equal(((await outcomeOf(http.request(read))) as ApiError).retryAfter, 60_000);
  });
});
