import * as vscode from 'vscode';
import type { InventoryTexts } from '../model/inventory/inventoryTexts';
import { isoTime } from '../model/inventory/isoTime';
import { code } from '../model/inventory/markdownText';
import { evidenceText } from './evidenceWords';
import { findingTitle, severityName } from './findingWords';
import { keyCount, phaseName, providerName, stateName } from './words';

/** The words of an inventory in Markdown, in the language of the editor. Times are in UTC, so that two can be compared. */
export function inventoryWords(): InventoryTexts {
  return {
    title: organization => vscode.l10n.t('Encryption keys of {0}', organization),
    quota: (used, limit) => vscode.l10n.t('{0} of {1} keys.', used, limit),
    keyCount: count => `${keyCount(count)}.`,
    environments: (open, all, clusters) =>
      vscode.l10n.t(
        '{0} clusters, in {1} of {2} environments that these credentials see.',
        clusters,
        open,
        all,
      ),
    clustersUnknown: vscode.l10n.t('The clusters are not known: who uses which key was not looked at.'),
    asOf: time => vscode.l10n.t('As of {0}:', time),
    noFindings: vscode.l10n.t('No finding is open.'),
    mutedCount: count =>
      count === 1 ? vscode.l10n.t('1 finding is muted.') : vscode.l10n.t('{0} findings are muted.', count),
    mutedBecause: (reason, since) => vscode.l10n.t('Muted since {0}: {1}', since, reason),
    more: count => vscode.l10n.t('… and {0} more', count),
    provider: providerName,
    state: stateName,
    phase: phaseName,
    severity: severityName,
    finding: findingTitle,
    evidence: evidence =>
      evidenceText(evidence, { when: time => isoTime(time) ?? String(time), quote: code }),
    name: {
      keys: vscode.l10n.t('Keys'),
      legacy: vscode.l10n.t('Legacy keys'),
      unreadable: vscode.l10n.t('Not readable'),
      details: vscode.l10n.t('Details'),
      findings: vscode.l10n.t('Findings'),
      name: vscode.l10n.t('Name'),
      id: vscode.l10n.t('ID'),
      provider: vscode.l10n.t('Cloud'),
      region: vscode.l10n.t('Region'),
      state: vscode.l10n.t('State'),
      validation: vscode.l10n.t('Validation'),
      since: vscode.l10n.t('Since'),
      message: vscode.l10n.t('Message'),
      cloudKey: vscode.l10n.t('Key in the cloud'),
      account: vscode.l10n.t('Account'),
      subscription: vscode.l10n.t('Subscription'),
      resourceGroup: vscode.l10n.t('Resource group'),
      vault: vscode.l10n.t('Key vault'),
      tenant: vscode.l10n.t('Tenant'),
      project: vscode.l10n.t('Project'),
      location: vscode.l10n.t('Location'),
      keyRing: vscode.l10n.t('Key ring'),
      keyName: vscode.l10n.t('Key name'),
      roles: vscode.l10n.t('Role'),
      application: vscode.l10n.t('Application'),
      group: vscode.l10n.t('Group'),
      created: vscode.l10n.t('Created'),
      updated: vscode.l10n.t('Updated'),
      resourceName: vscode.l10n.t('Resource name'),
      clusters: vscode.l10n.t('Clusters'),
      cluster: vscode.l10n.t('Cluster'),
      environment: vscode.l10n.t('Environment'),
      problem: vscode.l10n.t('Problem'),
    },
  };
}
