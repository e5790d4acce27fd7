import * as vscode from 'vscode';
import type { Connection } from '../../connections/connection';
import type { Cluster } from '../../model/cluster';
import { clusterAddress } from '../../model/confluentAddress';
import type { Key } from '../../model/key';
import type { SeenClusters } from '../../model/usage';
import { usageOf } from '../../model/usage';
import { failureOf } from '../../words/failure';
import { ago, providerName } from '../../words/words';
import type { ClusterView, ClustersView } from '../protocol/keyPage';

export interface ClusterSources {
  readonly connection: Connection;
  readonly seen: SeenClusters | undefined;
  readonly isLoading: boolean;
  readonly failure: unknown;
}

/** Who uses the key, as far as the credentials see. */
export function clustersView(key: Key, sources: ClusterSources): ClustersView {
  const { seen, isLoading, failure } = sources;
  const usage = seen && usageOf(key, seen.clusters);
  const rows = [
    ...(usage?.clusters ?? []).map(cluster => clusterView(cluster, sources)),
    ...(usage?.legacy ?? []).map(cluster => clusterView(cluster, sources, vscode.l10n.t('legacy key'))),
  ];
  const note = noteOf(seen, failure);
  return {
    title: vscode.l10n.t('Clusters That Use It'),
    lead: leadOf(key, seen, rows.length, isLoading),
    isBusy: isLoading,
    clusters: rows.sort((a, b) => a.name.localeCompare(b.name) || a.id.localeCompare(b.id)),
    ...(note === undefined ? {} : { note }),
    ...(isLoading
      ? {}
      : {
          button: {
            does: 'listClusters',
            label: seen ? vscode.l10n.t('Look Again') : vscode.l10n.t('Look for Clusters'),
          },
        }),
  };
}

function clusterView(cluster: Cluster, { connection, seen }: ClusterSources, extra?: string): ClusterView {
  const environment = seen?.environments.find(({ id }) => id === cluster.environmentId);
  const href = connection.kind === 'demo' ? undefined : clusterAddress(cluster, connection.endpoint);
  const detail = [
    cluster.displayName === undefined ? undefined : cluster.id,
    cluster.type,
    providerName(cluster.cloud === 'AZURE' ? 'Azure' : cluster.cloud),
    cluster.region,
    environment?.displayName ?? cluster.environmentId,
    extra,
  ];
  return {
    id: cluster.id,
    name: cluster.displayName ?? cluster.id,
    detail: detail.filter(part => part !== undefined && part !== '').join(' · '),
    ...(href === undefined ? {} : { href }),
  };
}

function leadOf(key: Key, seen: SeenClusters | undefined, found: number, isLoading: boolean): string {
  if (!seen) {
    if (isLoading) return vscode.l10n.t('Looking for clusters…');
    return vscode.l10n.t('The environments have not been looked at yet.');
  }
  if (found > 0) return vscode.l10n.t('As of {0}.', ago(seen.loadedAt));
  return key.state === 'AVAILABLE'
    ? vscode.l10n.t('No cluster of the environments that these credentials see uses the key.')
    : vscode.l10n.t(
        'No cluster is seen. It is in an environment that these credentials do not see, or was deleted less than five days ago, for which Confluent holds the key.',
      );
}

function noteOf(seen: SeenClusters | undefined, failure: unknown): string | undefined {
  if (failure !== undefined) {
    const { reason, advice } = failureOf(failure);
    return vscode.l10n.t('The clusters could not be listed. {0} {1}', reason, advice);
  }
  if (!seen || seen.closed.length === 0) return undefined;
  return vscode.l10n.t(
    'Environments whose clusters could not be listed: {0}',
    seen.closed.map(({ displayName, id }) => displayName ?? id).join(', '),
  );
}
