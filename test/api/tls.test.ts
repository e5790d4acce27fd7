import assert from 'node:assert/strict';
import type { RequestListener } from 'node:http';
import tls from 'node:tls';
import { systemClock } from '../../src/api/clock';
import { createFetch, type ClientFetch } from '../../src/api/crossFetch';
import { ApiError } from '../../src/api/errors';
import { Http } from '../../src/api/http';
import { startServer } from '../fakes/httpServer';
import { assertNoCanary, canary } from './canary';
import { authority, certificates, serverKey } from './certificates';
import { outcomeOf } from './testHttp';

describe('over TLS', () => {
  let client: ClientFetch;
  let trusted: string[];

  before(() => {
    trusted = tls.getCACertificates('default');
    tls.setDefaultCACertificates([authority]);
  });
  after(() => tls.setDefaultCACertificates(trusted));
  beforeEach(() => {
    client = createFetch();
  });
  afterEach(() => {
    delete process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
    client.destroy();
  });

  async function ask(
    certificate: keyof typeof certificates,
    listener: RequestListener = (_, response) => response.end('{"a":1}'),
  ) {
    const server = await startServer(listener, { key: serverKey, cert: certificates[certificate] });
    const http = new Http({
      endpoint: server.url,
      authorize: () => Promise.resolve(canary),
      fetch: client.fetch,
      clock: systemClock,
      userAgent: 'confluent-byok/test',
      timeout: () => 30_000,
    });
    const outcome = await outcomeOf(http.request({ method: 'DELETE', path: '/' }));
    await server.close();
    assertNoCanary(outcome);
    return { outcome, requests: server.requests };
  }

  it('asks a host whose certificate is good', async () => {
    const { requests } = await ask('trusted');
    assert.deepEqual(requests, ['DELETE /']);
  });

  it('cuts what is under way when it is destroyed', async () => {
    const { outcome } = await ask('trusted', () => client.destroy());
    assert.equal((outcome as ApiError).reason, 'reset');
  });

  it('notices at once that an answer is shorter than it said', async () => {
    const { outcome } = await ask('trusted', (_, response) => {
      response.writeHead(200, { 'Content-Length': '1000' }).write('{"a":');
      setImmediate(() => response.socket?.end());
    });
    assert.equal((outcome as ApiError).reason, 'reset');
  });

  const bad = {
    selfSigned: 'DEPTH_ZERO_SELF_SIGNED_CERT',
    untrusted: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    wrongHost: 'ERR_TLS_CERT_ALTNAME_INVALID',
    expired: 'CERT_HAS_EXPIRED',
    early: 'CERT_NOT_YET_VALID',
  } as const;
  for (const [certificate, code] of Object.entries(bad)) {
    for (const environment of [{}, { NODE_TLS_REJECT_UNAUTHORIZED: '0' }]) {
      const label = `${certificate}, in the environment ${JSON.stringify(environment)}`;
      it(`asks nothing of a host whose certificate is bad: ${label}`, async () => {
        Object.assign(process.env, environment);
        const { outcome, requests } = await ask(certificate as keyof typeof bad);
        assert.ok(outcome instanceof ApiError);
        assert.deepEqual(
          [outcome.kind, outcome.reason, outcome.systemCode],
          ['unreachable', 'certificate', code],
        );
        assert.deepEqual(requests, []);
      });
    }
  }
});

describe('https to a port that speaks plain http', () => {
  it('is told as TLS', async () => {
    const client = createFetch();
    const server = await startServer((_, response) => response.end('{}'));
    const http = new Http({
      endpoint: server.url.replace('http', 'https'),
      authorize: () => Promise.resolve(canary),
      fetch: client.fetch,
      clock: systemClock,
      userAgent: 'confluent-byok/test',
      timeout: () => 30_000,
    });
    const error = (await outcomeOf(http.request({ method: 'GET', path: '/' }))) as ApiError;
    client.destroy();
    await server.close();
    assert.deepEqual([error.kind, error.reason, server.requests], ['unreachable', 'tls', []]);
  });
});
