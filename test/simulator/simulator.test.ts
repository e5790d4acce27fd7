import assert from 'node:assert/strict';
import { ask, idsOf, nextOf, origin } from './ask';
import { simulatorOf } from './simulatorOf';

describe('Simulator', () => {
  it('records what was asked, without secrets', async () => {
    const { simulator } = simulatorOf();
    await ask(simulator, 'POST /byok/v1/keys?x=1', { body: { a: 1 } });
    await ask(simulator, 'POST /sts/v1/oauth2/token', { as: 'nobody', body: 'a=1&subject_token=canary&b=2' });
    assert.deepEqual(simulator.requests, [
      {
        method: 'POST',
        origin,
        path: '/byok/v1/keys?x=1',
        headers: { authorization: 'Basic', 'content-type': 'application/json' },
        body: '{"a":1}',
      },
      {
        method: 'POST',
        origin,
        path: '/sts/v1/oauth2/token',
        headers: { 'content-type': 'application/json' },
        body: 'a=1&subject_token=[secret]&b=2',
      },
    ]);
  });

  it('keeps links on the address that was asked', async () => {
    const { simulator } = simulatorOf();
    const { json } = await ask(simulator, 'GET http://127.0.0.1:8080/byok/v1/keys?page_size=1');
    assert.match(nextOf(json) ?? '', /^http:\/\/127\.0\.0\.1:8080\/byok\/v1\/keys\?page_token=[0-9a-z]{20}$/);
  });

  const paths: readonly [string, number, string | null][] = [
    ['GET /', 404, null],
    ['GET /byok/v1', 404, null],
    ['GET /byok/v1/keys/', 403, null],
    ['GET /byok/v1/keys/cck-7k2ma/more', 404, null],
    ['GET /byok/v1/keys/cck%2D7k2ma', 200, null],
    ['GET /byok/v1/keys/%E0%A4%A', 400, null],
    ['PUT /byok/v1/keys/cck-7k2ma', 405, 'GET, PATCH, DELETE'],
    ['DELETE /byok/v1/keys', 405, 'GET, POST'],
  ];
  for (const [what, status, allow] of paths) {
    it(`answers ${what} with ${status}`, async () => {
      const reply = await ask(simulatorOf().simulator, what);
      assert.deepEqual([reply.status, reply.headers.get('Allow')], [status, allow]);
    });
  }

  it('gives each answer an id of its own', async () => {
    const { simulator } = simulatorOf();
    const ids = new Set<string | null>();
    for (const what of [
      'GET /byok/v1/keys',
      'GET /',
      'DELETE /byok/v1/keys/cck-3nd8s',
      'GET /org/v2/organizations',
    ]) {
      ids.add((await ask(simulator, what)).headers.get('X-Request-Id'));
    }
    assert.deepEqual([ids.size, ids.has(null)], [4, false]);
  });

  it('does nothing for a request that is aborted already', async () => {
    const { simulator } = simulatorOf();
    const asked = simulator.fetch(`${origin}/byok/v1/keys`, {
      method: 'GET',
      headers: {},
      redirect: 'manual',
      signal: AbortSignal.abort(),
    });
    await assert.rejects(asked, { name: 'AbortError' });
    assert.deepEqual(simulator.requests, []);
  });

  it('mints ids that nothing had, and forgets none', async () => {
    const { simulator } = simulatorOf({ keyLimit: 500 });
    const body = { key: { kind: 'GcpKey', key_id: 'projects/p/locations/l/keyRings/r/cryptoKeys/k' } };
    const minted: string[] = [];
    for (let index = 0; index < 300; index += 1) {
      minted.push(String((await ask(simulator, 'POST /byok/v1/keys', { body })).json['id']));
    }
    const { json } = await ask(simulator, 'GET /byok/v1/keys?page_size=100');
    assert.ok(minted.every(id => /^cck-[0-9a-z]{5}$/.test(id)));
    assert.deepEqual([new Set(minted).size, idsOf(json).length], [300, 100]);
  });
});
