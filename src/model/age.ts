import type { Key } from './key';

/** How long ago a key was registered, the youngest first. */
export const ages = ['month', 'quarter', 'year', 'older'] as const;
export type Age = (typeof ages)[number];

const day = 24 * 60 * 60_000;

/** Up to 30, 90 and 365 days. Undefined of a key whose registration has no date. `now` in ms since 1970. */
export function ageOf({ createdAt }: Key, now: number): Age | undefined {
  if (createdAt === undefined) return undefined;
  const days = (now - createdAt) / day;
  return days <= 30 ? 'month' : days <= 90 ? 'quarter' : days <= 365 ? 'year' : 'older';
}
