import assert from 'node:assert/strict';
import { getEventListeners } from 'node:events';
import { ApiError, CancelledError } from '../../src/api/errors';
import type { HttpRequest } from '../../src/api/httpRequest';
import { outcomeOf, testHttp } from './testHttp';

const list: HttpRequest = { method: 'GET', path: '/byok/v1/keys' };
const item = '/byok/v1/keys/{id}';

describe('Http', () => {
  describe('sends', () => {
    it('one signed-in request to the endpoint, and gives what was answered', async () => {
      const { http, service, log } = testHttp([
        {
          json: { id: 'cck-1' },
          headers: { 'x-request-id': 'r-1', location: 'https://u:p@h/byok/v1/keys/cck-1?q' },
        },
      ]);
      const answer = await http.request({ ...list, query: { state: 'IN_USE', key: 'a&b=c d' } });
      assert.deepEqual(answer, {
        status: 200,
        json: { id: 'cck-1' },
        requestId: 'r-1',
        location: 'https://h/byok/v1/keys/cck-1',
      });
      const [{ signal, ...request } = { signal: undefined }] = service.requests;
      assert.ok(signal);
      assert.deepEqual(request, {
        url: 'https://api.confluent.cloud/byok/v1/keys?state=IN_USE&key=a%26b%3Dc+d',
        method: 'GET',
        headers: {
          Accept: 'application/json',
          Authorization: 'Basic aWQ6c2VjcmV0',
          Connection: 'keep-alive',
          'User-Agent': 'confluent-byok/0.1.0',
        },
        redirect: 'manual',
      });
      assert.deepEqual(log, [
        { method: 'GET', path: '/byok/v1/keys', attempt: 1, ms: 0, status: 200, requestId: 'r-1' },
      ]);
    });

    it('a body as JSON', async () => {
      const { http, service } = testHttp([{ json: {} }]);
      await http.request({ method: 'POST', path: '/byok/v1/keys', body: { display_name: 'ä' } });
      assert.equal(service.requests[0]?.body, '{"display_name":"ä"}');
      assert.equal(service.requests[0].headers['Content-Type'], 'application/json');
    });

    it('a form without signing in', async () => {
      const { http, service } = testHttp([{ json: {} }]);
      await http.request({
        method: 'POST',
        path: '/sts/v1/oauth2/token',
        form: { a: 'b c' },
        anonymous: true,
      });
      assert.equal(service.requests[0]?.body, 'a=b+c');
      assert.equal(service.requests[0].headers['Content-Type'], 'application/x-www-form-urlencoded');
      assert.equal(service.requests[0].headers['Authorization'], undefined);
    });

    const ids: readonly (readonly [id: string, path: string | undefined])[] = [
      ['cck-12345', '/byok/v1/keys/cck-12345'],
      ['../clusters', '/byok/v1/keys/..%2Fclusters'],
      ['a/b?c#d', '/byok/v1/keys/a%2Fb%3Fc%23d'],
      ['%2e%2e', '/byok/v1/keys/%252e%252e'],
      ['$&', '/byok/v1/keys/%24%26'],
      ['\\\\evil', '/byok/v1/keys/%5C%5Cevil'],
      ['a\r\nb', '/byok/v1/keys/a%0D%0Ab'],
      ['\ud800', '/byok/v1/keys/%EF%BF%BD'],
      ['', undefined],
      ['.', undefined],
      ['..', undefined],
    ];
    for (const [id, path] of ids) {
      it(`the id ${JSON.stringify(id)} ${path === undefined ? 'never' : `as ${path}`}`, async () => {
        const { http, service } = testHttp([{ json: {} }]);
        const outcome = await outcomeOf(http.request({ method: 'GET', path: item, id }));
        assert.deepEqual(
          service.requests.map(({ url }) => url),
          path === undefined ? [] : [`https://api.confluent.cloud${path}`],
        );
        if (path === undefined) assert.equal((outcome as ApiError).kind, 'notFound');
      });
    }

    it('no credential that no header can hold', async () => {
      const { http, service } = testHttp([{}], { authorize: () => Promise.resolve('Bearer a\r\nb') });
      assert.equal((await outcomeOf(http.request(list))) instanceof ApiError, true);
      assert.equal(service.requests.length, 0);
    });

    it('nothing when the credential cannot be had, and says so as it was said', async () => {
      const locked = new Error('The keyring is locked');
      const { http, service } = testHttp([{}], { authorize: () => Promise.reject(locked) });
      assert.equal(await outcomeOf(http.request(list)), locked);
      assert.equal(service.requests.length, 0);
    });
  });

  describe('ends', () => {
    const hanging = {
      before: { hangs: 'beforeHeaders' },
      within: { hangs: 'inBody', text: '{"data"' },
    } as const;
    for (const [where, answer] of Object.entries(hanging)) {
      it(`at the time limit, ${where} the answer, even if the fetch hears nothing`, async () => {
        const { http, clock } = testHttp([answer], { timeout: () => 5000 });
        const error = await clock.until(outcomeOf(http.request(list)));
        assert.deepEqual([(error as ApiError).kind, clock.now(), clock.pending], ['timeout', 5000, 0]);
      });

      it(`at once when cancelled, ${where} the answer`, async () => {
        const { http, clock, service } = testHttp([answer]);
        const controller = new AbortController();
        const work = outcomeOf(http.request({ ...list, signal: controller.signal }));
        await clock.advance(100);
        controller.abort();
        assert.ok((await work) instanceof CancelledError);
        assert.deepEqual([clock.now(), clock.pending, service.requests[0]?.signal.aborted], [100, 0, true]);
      });
    }

    it('not before a limit that is longer than tries may take together', async () => {
      const { http, clock } = testHttp([{ hangs: 'beforeHeaders' }], { timeout: () => 600_000 });
      const error = await clock.until(outcomeOf(http.request(list)));
      assert.deepEqual([(error as ApiError).kind, clock.now()], ['timeout', 600_000]);
    });

    it('before the credential is asked for when it is cancelled before', async () => {
      let asked = 0;
      const { http, service, clock } = testHttp([{ json: {} }], {
        authorize: () => Promise.resolve(`Bearer ${++asked}`),
      });
      const error = await outcomeOf(http.request({ ...list, signal: AbortSignal.abort() }));
      assert.ok(error instanceof CancelledError);
      assert.deepEqual([asked, service.requests.length, clock.pending], [0, 0, 0]);
    });

    it('as cancelled even when a refusal has begun to arrive', async () => {
      const { http, clock } = testHttp([{ status: 403, hangs: 'inBody', text: '{' }]);
      const controller = new AbortController();
      const work = outcomeOf(http.request({ ...list, signal: controller.signal }));
      await clock.advance(100);
      controller.abort();
      assert.ok((await work) instanceof CancelledError);
    });

    it('at the time limit when the credential does not come', async () => {
      const { http, clock } = testHttp([{}], { authorize: () => new Promise(() => undefined) });
      const error = await clock.until(outcomeOf(http.request(list)));
      assert.deepEqual([(error as ApiError).kind, clock.now()], ['timeout', 30_000]);
    });

    it('with nothing left behind when all went well', async () => {
      const { http, clock } = testHttp([{ json: {} }]);
      const controller = new AbortController();
      await http.request({ ...list, signal: controller.signal });
      assert.deepEqual([clock.pending, getEventListeners(controller.signal, 'abort')], [0, []]);
    });

    it('with what the service refused when its explanation stalls', async () => {
      const { http, clock } = testHttp([{ status: 403, hangs: 'inBody', text: '{' }]);
      const error = await clock.until(outcomeOf(http.request(list)));
      assert.deepEqual([(error as ApiError).kind, (error as ApiError).status], ['forbidden', 403]);
    });
  });

  it('logs a failed try by its kind alone', async () => {
    const { http, log } = testHttp([
      { status: 404, headers: { 'x-request-id': 'r-2' }, json: { message: '[x](command:y)' } },
    ]);
    await outcomeOf(http.request({ method: 'GET', path: item, id: 'cck-9' }));
    assert.deepEqual(log, [
      {
        method: 'GET',
        path: '/byok/v1/keys/{id}',
        attempt: 1,
        ms: 0,
        status: 404,
        requestId: 'r-2',
        error: 'notFound (status 404, request r-2)',
      },
    ]);
  });
});
