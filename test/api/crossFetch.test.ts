import assert from 'node:assert/strict';
import type { RequestListener } from 'node:http';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { systemClock } from '../../src/api/clock';
import { createFetch, type ClientFetch } from '../../src/api/crossFetch';
import { CancelledError, type ApiError } from '../../src/api/errors';
import { Http } from '../../src/api/http';
import type { HttpRequest } from '../../src/api/httpRequest';
import { startServer, type HttpServer } from '../fakes/httpServer';
import { outcomeOf } from './testHttp';

const warnings: (string | undefined)[] = [];
process.on('warning', warning => warnings.push((warning as NodeJS.ErrnoException).code));

/** Sent once, whatever comes of it: only a GET is tried again. */
const once: HttpRequest = { method: 'DELETE', path: '/' };

describe('createFetch', () => {
  let client: ClientFetch;
  let server: HttpServer;

  beforeEach(() => {
    client = createFetch();
  });
  afterEach(async () => {
    client.destroy();
    await server.close();
  });

  async function httpTo(listener: RequestListener): Promise<Http> {
    server = await startServer(listener);
    return new Http({
      endpoint: server.url,
      authorize: () => Promise.resolve('Bearer t'),
      fetch: client.fetch,
      clock: systemClock,
      userAgent: 'confluent-byok/test',
      timeout: () => 30_000,
    });
  }

  it('sends many requests over one connection, whatever their answers', async () => {
    const statuses = [200, 404, 204, 500, 201, 429];
    let count = 0;
    const http = await httpTo((_, response) => {
      const status = statuses[count++ % statuses.length] ?? 200;
      response.writeHead(status, { 'Content-Type': 'application/json' }).end(status === 204 ? '' : '{"a":1}');
    });
    for (let turn = 0; turn < 30; turn++) await outcomeOf(http.request(once));
    assert.deepEqual([server.requests.length, server.connections()], [30, 1]);
  });

  it('uses nothing that Node warns of', async () => {
    const http = await httpTo((_, response) => response.end('{}'));
    await outcomeOf(http.request(once));
    // Node warns once, wherever the first request was made.
    assert.deepEqual(
      warnings.filter(code => code?.startsWith('DEP')),
      [],
    );
  });

  it('sends the headers and the body as they are given', async () => {
    const http = await httpTo((request, response) => {
      void request.toArray().then(chunks => {
        const {
          authorization,
          connection,
          accept,
          'user-agent': agent,
          'content-type': type,
        } = request.headers;
        const body = Buffer.concat(chunks as Buffer[]).toString();
        response.end(JSON.stringify({ authorization, connection, accept, agent, type, body }));
      });
    });
    const { json } = await http.request({ method: 'POST', path: '/', body: { name: 'ä' } });
    assert.deepEqual(json, {
      authorization: 'Bearer t',
      connection: 'keep-alive',
      accept: 'application/json',
      agent: 'confluent-byok/test',
      type: 'application/json',
      body: '{"name":"ä"}',
    });
  });

  const codings = { gzip: gzipSync, deflate: deflateSync, br: brotliCompressSync } as const;
  for (const [coding, compress] of Object.entries(codings)) {
    it(`reads ${coding}`, async () => {
      const http = await httpTo((_, response) => {
        response.writeHead(200, { 'Content-Encoding': coding }).end(compress('{"a":1}'));
      });
      assert.deepEqual((await http.request(once)).json, { a: 1 });
    });
  }

  it('says that what is not compressed as it claims is garbled', async () => {
    const http = await httpTo((_, response) => {
      response.writeHead(200, { 'Content-Encoding': 'gzip' }).end('{"a":1}');
    });
    assert.equal(((await outcomeOf(http.request(once))) as ApiError).reason, 'garbled');
  });

  it('says that what is not HTTP is garbled', async () => {
    const http = await httpTo(request => request.socket.end('SSH-2.0-OpenSSH_9.2\r\n'));
    assert.equal(((await outcomeOf(http.request(once))) as ApiError).reason, 'garbled');
  });

  it('stops a bomb after 5 MB, and hangs up', async () => {
    const bomb = gzipSync(Buffer.alloc(200_000_000, ' '));
    const { promise: hungUp, resolve } = Promise.withResolvers<unknown>();
    const http = await httpTo((_, response) => {
      response.once('close', resolve).writeHead(200, { 'Content-Encoding': 'gzip' });
      response.write(bomb);
    });
    const before = process.memoryUsage().rss;
    assert.equal(((await outcomeOf(http.request(once))) as ApiError).reason, 'tooLarge');
    await hungUp;
    assert.ok(process.memoryUsage().rss - before < 60_000_000);
  }).timeout(10_000);

  it('notices at once that an answer is shorter than it said', async () => {
    const http = await httpTo((_, response) => {
      response.writeHead(200, { 'Content-Length': '1000' }).write('{"a":');
      setImmediate(() => response.socket?.end());
    });
    const error = (await outcomeOf(http.request(once))) as ApiError;
    assert.deepEqual([error.kind, error.reason], ['unreachable', 'reset']);
  });

  it('hangs up when it is cancelled in the body', async () => {
    const controller = new AbortController();
    const { promise: hungUp, resolve } = Promise.withResolvers<unknown>();
    const http = await httpTo((_, response) => {
      response
        .once('close', resolve)
        .writeHead(200)
        .write('{"a":', () => controller.abort());
    });
    assert.ok(
      (await outcomeOf(http.request({ ...once, signal: controller.signal }))) instanceof CancelledError,
    );
    await hungUp;
  });

  it('cuts what is under way when it is destroyed', async () => {
    const http = await httpTo(() => client.destroy());
    assert.equal(((await outcomeOf(http.request(once))) as ApiError).reason, 'reset');
  });
});
