import * as vscode from 'vscode';
import type { Evidence, EvidentCluster } from '../model/findings/finding';
import { ago, dateTime, providerName } from './words';

/** Writes a time, in ms since 1970. */
export type When = (time: number) => string;

export function dateTimeAndAge(time: number): string {
  return `${dateTime(time)} (${ago(time)})`;
}

/** How the parts of a sentence are written that are not our own words. */
export interface EvidenceStyle {
  readonly when: When;
  /** Marks text of the service, where it must be marked. */
  readonly quote: (text: string) => string;
}

const plainStyle: EvidenceStyle = { when: dateTimeAndAge, quote: text => text };

/** A fact that a finding goes by, as a sentence. Unless `quote` sees to it, it holds text of the service: show it as text. */
export function evidenceText(evidence: Evidence, { when, quote }: EvidenceStyle = plainStyle): string {
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
      return vscode.l10n.t('Confluent says: {0}', quote(evidence.text));
    case 'unreadable':
      return vscode.l10n.t('What is wrong with it: {0}', quote(evidence.text));
    case 'cluster':
      return vscode.l10n.t('Used by {0}.', clusterText(evidence.cluster, quote));
    case 'legacyCluster':
      return vscode.l10n.t('Cluster {0}.', clusterText(evidence.cluster, quote));
    case 'place':
      return evidence.region === undefined
        ? vscode.l10n.t('The key is in {0}.', quote(providerName(evidence.provider)))
        : vscode.l10n.t(
            'The key is in {0}, {1}.',
            quote(providerName(evidence.provider)),
            quote(evidence.region),
          );
    case 'cloudKey':
      return vscode.l10n.t('Key in the cloud: {0}', quote(evidence.identifier));
    case 'sameKey':
      return vscode.l10n.t('Registered as {0}.', named(evidence.keyId, evidence.displayName, quote));
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
      return vscode.l10n.t('Location of the key: {0}', quote(evidence.location));
    case 'quota':
      return vscode.l10n.t('{0} of {1} keys.', evidence.used, evidence.limit);
  }
}

type Quote = EvidenceStyle['quote'];

function clusterText({ id, displayName, cloud, region }: EvidentCluster, quote: Quote): string {
  const place = [providerName(cloud === 'AZURE' ? 'Azure' : cloud), region].filter(part => part !== '');
  return [named(id, displayName, quote), ...place.map(quote)].join(', ');
}

function named(id: string, displayName: string | undefined, quote: Quote): string {
  return displayName === undefined ? quote(id) : `${quote(displayName)} (${quote(id)})`;
}
