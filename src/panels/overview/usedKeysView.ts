import * as vscode from 'vscode';
import type { Cluster } from '../../model/cluster';
import { byNeed, usedKeys, type UsedKey } from '../../model/overview/usedKeys';
import { regionOf } from '../../model/region';
import { legacyClusters } from '../../model/usage';
import { number, providerName } from '../../words/words';
import type { UsedKeysView, UsedKeyView } from '../protocol/overview';
import { bounded, named } from './bounded';
import { linkToKey } from './linkToKey';
import type { OrganizationSituation, OverviewSituation } from './situation';

interface Row extends UsedKey {
  readonly organization: OrganizationSituation;
}

/** Which clusters use which key, as far as the credentials see. */
export function usedKeysView({ organizations, look, isListing }: OverviewSituation): UsedKeysView {
  const rows = organizations
    .flatMap(organization =>
      usedKeys(organization.keys.keys, organization.clusters.seen?.clusters ?? []).map((used): Row => ({
        ...used,
        organization,
      })),
    )
    .sort(byNeed);
  const { items, more } = bounded(rows, 'usedKeys', look);
  const isSeen = organizations.every(({ clusters }) => clusters.seen);
  return {
    title: vscode.l10n.t('Clusters by Key'),
    lead: leadOf(rows, isSeen, isListing),
    isBusy: isListing,
    notes: notesOf(organizations),
    items: items.map(row => rowView(row, organizations.length > 1)),
    ...(more !== undefined && { more }),
    ...(!isListing && {
      button: {
        does: 'listClusters',
        label: isSeen ? vscode.l10n.t('Look Again') : vscode.l10n.t('Look for Clusters'),
      },
    }),
  };
}

function leadOf(rows: readonly Row[], isSeen: boolean, isListing: boolean): string {
  if (isListing && !isSeen) return vscode.l10n.t('Looking for clusters…');
  if (!isSeen) return vscode.l10n.t('The clusters are not known: who uses which key was not looked at.');
  if (rows.length === 0) return vscode.l10n.t('No key is in use.');
  const clusters = rows.reduce((sum, row) => sum + row.clusters.length, 0);
  return vscode.l10n.t('Keys in use: {0}. Clusters: {1}.', number(rows.length), number(clusters));
}

function notesOf(organizations: readonly OrganizationSituation[]): readonly string[] {
  const legacy = organizations.reduce(
    (sum, { clusters }) => sum + legacyClusters(clusters.seen?.clusters ?? []).length,
    0,
  );
  if (legacy === 0) return [];
  return [vscode.l10n.t('Clusters with legacy keys, which are not listed here: {0}.', number(legacy))];
}

function rowView({ key, clusters, organization }: Row, isOneOfSeveral: boolean): UsedKeyView {
  const { connection, clusters: known } = organization;
  const place = [providerName(key.provider), regionOf(key), isOneOfSeveral ? connection.label : undefined];
  const isUnseen = known.seen !== undefined && clusters.length === 0;
  return {
    ...linkToKey(connection.id, key),
    place: place.filter(part => part !== undefined).join(' · '),
    clusters: isUnseen
      ? [vscode.l10n.t('In use, but by no cluster that is seen')]
      : named(clusters, 10, cluster => clusterText(cluster, organization)),
    isUnseen,
  };
}

function clusterText(
  { id, displayName, type, environmentId }: Cluster,
  { clusters: { seen } }: OrganizationSituation,
): string {
  const environment = seen?.environments.find(each => each.id === environmentId)?.displayName;
  const name = displayName === undefined ? id : `${displayName} (${id})`;
  return [name, type, environment ?? environmentId].filter(part => part !== undefined).join(' · ');
}
