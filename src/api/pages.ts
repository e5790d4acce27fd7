import type { JsonValue } from '../model/json';
import { ApiError, unexpected } from './errors';
import { objectIn } from './fields';
import type { Http } from './http';
import type { HttpRequest } from './httpRequest';

const pageSize = 100;
const maxPages = 1000;

/**
 * Why a list ends although the service named a next page: its token came before, or it has none that can be used, or
 * 1,000 pages were read.
 */
export type ListWarning = 'repeatedToken' | 'unusableNext' | 'tooManyPages';

export interface Page {
  readonly items: readonly JsonValue[];
  /** On the last page alone. */
  readonly warning?: ListWarning;
}

type ListRequest = Pick<HttpRequest, 'path' | 'query' | 'signal'>;

/** The pages of a list as they arrive. Each is asked of our own endpoint, whatever host the answer names as the next. */
export async function* pages(http: Http, request: ListRequest): AsyncGenerator<Page, void, void> {
  const seen = new Set<string>();
  let token: string | undefined;
  for (let count = 1; ; count++) {
    const { items, next } = await page(http, request, token);
    token = next === undefined ? undefined : tokenIn(next);
    const warning = next === undefined ? undefined : warningOf(token, seen, count);
    yield { items, ...(warning && { warning }) };
    if (token === undefined || warning) return;
    seen.add(token);
  }
}

/**
 * A list that is of use only as a whole: throws an {@link ApiError} where {@link pages} would end with a warning. An item
 * that moves to a later page while they are read is given once.
 */
export async function allItems<Item extends { readonly id: string }>(
  http: Http,
  request: ListRequest,
  decode: (raw: JsonValue) => Item | undefined,
): Promise<readonly Item[]> {
  const items = new Map<string, Item>();
  for await (const page of pages(http, request)) {
    if (page.warning) throw new ApiError('badAnswer', { reason: 'incompleteList' });
    for (const raw of page.items) {
      const item = decode(raw);
      if (item === undefined) throw new ApiError('badAnswer', { reason: 'unexpected' });
      if (!items.has(item.id)) items.set(item.id, item);
    }
  }
  return [...items.values()];
}

async function page(
  http: Http,
  request: ListRequest,
  token: string | undefined,
): Promise<{ items: readonly JsonValue[]; next: JsonValue | undefined }> {
  const query = {
    ...request.query,
    page_size: String(pageSize),
    ...(token !== undefined && { page_token: token }),
  };
  const answer = await http.request({ ...request, method: 'GET', query });
  const { data, metadata } = objectIn(answer.json);
  if (!Array.isArray(data)) throw unexpected(answer);
  const next = objectIn(metadata)['next'];
  return { items: data, next: next === null || next === '' ? undefined : next };
}

/** `page_token` is opaque, and at most 255 characters by the API's description. */
function tokenIn(next: JsonValue): string | undefined {
  if (typeof next !== 'string') return undefined;
  const token = URL.parse(next, 'https://endpoint.invalid')?.searchParams.get('page_token') ?? '';
  return /^[\x20-\x7e]{1,255}$/.test(token) ? token : undefined;
}

function warningOf(
  token: string | undefined,
  seen: ReadonlySet<string>,
  count: number,
): ListWarning | undefined {
  if (token === undefined) return 'unusableNext';
  if (seen.has(token)) return 'repeatedToken';
  return count === maxPages ? 'tooManyPages' : undefined;
}
