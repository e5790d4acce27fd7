import assert from 'node:assert/strict';
import { systemClock } from '../../src/api/clock';
import { createConfluentCloud, type ConfluentCloud } from '../../src/api/confluentCloud';
import { createFetch, type ClientFetch } from '../../src/api/crossFetch';
import type { ApiError } from '../../src/api/errors';
import { startServer, type HttpServer } from '../fakes/httpServer';
import { assertNoCanary, canary } from './canary';
import { collect, outcomeOf } from './testHttp';

describe('the sign-in stays at its endpoint', () => {
  let elsewhere: HttpServer;
  let service: HttpServer;
  let client: ClientFetch;
  let answer: { status: number; headers?: Record<string, string>; body?: string };

  beforeEach(async () => {
    client = createFetch();
    elsewhere = await startServer((_, response) => response.end('{"data":[]}'));
    service = await startServer((_, response) => {
      response.writeHead(answer.status, { 'Content-Type': 'application/json', ...answer.headers });
      response.end(answer.body);
    });
  });
  afterEach(async () => {
    client.destroy();
    await Promise.all([elsewhere.close(), service.close()]);
  });

  const cloud = (): ConfluentCloud =>
    createConfluentCloud({
      endpoint: service.url,
      authorize: () => Promise.resolve(canary),
      fetch: client.fetch,
      clock: systemClock,
      userAgent: 'confluent-byok/test',
      timeout: () => 30_000,
    });

  const targets: Readonly<Record<string, () => string>> = {
    'another port': () => `${elsewhere.url}/byok/v1/keys`,
    'another host': () => `${elsewhere.url.replace('127.0.0.1', 'localhost')}/byok/v1/keys`,
    'another host by its name alone': () => elsewhere.url.slice('http:'.length),
    'another path of the same host': () => '/byok/v2/keys',
  };
  for (const status of [301, 302, 303, 307, 308]) {
    for (const [label, target] of Object.entries(targets)) {
      it(`through a ${status} to ${label}`, async () => {
        answer = { status, headers: { Location: target(), 'X-Request-Id': 'r-1' } };
        for (const work of [cloud().keys.get('cck-1'), cloud().keys.rename('cck-1', 'new')]) {
          const error = (await outcomeOf(work)) as ApiError;
          assert.deepEqual([error.kind, error.status, error.requestId], ['redirect', status, 'r-1']);
          assertNoCanary(error);
        }
        assert.deepEqual(service.requests, ['GET /byok/v1/keys/cck-1', 'PATCH /byok/v1/keys/cck-1']);
        assert.deepEqual(elsewhere.requests, []);
      });
    }
  }

  it('through a next page elsewhere', async () => {
    const next = `${elsewhere.url}/byok/v1/keys?page_token=T`;
    answer = { status: 200, body: JSON.stringify({ data: [], metadata: { next } }) };
    const pages = await collect(cloud().keys.pages());
    assert.equal(pages.at(-1)?.warning, 'repeatedToken');
    assert.deepEqual(service.requests, [
      'GET /byok/v1/keys?page_size=100',
      'GET /byok/v1/keys?page_size=100&page_token=T',
    ]);
    assert.deepEqual(elsewhere.requests, []);
  });
});
