import type { JsonObject } from '../model/json';
import type { Answer } from './answer';
import { badParameter } from './failures';
import { type Dated, newestFirst } from './newestFirst';
import { randomText } from './randomText';

/** What a list needs of the request for it. */
export interface ListCall {
  /** Scheme and authority that the request came to. */
  readonly base: string;
  readonly path: string;
  readonly query: URLSearchParams;
}

/** What a list of one resource is like. */
export interface ListKind {
  readonly apiVersion: string;
  readonly kind: string;
  /** The resource, as an error names it. */
  readonly resource: string;
  readonly maximum: number;
  readonly filters: readonly string[];
}

/** Filters as they were given with the first page; an empty one counts as absent. */
export type Filters = ReadonlyMap<string, string>;

/** What a token stands for: a list, and the item on it that was the last one seen. */
export interface Cursor {
  readonly path: string;
  readonly pageSize: number;
  readonly filters: Filters;
  readonly after: Dated | undefined;
}

export interface PagingRules {
  readonly overPageSize: 'clamp' | 'reject';
  readonly totalSize: 'reported' | 'absent';
}

export const defaultPageSize = 10;
const maximumCursors = 10_000;

/**
 * Pages behind opaque tokens. A token stands for the last item seen, the filters and the page size,
 * so that a key deleted or registered meanwhile makes no other one appear twice or not at all.
 */
export class Paging {
  readonly #rules: PagingRules;
  readonly #cursors = new Map<string, Cursor>();

  constructor(rules: PagingRules) {
    this.#rules = rules;
  }

  /** Answers one page. `select` gives all items that pass the filters, newest first. */
  list<Item extends Dated>(
    call: ListCall,
    kind: ListKind,
    select: (filters: Filters) => readonly Item[],
    toJson: (item: Item) => JsonObject,
  ): Answer {
    refuseUnknown(call.query, kind);
    const cursor = this.#cursorOf(call) ?? this.#start(call, kind);
    const { after } = cursor;
    const items = select(cursor.filters);
    const next = after === undefined ? 0 : items.findIndex(item => newestFirst(after, item) < 0);
    const start = next < 0 ? items.length : next;
    const page = items.slice(start, start + cursor.pageSize);
    const last = start + page.length < items.length ? page.at(-1) : undefined;
    const token = last === undefined ? undefined : this.mint({ ...cursor, after: last });
    return {
      status: 200,
      json: {
        api_version: kind.apiVersion,
        kind: kind.kind,
        metadata: {
          first: call.base + call.path,
          last: null,
          prev: null,
          next: token === undefined ? null : `${call.base}${call.path}?page_token=${token}`,
          ...(this.#rules.totalSize === 'reported' ? { total_size: items.length } : {}),
        },
        data: page.map(toJson),
      },
    };
  }

  /** A new token for the cursor. */
  mint(cursor: Cursor): string {
    const token = randomText(20);
    this.#cursors.set(token, cursor);
    for (const oldest of this.#cursors.keys()) {
      if (this.#cursors.size <= maximumCursors) break;
      this.#cursors.delete(oldest);
    }
    return token;
  }

  cursor(token: string): Cursor | undefined {
    return this.#cursors.get(token);
  }

  #cursorOf({ path, query }: ListCall): Cursor | undefined {
    const token = query.get('page_token');
    if (token === null) return undefined;
    const cursor = this.cursor(token);
    if (cursor?.path !== path) throw badParameter('page_token', 'The page token is not valid.');
    return cursor;
  }

  #start({ path, query }: ListCall, kind: ListKind): Cursor {
    const filters = [...query].filter(([name, value]) => kind.filters.includes(name) && value !== '');
    return {
      path,
      pageSize: this.#pageSize(query, kind.maximum),
      filters: new Map(filters),
      after: undefined,
    };
  }

  #pageSize(query: URLSearchParams, maximum: number): number {
    const text = query.get('page_size') ?? String(defaultPageSize);
    const size = /^[1-9]\d*$/.test(text) ? Number(text) : 0;
    if (size === 0 || (size > maximum && this.#rules.overPageSize === 'reject')) {
      throw badParameter('page_size', `The page size must be between 1 and ${maximum}.`);
    }
    return Math.min(size, maximum);
  }
}

function refuseUnknown(query: URLSearchParams, { filters, resource }: ListKind): void {
  for (const name of query.keys()) {
    if (name === 'page_size' || name === 'page_token' || filters.includes(name)) continue;
    throw badParameter(name, `The '${resource}' resource can't be filtered by '${name}'`);
  }
}
