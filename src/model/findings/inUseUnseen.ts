import { holdTime } from '../deletion';
import type { Rule } from './rule';

/**
 * The key is in use, and none of the clusters that were seen has it: its cluster is in an environment that these
 * credentials do not see, or was deleted less than five days ago. There is no list of clusters by key, and a role may
 * hide environments (API's description), so nothing is said where the clusters were not listed after the key was seen
 * to come into use.
 */
export const inUseUnseen: Rule = {
  rule: 'inUseUnseen',
  about: 'key',
  severity: 'info',
  needs: 'clusters',
  look(key, estate) {
    if (key.state !== 'IN_USE') return undefined;
    if (estate.clustersOf(key).length > 0 || estate.legacyOf(key).length > 0) return undefined;
    const { input, environments, closed } = estate;
    if ((input.stateSince(key.id) ?? -Infinity) > (input.clusters?.loadedAt ?? 0)) return undefined;
    const at = input.heldSince(key.id);
    const isHeldNoMore = at !== undefined && input.now - at > holdTime && closed === 0;
    return {
      severity: isHeldNoMore ? 'warning' : 'info',
      evidence: [
        { code: 'lookedAt', environments, closed },
        ...(at === undefined ? [] : [{ code: 'unseenSince', at } as const]),
      ],
    };
  },
};
