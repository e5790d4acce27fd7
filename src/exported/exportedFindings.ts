import type { Findings } from '../stores/findings';
import type { KeyStore } from '../stores/keyStore';
import { findingWords } from '../words/findingWords';
import type { ExportedFinding } from './exports';

/** The findings of the connections as other extensions get them: the open ones of each first. */
export function exportedFindings(
  connectionIds: readonly string[],
  findings: Findings,
  store: KeyStore,
): readonly ExportedFinding[] {
  return connectionIds.flatMap(connectionId => {
    const { open, muted } = findings.of(connectionId);
    return [
      ...open.map(finding => ({ finding, mute: undefined })),
      ...muted.map(finding => ({ finding, mute: finding.mute })),
    ].map(({ finding, mute }): ExportedFinding => {
      const { id, rule, severity, keyId, clusterIds } = finding;
      const key = keyId === undefined ? undefined : store.find(connectionId, keyId);
      return {
        connectionId,
        id,
        rule,
        severity,
        ...(keyId === undefined ? {} : { keyId }),
        clusterIds: [...clusterIds],
        ...findingWords(finding, key),
        muted: mute !== undefined,
        ...(mute ? { reason: mute.reason } : {}),
      };
    });
  });
}
