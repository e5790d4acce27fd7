import type { Key } from '../key';
import type { Evidence } from './finding';
import { clusterEvidence, type Rule } from './rule';

/**
 * Confluent's last attempt to use the key failed, and a cluster has it. Losing access can make the cluster unavailable
 * at once, and recovery may take 30 minutes and Confluent Support (Confluent's documentation of self-managed keys).
 */
export const invalidInUse: Rule = {
  rule: 'invalidInUse',
  about: 'key',
  severity: 'error',
  look(key, estate) {
    if (key.validation?.phase !== 'INVALID') return undefined;
    const clusters = estate.clustersOf(key);
    if (key.state !== 'IN_USE' && clusters.length === 0) return undefined;
    return {
      clusters,
      evidence: [...messageEvidence(key), ...clusterEvidence(clusters), ...sinceEvidence(key)],
    };
  },
};

/** Confluent's last attempt to use the key failed (`validation.phase`, from the API's description), and no cluster is known to have it. */
export const invalid: Rule = {
  rule: 'invalid',
  about: 'key',
  severity: 'warning',
  look(key, estate) {
    if (key.validation?.phase !== 'INVALID') return undefined;
    if (key.state === 'IN_USE' || estate.clustersOf(key).length > 0) return undefined;
    return { evidence: [...messageEvidence(key), ...sinceEvidence(key)] };
  },
};

function messageEvidence({ validation }: Key): readonly Evidence[] {
  return validation?.message === undefined ? [] : [{ code: 'message', text: validation.message }];
}

function sinceEvidence({ validation }: Key): readonly Evidence[] {
  return validation?.since === undefined ? [] : [{ code: 'invalidSince', at: validation.since }];
}
