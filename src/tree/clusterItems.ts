import * as vscode from 'vscode';
import { unseenUse } from '../model/deletion';
import type { SeenClusters } from '../model/usage';
import { unseenUseText } from '../words/usageText';
import { providerName } from '../words/words';
import type { ClusterNode, LegacyNode, NoteNode } from './nodes';
import { factsTooltip } from './tooltip';
import type { TreeModel } from './treeModel';

export function clusterItem(node: ClusterNode, model: TreeModel): vscode.TreeItem {
  const { connectionId, clusterId } = node;
  const cluster = model.cluster(connectionId, clusterId);
  const label = cluster?.displayName ?? clusterId;
  const row = new vscode.TreeItem(label);
  row.id = node.id;
  row.iconPath = new vscode.ThemeIcon('server');
  row.contextValue = 'cluster';
  if (!cluster) return row;
  const seen = model.input.clustersOf(connectionId);
  const environment = seen?.environments.find(({ id }) => id === cluster.environmentId);
  const isLegacy = cluster.keyId === undefined;
  row.description = [
    cluster.type,
    cluster.region,
    environment?.displayName,
    isLegacy ? legacyWord() : undefined,
  ]
    .filter(part => part !== undefined && part !== '')
    .join(' · ');
  row.tooltip = factsTooltip(label, [
    [vscode.l10n.t('ID'), cluster.id],
    [vscode.l10n.t('Type'), cluster.type],
    [vscode.l10n.t('Cloud'), providerName(cluster.cloud === 'AZURE' ? 'Azure' : cluster.cloud)],
    [vscode.l10n.t('Region'), cluster.region],
    [
      vscode.l10n.t('Environment'),
      [environment?.displayName, cluster.environmentId].filter(Boolean).join(', '),
    ],
    [vscode.l10n.t('Phase'), cluster.phase],
    [vscode.l10n.t('Legacy key'), isLegacy ? cluster.legacyEncryptionKey : undefined],
  ]);
  row.accessibilityInformation = { label: `${label}, ${vscode.l10n.t('cluster')}, ${row.description}` };
  return row;
}

export function legacyItem({ id, connectionId }: LegacyNode, model: TreeModel): vscode.TreeItem {
  const { length } = model.legacy(connectionId);
  const row = new vscode.TreeItem(
    vscode.l10n.t('Clusters with legacy keys'),
    vscode.TreeItemCollapsibleState.Collapsed,
  );
  row.id = id;
  row.description = String(length);
  row.iconPath = new vscode.ThemeIcon('history');
  row.contextValue = 'legacy';
  row.tooltip = vscode.l10n.t(
    'Created before 11 August 2023 with a key that the BYOK API does not know. Such keys cannot be managed here, and cannot be moved.',
  );
  return row;
}

/** Rows that stand in for the clusters of a key. */
export function clusterNote(
  row: vscode.TreeItem,
  { connectionId, note, parent }: NoteNode,
  model: TreeModel,
): vscode.TreeItem {
  if (note === 'clustersLoading') {
    row.label = vscode.l10n.t('Looking for clusters…');
    row.iconPath = new vscode.ThemeIcon('loading~spin');
    return row;
  }
  if (note === 'clustersFailed') {
    row.label = vscode.l10n.t('The clusters could not be listed: try again');
    row.iconPath = new vscode.ThemeIcon('warning');
    row.command = {
      command: 'byok.refreshClusters',
      title: vscode.l10n.t('Refresh Clusters'),
      arguments: [connectionId],
    };
    return row;
  }
  const key = parent?.type === 'key' ? model.key(connectionId, parent.keyId) : undefined;
  row.label = vscode.l10n.t('No cluster is seen');
  row.description = lookedAtText(model.input.clustersOf(connectionId));
  row.iconPath = new vscode.ThemeIcon('info');
  row.tooltip =
    key?.state === 'IN_USE'
      ? unseenUseText(unseenUse(model.input.heldSince(connectionId, key.id), Date.now()))
      : vscode.l10n.t('No cluster of the environments that these credentials see uses the key.');
  row.accessibilityInformation = { label: `${row.label}, ${row.description}. ${row.tooltip}` };
  return row;
}

/** Of how many environments the clusters were listed. */
export function lookedAtText(seen: SeenClusters | undefined): string {
  const { environments = [], closed = [] } = seen ?? {};
  const { length } = environments;
  return closed.length === 0
    ? vscode.l10n.t('environments looked at: {0}', length)
    : vscode.l10n.t('environments looked at: {0} of {1}', length - closed.length, length);
}

function legacyWord(): string {
  return vscode.l10n.t('legacy key');
}
