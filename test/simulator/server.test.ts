import assert from 'node:assert/strict';
import { once } from 'node:events';
import { Agent, type IncomingHttpHeaders, request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { networkInterfaces } from 'node:os';
import { gunzipSync } from 'node:zlib';
import type { JsonObject } from '../../src/model/json';
import type { Fault } from '../../src/simulator/faults';
import { type RunningServer, serve } from '../../src/simulator/server';
import type { Simulator } from '../../src/simulator/simulator';
import { basic } from './ask';
import { simulatorOf } from './simulatorOf';

interface Got {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  /** The code of the error that the body ended in. */
  readonly broken: string | undefined;
}

describe('the simulator over HTTP', () => {
  let simulator: Simulator;
  let server: RunningServer;
  let agent: Agent;
  let authorization: string;

  beforeEach(async () => {
    const { simulator: fresh, organization } = simulatorOf();
    const [admin] = organization.credentials;
    assert.ok(admin);
    authorization = basic(admin);
    simulator = fresh;
    server = await serve(simulator);
    agent = new Agent({ keepAlive: true });
  });

  afterEach(async () => {
    agent.destroy();
    await server.close();
  });

  function get(
    path: string,
    headers: Readonly<Record<string, string>> = {},
    options: { readonly method?: string; readonly body?: string; readonly signal?: AbortSignal } = {},
  ): Promise<Got> {
    const { body, ...rest } = options;
    return new Promise((resolve, reject) => {
      let end: ((broken?: string) => void) | undefined;
      const fail = (error: NodeJS.ErrnoException) => (end === undefined ? reject(error) : end(error.code));
      const sent = request(
        server.url + path,
        { ...rest, agent, headers: { authorization, ...headers } },
        response => {
          const pieces: Buffer[] = [];
          end = broken =>
            resolve({
              status: response.statusCode ?? 0,
              headers: response.headers,
              body: Buffer.concat(pieces),
              broken,
            });
          response.on('data', (piece: Buffer) => pieces.push(piece));
          response.on('error', fail);
          response.on('end', () => end?.());
        },
      );
      // A reset is told to the request, even when its response has begun.
      sent.on('error', fail);
      sent.end(body);
    });
  }

  it('answers as in process, on its own address', async () => {
    const { status, headers, body } = await get('/byok/v1/keys?page_size=1');
    const json = JSON.parse(body.toString()) as JsonObject;
    assert.deepEqual(
      [status, headers['content-type'], headers['content-length'], (json['metadata'] as JsonObject)['first']],
      [200, 'application/json', String(body.length), `${server.url}/byok/v1/keys`],
    );
  });

  it('takes bodies, and answers without any', async () => {
    const body = '{"display_name":"renamed"}';
    const renamed = await get('/byok/v1/keys/cck-3nd8s', {}, { method: 'PATCH', body });
    const deleted = await get('/byok/v1/keys/cck-3nd8s', {}, { method: 'DELETE' });
    assert.deepEqual(
      [
        (JSON.parse(renamed.body.toString()) as JsonObject)['display_name'],
        deleted.status,
        deleted.body.length,
      ],
      ['renamed', 204, 0],
    );
  });

  it('keeps connections', async () => {
    for (let index = 0; index < 10; index += 1) await get('/byok/v1/keys');
    assert.equal(server.connections(), 1);
  });

  it('holds each first byte back', async () => {
    await server.close();
    server = await serve(simulator, { latencyMs: 30 });
    const before = performance.now();
    await get('/byok/v1/keys');
    // Timers of Node may be a millisecond early.
    assert.ok(performance.now() - before >= 29);
  });

  const exposed: readonly [string, Readonly<Record<string, string>>, number][] = [
    ['its own address', {}, 200],
    ['localhost', { host: 'localhost:PORT' }, 200],
    ['a name that was made to lead here', { host: 'evil.example:PORT' }, 403],
    ['its address with another port', { host: '127.0.0.1:1' }, 403],
    ['a page of another origin', { origin: 'https://evil.example' }, 403],
    ['a page without an origin', { origin: 'null' }, 403],
    ['a page of its own origin', { origin: 'http://127.0.0.1:PORT' }, 403],
  ];
  for (const [name, headers, status] of exposed) {
    it(`answers ${name} with ${status}`, async () => {
      const { port } = new URL(server.url);
      const filled = Object.entries(headers).map(([key, value]): [string, string] => [
        key,
        value.replace('PORT', port),
      ]);
      assert.equal((await get('/byok/v1/keys', Object.fromEntries(filled))).status, status);
      assert.equal(simulator.requests.length, status === 200 ? 1 : 0);
    });
  }

  it('listens on loopback alone', async () => {
    const addresses = Object.values(networkInterfaces())
      .flatMap(all => all ?? [])
      .filter(({ internal, family }) => !internal && family === 'IPv4')
      .map(({ address }) => address);
    // Linux answers for all of 127/8, so that there is one to try without a network too.
    if (process.platform === 'linux') addresses.push('127.0.0.2');
    const port = Number(new URL(server.url).port);
    for (const host of addresses) {
      await assert.rejects(once(connect({ host, port }), 'connect'), { code: 'ECONNREFUSED' }, host);
    }
  });

  it('refuses a body over 1 MiB', async () => {
    const body = ' '.repeat(1024 * 1024 + 1);
    const outcome = await get('/byok/v1/keys', {}, { method: 'POST', body }).then(
      ({ status }) => status,
      // The connection may be cut before all of the body is sent.
      (error: unknown) => (error as NodeJS.ErrnoException).code,
    );
    assert.ok([413, 'EPIPE', 'ECONNRESET'].includes(outcome ?? ''), String(outcome));
    assert.deepEqual(simulator.requests, []);
  });

  describe('with a fault', () => {
    const cases: readonly [Fault, Pick<Got, 'status' | 'broken'>, (got: Got) => boolean][] = [
      [{ kind: 'delay', ms: 5 }, { status: 200, broken: undefined }, ({ body }) => isJson(body)],
      [{ kind: 'html' }, { status: 200, broken: undefined }, ({ body }) => body.includes('<html>')],
      [{ kind: 'status', status: 503 }, { status: 503, broken: undefined }, ({ body }) => isJson(body)],
      [
        { kind: 'redirect', status: 302, location: 'https://evil.example/' },
        { status: 302, broken: undefined },
        ({ headers }) => headers.location === 'https://evil.example/',
      ],
      [{ kind: 'emptyBody' }, { status: 200, broken: undefined }, ({ body }) => body.length === 0],
      [
        { kind: 'reset', when: 'midBody' },
        { status: 200, broken: 'ECONNRESET' },
        ({ body }) => !isJson(body),
      ],
      [
        { kind: 'truncate', framing: 'contentLength' },
        { status: 200, broken: 'ECONNRESET' },
        ({ body, headers }) => body.length * 2 - Number(headers['content-length']) <= 1,
      ],
      [
        { kind: 'truncate', framing: 'chunked' },
        { status: 200, broken: 'ECONNRESET' },
        ({ body, headers }) => headers['transfer-encoding'] === 'chunked' && body.length > 0 && !isJson(body),
      ],
      [
        { kind: 'hugeBody', bytes: 300_000 },
        { status: 200, broken: undefined },
        ({ body }) => body.length === 300_000,
      ],
      [
        { kind: 'gzipBomb', bytes: 5_000_000 },
        { status: 200, broken: undefined },
        ({ body }) => body.length < 50_000 && gunzipSync(body).length === 5_000_000,
      ],
    ];
    for (const [fault, expected, check] of cases) {
      it(JSON.stringify(fault), async () => {
        simulator.faults.add({ fault });
        const got = await get('/byok/v1/keys');
        assert.deepEqual({ status: got.status, broken: got.broken }, expected);
        assert.ok(check(got));
      });
    }

    it('resets before the headers', async () => {
      simulator.faults.add({ fault: { kind: 'reset' } });
      await assert.rejects(get('/byok/v1/keys'), { code: 'ECONNRESET' });
    });

    it('stalls before the headers until the client gives up', async () => {
      simulator.faults.add({ fault: { kind: 'stall', when: 'beforeHeaders' } });
      const controller = new AbortController();
      const asked = get('/byok/v1/keys', {}, { signal: controller.signal });
      while (simulator.requests.length === 0) await new Promise(resolve => setImmediate(resolve));
      controller.abort();
      await assert.rejects(asked, { name: 'AbortError' });
    });

    it('stalls after the headers until the client gives up', async () => {
      simulator.faults.add({ fault: { kind: 'stall', when: 'afterHeaders' } });
      const socket = await new Promise<Socket>((resolve, reject) => {
        const sent = request(`${server.url}/byok/v1/keys`, { headers: { authorization } }, response => {
          response.once('data', () => resolve(response.socket));
          response.once('end', () => reject(new Error('the body has an end')));
        });
        sent.on('error', () => undefined);
        sent.end();
      });
      assert.equal(socket.destroyed, false);
      socket.destroy();
    });
  });

  it('ends although a client is connected', async () => {
    await get('/byok/v1/keys');
    await server.close();
    agent.destroy();
    await assert.rejects(get('/byok/v1/keys'), { code: 'ECONNREFUSED' });
  });
});

function isJson(body: Buffer): boolean {
  try {
    JSON.parse(body.toString());
    return true;
  } catch {
    return false;
  }
}
