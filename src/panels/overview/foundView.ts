import * as vscode from 'vscode';
import type { BrokenRule, Finding, FindingRule, Severity } from '../../model/findings/finding';
import { findingRules, severities } from '../../model/findings/finding';
import { findingTitle, severityName } from '../../words/findingWords';
import { number } from '../../words/words';
import { findingView, mutedView, severityTones } from '../findingView';
import type { FoundView, Look, OverviewState } from '../protocol/overview';
import { bounded, named } from './bounded';
import type { Found, OrganizationSituation } from './situation';
import { subjectsIn } from './subject';

/** The findings of all organizations, the worst first. Words are made for those alone that are shown. */
export function foundView(organizations: readonly OrganizationSituation[], look: Look): FoundView {
  const open = foundIn(organizations, ({ findings }) => findings?.open);
  const quiet = foundIn(organizations, ({ findings }) => findings?.muted);
  const byRule = Map.groupBy(open, ({ finding }) => finding.rule);
  const [chosen] = look.rule.filter(rule => byRule.has(rule));
  const wanted = chosen === undefined ? open : (byRule.get(chosen) ?? []);
  const shown = bounded(wanted.toSorted(byWeight), 'findings', look);
  const muted = bounded(quiet.toSorted(byWeight), 'muted', look);
  const subjectOf = subjectsIn(organizations);
  return {
    title: vscode.l10n.t('Findings'),
    lead: leadOf(organizations, open.length),
    rules: rulesOf(byRule, chosen),
    ...shown,
    items: shown.items.map(found => ({
      ...findingView(found.finding, subjectOf.key(found)),
      ...subjectOf.place(found),
    })),
    muted: {
      title: vscode.l10n.t('Muted ({0})', quiet.length),
      ...muted,
      items: muted.items.map(found => ({
        ...mutedView(found.finding, subjectOf.key(found)),
        ...subjectOf.place(found),
      })),
    },
    notes: organizations.flatMap(organization => notesOf(organization, organizations.length > 1)),
  };
}

/** How many open findings there are of each severity. */
export function severityBadges(organizations: readonly OrganizationSituation[]): OverviewState['status'] {
  const open = foundIn(organizations, ({ findings }) => findings?.open);
  const bySeverity = Map.groupBy(open, ({ finding }) => finding.severity);
  return severities.flatMap(severity => {
    const count = bySeverity.get(severity)?.length ?? 0;
    if (count === 0) return [];
    return [{ tone: severityTones[severity], text: `${severityName(severity)}: ${number(count)}` }];
  });
}

function foundIn<F extends Finding>(
  organizations: readonly OrganizationSituation[],
  findingsOf: (organization: OrganizationSituation) => readonly F[] | undefined,
): readonly Found<F>[] {
  return organizations.flatMap(organization =>
    (findingsOf(organization) ?? []).map(finding => ({ finding, organization })),
  );
}

function rulesOf(
  byRule: ReadonlyMap<FindingRule, readonly Found<Finding>[]>,
  chosen: FindingRule | undefined,
): FoundView['rules'] {
  return findingRules.flatMap(rule => {
    const members = byRule.get(rule);
    if (!members) return [];
    return [
      {
        rule,
        tone: severityTones[worst(members)],
        label: findingTitle(rule),
        count: number(members.length),
        isChosen: rule === chosen,
      },
    ];
  });
}

function worst(members: readonly Found<Finding>[]): Severity {
  return severities.find(severity => members.some(({ finding }) => finding.severity === severity)) ?? 'info';
}

const ranks: ReadonlyMap<string, number> = new Map([
  ...severities.map((severity, index) => [severity, index * findingRules.length] as const),
  ...findingRules.map((rule, index) => [rule, index] as const),
]);

function byWeight({ finding: a }: Found<Finding>, { finding: b }: Found<Finding>): number {
  return weight(a) - weight(b);
}

function weight({ severity, rule }: Finding): number {
  return (ranks.get(severity) ?? 0) + (ranks.get(rule) ?? 0);
}

function leadOf(organizations: readonly OrganizationSituation[], count: number): string {
  if (organizations.some(({ findings }) => !findings)) return vscode.l10n.t('Looking at keys and clusters…');
  if (count > 0) return '';
  return organizations.every(organization => notesOf(organization, false).length === 0)
    ? vscode.l10n.t('Nothing was found that somebody should know.')
    : vscode.l10n.t('Nothing was found, but not everything could be looked at.');
}

function notesOf(
  { connection, findings }: OrganizationSituation,
  isOneOfSeveral: boolean,
): readonly string[] {
  if (!findings) return [];
  // Without a quota there is nothing to say about it; without clusters there is.
  const missed = findings.skipped.filter(rule => rule !== 'quotaFull' && rule !== 'quotaNear');
  const notes = [
    ...(missed.length === 0
      ? []
      : [
          vscode.l10n.t(
            'The clusters are not known, so that nobody could look for: {0}',
            missed.map(findingTitle).join(', '),
          ),
        ]),
    ...[...Map.groupBy(findings.broken, ({ rule }) => rule)].map(([rule, all]) => brokenNote(rule, all)),
  ];
  return isOneOfSeveral ? notes.map(note => `${connection.label}: ${note}`) : notes;
}

function brokenNote(rule: FindingRule, broken: readonly BrokenRule[]): string {
  const subjects = named(broken, 5, ({ subject }) => subject);
  return vscode.l10n.t(
    'Whether there is “{0}” could not be found out for: {1}',
    findingTitle(rule),
    subjects.join(', '),
  );
}
