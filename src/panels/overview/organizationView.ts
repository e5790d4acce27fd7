import * as vscode from 'vscode';
import type { Environment } from '../../model/cluster';
import { quotaUse, shareOf } from '../../model/quotaUse';
import { failureOf } from '../../words/failure';
import { ago, keyCount, number, percent } from '../../words/words';
import type { OrganizationView } from '../protocol/overview';
import type { Tone } from '../protocol/page';
import { named } from './bounded';
import type { OrganizationSituation } from './situation';
import { isKnown } from './situation';

type Note = OrganizationView['notes'][number];

/** How full an organization is, what is seen of it, and what is wrong. */
export function organizationView(organization: OrganizationSituation): OrganizationView {
  const { connection, keys } = organization;
  const share = shareIn(organization);
  return {
    connection: connection.id,
    name: connection.label,
    ...(share !== undefined && { quota: { share: Math.min(share, 1), tone: toneOf(share) } }),
    facts: [
      ...keyFacts(organization),
      ...clusterFacts(organization),
      ...(keys.loadedAt === undefined ? [] : [vscode.l10n.t('Refreshed {0}', ago(keys.loadedAt))]),
    ],
    notes: notesOf(organization),
    buttons: buttonsOf(organization),
  };
}

function useIn(organization: OrganizationSituation): ReturnType<typeof quotaUse> | undefined {
  const { quota, keys } = organization;
  return quota && isKnown(organization)
    ? quotaUse(quota, keys.keys.length + keys.unreadable.length)
    : undefined;
}

function shareIn(organization: OrganizationSituation): number | undefined {
  const use = useIn(organization);
  return use && shareOf(use);
}

/** From more than 80 % on the quota is a finding, too. */
function toneOf(share: number): Tone {
  return share >= 1 ? 'bad' : share > 0.8 ? 'warning' : 'plain';
}

function keyFacts(organization: OrganizationSituation): readonly string[] {
  const { keys } = organization;
  if (!isKnown(organization)) return [];
  const use = useIn(organization);
  return [
    use
      ? vscode.l10n.t(
          '{0} of {1} keys ({2})',
          number(use.used),
          number(use.limit),
          percent(shareIn(organization) ?? 0),
        )
      : keyCount(keys.keys.length + keys.unreadable.length),
  ];
}

function clusterFacts({ clusters: { seen } }: OrganizationSituation): readonly string[] {
  if (!seen) return [];
  const { environments, closed, clusters } = seen;
  return [
    vscode.l10n.t(
      'Clusters: {0}, in {1} of {2} environments that these credentials see',
      number(clusters.length),
      number(environments.length - closed.length),
      number(environments.length),
    ),
  ];
}

function notesOf({ keys, clusters }: OrganizationSituation): readonly Note[] {
  const { failure, unreadable, loadedAt } = keys;
  const closed = clusters.seen?.closed ?? [];
  return [
    ...(failure === undefined ? [] : [keysNote(failure, loadedAt)]),
    ...(unreadable.length === 0
      ? []
      : [warning(vscode.l10n.t('Keys that could not be read: {0}', number(unreadable.length)))]),
    // Where not even the keys came, that says it.
    ...(clusters.failure === undefined || failure !== undefined ? [] : [clustersNote(clusters.failure)]),
    ...(closed.length === 0 ? [] : [closedNote(closed)]),
  ];
}

function keysNote(failure: unknown, loadedAt: number | undefined): Note {
  const { reason, advice, words } = failureOf(failure);
  const isNothing = loadedAt === undefined;
  const what = isNothing
    ? vscode.l10n.t('The keys could not be loaded. {0}', reason)
    : vscode.l10n.t('The last refresh failed. {0}', reason);
  return { tone: isNothing ? 'bad' : 'warning', text: [what, advice, ...words].join(' ') };
}

function clustersNote(failure: unknown): Note {
  const { reason, advice } = failureOf(failure);
  return warning(vscode.l10n.t('The clusters could not be listed. {0} {1}', reason, advice));
}

function closedNote(closed: readonly Environment[]): Note {
  const names = named(closed, 10, ({ displayName, id }) => displayName ?? id);
  return warning(vscode.l10n.t('Environments whose clusters could not be listed: {0}', names.join(', ')));
}

function warning(text: string): Note {
  return { tone: 'warning', text };
}

function buttonsOf({ keys }: OrganizationSituation): OrganizationView['buttons'] {
  if (keys.failure === undefined) return [];
  const { kind } = failureOf(keys.failure);
  return kind === 'refused' || kind === 'keyring'
    ? [{ does: 'signInAgain', label: vscode.l10n.t('Sign In Again…'), isPrimary: true }]
    : [{ does: 'refresh', label: vscode.l10n.t('Try Again') }];
}
