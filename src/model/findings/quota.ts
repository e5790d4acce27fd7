import { quotaUse, shareOf } from '../quotaUse';
import type { Estate } from './estate';
import type { Found, Rule } from './rule';

/** From more than this part of the quota on it is said. Confluent itself writes at 50, 90 and 100 % (its documentation). */
const nearly = 0.8;

/** The organization has as many keys as it may (`byok.max_keys.per_org`, 20 by default): the next one is refused with 402, or with 400. */
export const quotaFull: Rule = {
  rule: 'quotaFull',
  about: 'organization',
  severity: 'warning',
  needs: 'quota',
  look: estate => within(estate, share => share >= 1),
};

/** More than 80 % of the keys that the organization may have. */
export const quotaNear: Rule = {
  rule: 'quotaNear',
  about: 'organization',
  severity: 'info',
  needs: 'quota',
  look: estate => within(estate, share => share > nearly && share < 1),
};

function within({ input }: Estate, isSo: (share: number) => boolean): Found | undefined {
  const { keys, unreadable, quota } = input;
  if (!quota || quota.limit < 0) return undefined;
  const use = quotaUse(quota, keys.length + unreadable.length);
  return isSo(shareOf(use)) ? { evidence: [{ code: 'quota', ...use }] } : undefined;
}
