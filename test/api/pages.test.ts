import assert from 'node:assert/strict';
import { CancelledError, type ApiError } from '../../src/api/errors';
import { allItems, pages, type Page } from '../../src/api/pages';
import type { JsonValue } from '../../src/model/json';
import type { Fetch } from '../../src/api/fetch';
import type { ScriptedAnswer } from '../fakes/scriptedFetch';
import { collect, outcomeOf, testHttp } from './testHttp';

const request = { path: '/byok/v1/keys', query: { state: 'IN_USE' } };
const own = 'https://api.confluent.cloud/byok/v1/keys';

const pageOf = (items: readonly JsonValue[], next?: unknown): ScriptedAnswer => ({
  json: { data: items, metadata: { next } },
});

async function listOf(
  script: readonly ScriptedAnswer[],
): Promise<{ pages: readonly Page[]; urls: readonly string[] }> {
  const { http, service } = testHttp(script);
  const list = await collect(pages(http, request));
  return { pages: list, urls: service.requests.map(({ url }) => url) };
}

describe('pages', () => {
  it('asks for 100 at a time, repeats the filters, and gives each page as it arrives', async () => {
    const { http, service } = testHttp([pageOf([1, 2], `${own}?page_token=t%2B1`), pageOf([3])]);
    const list = pages(http, request);
    assert.deepEqual(await list.next(), { done: false, value: { items: [1, 2] } });
    assert.deepEqual(service.requests.length, 1);
    assert.deepEqual(await list.next(), { done: false, value: { items: [3] } });
    assert.deepEqual(await list.next(), { done: true, value: undefined });
    assert.deepEqual(
      service.requests.map(({ url }) => url),
      [`${own}?state=IN_USE&page_size=100`, `${own}?state=IN_USE&page_size=100&page_token=t%2B1`],
    );
  });

  describe('takes of next', () => {
    const second = `${own}?state=IN_USE&page_size=100&page_token=T`;
    const shapes: readonly (readonly [
      label: string,
      next: unknown,
      asked: string | undefined,
      warning?: string,
    ])[] = [
      ['the token, when it is whole', `${own}?page_size=100&page_token=T`, second],
      [
        'the token alone, when it names another host',
        'https://evil.example/byok/v1/keys?page_token=T',
        second,
      ],
      [
        'the token alone, when it names plain http',
        'http://api.confluent.cloud/byok/v1/keys?page_token=T',
        second,
      ],
      ['the token alone, when it names a host only', '//evil.example/x?page_token=T', second],
      [
        'the token alone, when it carries a user',
        'https://api.confluent.cloud@evil.example/?page_token=T',
        second,
      ],
      ['the token alone, when it names another path', '/org/v2/users?page_token=T', second],
      ['the token, when there is nothing else', '?page_token=T', second],
      ['the end, when it is null', null, undefined],
      ['the end, when it is missing', undefined, undefined],
      ['the end, when it is empty', '', undefined],
      ['nothing, when it has no token', own, undefined, 'unusableNext'],
      ['nothing, when the token is empty', '?page_token=', undefined, 'unusableNext'],
      ['nothing, when the token is too long', `?page_token=${'x'.repeat(256)}`, undefined, 'unusableNext'],
      ['nothing, when the token breaks lines', '?page_token=T%0D%0AHost:%20evil', undefined, 'unusableNext'],
      ['nothing, when it is no address', 'https://[', undefined, 'unusableNext'],
      ['nothing, when it is no text', { page_token: 'T' }, undefined, 'unusableNext'],
    ];
    for (const [label, next, asked, warning] of shapes) {
      it(label, async () => {
        const { pages, urls } = await listOf([pageOf([1], next), pageOf([2])]);
        assert.deepEqual(urls.slice(1), asked === undefined ? [] : [asked]);
        assert.equal(pages.at(-1)?.warning, warning);
      });
    }
  });

  it('ends with a warning when a token comes again', async () => {
    const { pages, urls } = await listOf([
      pageOf([1], '?page_token=a'),
      pageOf([2], '?page_token=b'),
      pageOf([3], '?page_token=a'),
    ]);
    assert.deepEqual(pages, [{ items: [1] }, { items: [2] }, { items: [3], warning: 'repeatedToken' }]);
    assert.equal(urls.length, 3);
  });

  it('ends with a warning when a page names itself for ever', async () => {
    const { pages } = await listOf([pageOf([1], '?page_token=a')]);
    assert.deepEqual(pages, [{ items: [1] }, { items: [1], warning: 'repeatedToken' }]);
  });

  it('ends with a warning after 1,000 pages', async () => {
    let count = 0;
    const endless: Fetch = () => {
      count += 1;
      const body = JSON.stringify({ data: [count], metadata: { next: `?page_token=${count}` } });
      return Promise.resolve({ status: 200, headers: new Headers(), body: new Blob([body]).stream() });
    };
    const { http } = testHttp([], { fetch: endless });
    const list = await collect(pages(http, request));
    assert.deepEqual(
      [count, list.length, list.at(-1)],
      [1000, 1000, { items: [1000], warning: 'tooManyPages' }],
    );
  });

  const wrong: readonly (readonly [label: string, json: unknown, reason: string])[] = [
    ['a list', [], 'unexpected'],
    ['text', 'x', 'unexpected'],
    ['a number', 1, 'unexpected'],
    ['null', null, 'unexpected'],
    ['an object without data', {}, 'unexpected'],
    ['data that is no list', { data: {} }, 'unexpected'],
    ['nothing', undefined, 'empty'],
  ];
  for (const [label, json, reason] of wrong) {
    it(`throws for ${label} in place of a page`, async () => {
      const error = (await outcomeOf(listOf([{ json, headers: { 'x-request-id': 'r-1' } }]))) as ApiError;
      assert.deepEqual([error.kind, error.reason, error.requestId], ['badAnswer', reason, 'r-1']);
    });
  }

  it('throws what ends it in the middle, after the pages before', async () => {
    const { http } = testHttp([pageOf([1], '?page_token=a'), { status: 401 }]);
    const list = pages(http, request);
    assert.deepEqual((await list.next()).value, { items: [1] });
    assert.equal(((await outcomeOf(list.next())) as ApiError).kind, 'unauthenticated');
  });

  it('can be cancelled between two pages', async () => {
    const controller = new AbortController();
    const { http, service } = testHttp([pageOf([1], '?page_token=a')]);
    const list = pages(http, { ...request, signal: controller.signal });
    await list.next();
    controller.abort();
    assert.ok((await outcomeOf(list.next())) instanceof CancelledError);
    assert.equal(service.requests.length, 1);
  });
});

describe('allItems', () => {
  const decode = (raw: JsonValue) => (typeof raw === 'string' ? { id: raw } : undefined);

  it('gives the items of all pages, each once', async () => {
    const { http } = testHttp([pageOf(['a', 'b'], '?page_token=t'), pageOf(['b', 'c'])]);
    assert.deepEqual(await allItems(http, request, decode), [{ id: 'a' }, { id: 'b' }, { id: 'c' }]);
  });

  const incomplete: readonly (readonly [label: string, script: readonly ScriptedAnswer[], reason: string])[] =
    [
      ['whose token comes again', [pageOf(['a'], '?page_token=t')], 'incompleteList'],
      ['with an item that cannot be read', [pageOf(['a', 2])], 'unexpected'],
    ];
  for (const [label, script, reason] of incomplete) {
    it(`throws for a list ${label}`, async () => {
      const { http } = testHttp(script);
      assert.equal(((await outcomeOf(allItems(http, request, decode))) as ApiError).reason, reason);
    });
  }
});
