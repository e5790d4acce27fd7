import assert from 'node:assert/strict';
import type { ApiError, ErrorKind } from '../../src/api/errors';
import type { ScriptedAnswer } from '../fakes/scriptedFetch';
import { outcomeOf, testHttp } from './testHttp';

const json = { 'content-type': 'application/json' };

async function refusalOf(answer: ScriptedAnswer): Promise<ApiError> {
  const { http } = testHttp([answer]);
  return (await outcomeOf(http.request({ method: 'POST', path: '/byok/v1/keys', body: {} }))) as ApiError;
}

describe('an answer', () => {
  const kinds: readonly (readonly [status: number, kind: ErrorKind, body?: unknown])[] = [
    [300, 'redirect'],
    [304, 'redirect'],
    [308, 'redirect'],
    [400, 'invalid'],
    [400, 'quotaExceeded', { errors: [{ detail: 'The number of keys is currently limited to 20.' }] }],
    [400, 'quotaExceeded', { errors: [{ code: 'quota_exceeded' }] }],
    [401, 'unauthenticated'],
    [402, 'quotaExceeded'],
    [403, 'forbidden'],
    [
      403,
      'unauthenticated',
      { errors: [{ detail: 'invalid API key: make sure you are using a Cloud API Key' }] },
    ],
    [404, 'notFound'],
    [407, 'unreachable'],
    [409, 'conflict'],
    [410, 'notFound'],
    [418, 'rejected'],
    [422, 'invalid'],
    [429, 'rateLimited'],
    [500, 'server'],
    [599, 'server'],
  ];
  for (const [status, kind, body] of kinds) {
    it(`of status ${status}${body === undefined ? '' : ` with ${JSON.stringify(body)}`} is ${kind}`, async () => {
      const error = await refusalOf({ status, json: body });
      assert.deepEqual([error.kind, error.status], [kind, status]);
    });
  }

  it('that refuses is told whole', async () => {
    const error = await refusalOf({
      status: 409,
      headers: {
        'x-request-id': 'r-3',
        location: 'https://user:pw@api.confluent.cloud/byok/v1/keys/cck-1?token=x#y',
      },
      json: {
        errors: [
          {
            code: 'resource_already_exists',
            title: 'Exists',
            detail: 'It is there.',
            source: { pointer: '/key' },
          },
        ],
      },
    });
    assert.equal(error.message, 'conflict (status 409, request r-3)');
    assert.deepEqual(Object.fromEntries(Object.entries(error)), {
      name: 'ApiError',
      kind: 'conflict',
      reason: undefined,
      systemCode: undefined,
      status: 409,
      requestId: 'r-3',
      location: 'https://api.confluent.cloud/byok/v1/keys/cck-1',
      retryAfter: undefined,
      entries: [
        { code: 'resource_already_exists', title: 'Exists', detail: 'It is there.', pointer: '/key' },
      ],
    });
    assert.deepEqual(
      [error.code, error.title, error.detail, error.pointer, error.parameter],
      ['resource_already_exists', 'Exists', 'It is there.', '/key', undefined],
    );
  });

  it('that refuses is told with the request id of its body where its headers have none', async () => {
    const error = await refusalOf({ status: 403, json: { error: { message: 'No.' }, requestId: 'r-4' } });
    assert.deepEqual([error.requestId, error.detail], ['r-4', 'No.']);
  });

  const breakingOff: readonly (readonly [label: string, answer: ScriptedAnswer, message: string])[] = [
    ['is too large', { text: 'x'.repeat(5_000_001) }, 'badAnswer (tooLarge, status 200, request r-5)'],
    [
      'breaks off',
      { text: '{"a', breaks: 'ECONNRESET' },
      'unreachable (reset, ECONNRESET, status 200, request r-5)',
    ],
    [
      'is garbled',
      { text: '{"a', breaks: 'Z_DATA_ERROR' },
      'badAnswer (garbled, Z_DATA_ERROR, status 200, request r-5)',
    ],
    ['stalls', { text: '{"a', hangs: 'inBody' }, 'timeout (status 200, request r-5)'],
  ];
  for (const [label, answer, message] of breakingOff) {
    it(`that ${label} is told with its status and request id`, async () => {
      const { http, clock } = testHttp([{ ...answer, headers: { 'x-request-id': 'r-5' } }]);
      const error = await clock.until(outcomeOf(http.request({ method: 'DELETE', path: '/' })));
      assert.equal((error as ApiError).message, message);
    });
  }

  it('that sends elsewhere is told before its page has arrived', async () => {
    const { http, clock } = testHttp([{ status: 302, text: '<html>', hangs: 'inBody' }]);
    const error = await outcomeOf(http.request({ method: 'GET', path: '/' }));
    assert.deepEqual([(error as ApiError).kind, clock.now()], ['redirect', 0]);
  });

  const bad: readonly (readonly [label: string, answer: ScriptedAnswer, reason: string])[] = [
    [
      'a page of a captive portal',
      { text: '<html>Sign in</html>', headers: { 'content-type': 'text/html' } },
      'notJson',
    ],
    ['a page that passes for JSON', { text: '<html>', headers: json }, 'invalidJson'],
    ['half a JSON', { text: '{"data":[{"id"', headers: json }, 'invalidJson'],
    ['a byte over 5 MB', { text: JSON.stringify('x'.repeat(4_999_999)), headers: json }, 'tooLarge'],
  ];
  for (const [label, answer, reason] of bad) {
    it(`of status 200 with ${label} is ${reason}`, async () => {
      const error = await refusalOf(answer);
      assert.deepEqual([error.kind, error.reason, error.entries], ['badAnswer', reason, []]);
    });
  }

  const types = [
    'application/json',
    'application/json; charset=utf-8',
    'Application/Problem+JSON',
    'application/vnd.api+json;v=1',
  ];
  for (const type of types) {
    it(`of type ${type} is read`, async () => {
      const { http } = testHttp([{ json: { a: 1 }, headers: { 'content-type': type } }]);
      assert.deepEqual((await http.request({ method: 'GET', path: '/' })).json, { a: 1 });
    });
  }

  it('with a byte order mark is read', async () => {
    const { http } = testHttp([{ text: '\ufeff{"a":1}', headers: json }]);
    assert.deepEqual((await http.request({ method: 'GET', path: '/' })).json, { a: 1 });
  });

  it('of 5 MB is read', async () => {
    const { http } = testHttp([{ text: JSON.stringify('x'.repeat(4_999_998)), headers: json }]);
    assert.equal(String((await http.request({ method: 'GET', path: '/' })).json).length, 4_999_998);
  });

  it('of status 204 is nothing', async () => {
    const { http } = testHttp([{ status: 204, text: '' }]);
    assert.equal((await http.request({ method: 'DELETE', path: '/' })).json, undefined);
  });
});
