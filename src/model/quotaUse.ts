import type { Quota } from './cluster';

export interface QuotaUse {
  readonly used: number;
  readonly limit: number;
}

/**
 * How much of the quota is used. The service tells the usage late or not at all (API's description: optional, and only
 * when it is not 0): then what is listed counts.
 */
export function quotaUse({ usage = 0, limit }: Quota, listed: number): QuotaUse {
  return { used: Math.max(usage, listed), limit };
}

/** The used part of a limit: more than 1 where the limit was lowered since. */
export function shareOf({ used, limit }: QuotaUse): number {
  return limit > 0 ? used / limit : 1;
}
