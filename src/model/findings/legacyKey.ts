import { evidenceOf, evident, type Rule } from './rule';

/**
 * A cluster from before the BYOK API of 11 August 2023: its key stands in `spec.config.encryption_key`, cannot be
 * managed by this API, and cannot be moved to it (Confluent's documentation of legacy keys).
 */
export const legacyKey: Rule = {
  rule: 'legacyKey',
  about: 'cluster',
  severity: 'info',
  needs: 'clusters',
  look(cluster, estate) {
    const { keyId, legacyEncryptionKey: identifier } = cluster;
    if (keyId !== undefined || identifier === undefined) return undefined;
    const registered = estate.registrationsOfLegacy(identifier);
    const [first] = registered;
    return {
      clusters: [cluster],
      ...(first ? { keyId: first.id } : {}),
      evidence: [
        { code: 'legacyCluster', cluster: evident(cluster) },
        { code: 'cloudKey', identifier },
        ...evidenceOf(registered, ({ id, displayName }) => ({ code: 'sameKey', keyId: id, displayName })),
      ],
    };
  },
};
