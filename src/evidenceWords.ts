import * as vscode from 'vscode';
import type { Evidence, EvidentCluster } from './model/findings/finding';
import { ago, dateTime, providerName } from './words';

/** Writes a time, in ms since 1970. */
export type When = (time: number) => string;

export function dateTimeAndAge(time: number): string {
  return `${dateTime(time)} (${ago(time)})`;
}

/** A fact that a finding goes by, as a sentence. It holds text of the service: show it as text. */
export function evidenceText(evidence: Evidence, when: When = dateTimeAndAge): string {
  switch (evidence.code) {
    case 'invalidSince':
      return vscode.l10n.t('Invalid since {0}.', when(evidence.at));
    case 'waitingSince':
      return vscode.l10n.t('Waiting since {0}.', when(evidence.at));
    case 'availableSince':
      return vscode.l10n.t('Available since {0}.', when(evidence.at));
    case 'unseenSince':
      return vscode.l10n.t('Seen so first {0}.', when(evidence.at));
    case 'message':
      return vscode.l10n.t('Confluent says: {0}', evidence.text);
    case 'unreadable':
      return vscode.l10n.t('What is wrong with it: {0}', evidence.text);
    case 'cluster':
      return vscode.l10n.t('Used by {0}.', clusterText(evidence.cluster));
    case 'legacyCluster':
      return vscode.l10n.t('Cluster {0}.', clusterText(evidence.cluster));
    case 'place':
      return evidence.region === undefined
        ? vscode.l10n.t('The key is in {0}.', providerName(evidence.provider))
        : vscode.l10n.t('The key is in {0}, {1}.', providerName(evidence.provider), evidence.region);
    case 'cloudKey':
      return vscode.l10n.t('Key in the cloud: {0}', evidence.identifier);
    case 'sameKey':
      return vscode.l10n.t('Registered as {0}.', named(evidence.keyId, evidence.displayName));
    case 'more':
      return vscode.l10n.t('… and {0} more', evidence.count);
    case 'lookedAt':
      return evidence.closed === 0
        ? vscode.l10n.t('Environments looked at: {0}.', evidence.environments)
        : vscode.l10n.t(
            'Environments: {0}. The clusters of {1} of them could not be listed.',
            evidence.environments,
            evidence.closed,
          );
    case 'location':
      return vscode.l10n.t('Location of the key: {0}', evidence.location);
    case 'quota':
      return vscode.l10n.t('{0} of {1} keys.', evidence.used, evidence.limit);
  }
}

function clusterText({ id, displayName, cloud, region }: EvidentCluster): string {
  const place = [providerName(cloud === 'AZURE' ? 'Azure' : cloud), region].filter(part => part !== '');
  return [named(id, displayName), ...place].join(', ');
}

function named(id: string, displayName: string | undefined): string {
  return displayName === undefined ? id : `${displayName} (${id})`;
}
