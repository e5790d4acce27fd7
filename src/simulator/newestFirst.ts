export interface Dated {
  readonly id: string;
  /** In ms since 1970. */
  readonly createdAt: number;
}

/** The order of every list: newest first, by id among equals. */
export function newestFirst(a: Dated, b: Dated): number {
  if (a.createdAt !== b.createdAt) return b.createdAt - a.createdAt;
  return a.id < b.id ? -1 : Number(a.id > b.id);
}
