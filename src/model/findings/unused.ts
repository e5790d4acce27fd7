import type { Rule } from './rule';

const day = 24 * 60 * 60_000;

/**
 * A key that could be given to a cluster and has not been for long: a candidate for cleaning up, which counts against
 * the quota (20 keys by default). The service tells no time of a key's last use: it counts from the registration, or
 * from when this editor saw it come free.
 */
export const unused: Rule = {
  rule: 'unused',
  about: 'key',
  severity: 'info',
  look(key, estate) {
    if (key.state !== 'AVAILABLE') return undefined;
    if (estate.clustersOf(key).length > 0 || estate.legacyOf(key).length > 0) return undefined;
    const { now, staleAfterDays, stateSince } = estate.input;
    const at = stateSince(key.id) ?? key.createdAt;
    if (at === undefined || now - at <= staleAfterDays * day) return undefined;
    return { evidence: [{ code: 'availableSince', at }] };
  },
};
