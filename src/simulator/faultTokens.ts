import { defaultPageSize, type Paging } from './paging';

/** Page tokens for the faults that need one. */
export interface FaultTokens {
  /** Leads to the page it is asked for. */
  readonly same: () => string;
  /** Leads to the first page, and is new each time. */
  readonly fresh: () => string;
}

/** Tokens for the list that an address names. */
export function faultTokens(paging: Paging, { pathname, searchParams: query }: URL): FaultTokens {
  const fresh = () => {
    const known = paging.cursor(query.get('page_token') ?? '');
    return paging.mint({
      path: pathname,
      pageSize: known?.pageSize ?? (Number(query.get('page_size')) || defaultPageSize),
      filters: known?.filters ?? new Map([...query].filter(([name]) => !name.startsWith('page_'))),
      after: undefined,
    });
  };
  return { fresh, same: () => query.get('page_token') ?? fresh() };
}
