import * as vscode from 'vscode';
import { keyCount, number } from '../../words/words';
import type { OverviewAction, OverviewButton, OverviewState } from '../protocol/overview';
import type { Notice } from '../protocol/page';
import { chartsView } from './chartsView';
import { foundView, severityBadges } from './foundView';
import { organizationView } from './organizationView';
import type { OrganizationSituation, OverviewSituation } from './situation';
import { isKnown } from './situation';
import { usedKeysView } from './usedKeysView';

export function overviewTitle(): string {
  return vscode.l10n.t('Encryption Keys: Overview');
}

/** What the overview shows, in the user's language. */
export function overviewState(situation: OverviewSituation): OverviewState {
  const { organizations, look, isBusy, now } = situation;
  const keys = organizations.flatMap(({ keys: { keys: all } }) => all);
  const isSignedIn = organizations.length > 0;
  const hasItems = keys.length > 0 || organizations.some(({ keys: { unreadable } }) => unreadable.length > 0);
  return {
    title: overviewTitle(),
    lead: leadOf(organizations, keys.length),
    isBusy,
    status: severityBadges(organizations),
    buttons: isSignedIn ? buttonsOf(hasItems) : [],
    notices: noticesOf(organizations, hasItems),
    ...(isSignedIn && {
      organizations: {
        title: organizations.length === 1 ? vscode.l10n.t('Organization') : vscode.l10n.t('Organizations'),
        items: organizations.map(organizationView),
      },
    }),
    ...(keys.length > 0 && {
      charts: {
        title: vscode.l10n.t('Keys'),
        lead: vscode.l10n.t('Choose a bar to see its keys in the sidebar.'),
        items: chartsView(keys, look, now),
      },
      usedKeys: usedKeysView(situation),
    }),
    ...(hasItems && { findings: foundView(organizations, look) }),
    words: {
      actions: vscode.l10n.t('Actions'),
      filter: vscode.l10n.t('Show these keys in the sidebar'),
      rules: vscode.l10n.t('Kinds of findings'),
      allRules: vscode.l10n.t('All kinds'),
      why: vscode.l10n.t('Why it matters'),
      whatToDo: vscode.l10n.t('What to do'),
      mute: vscode.l10n.t('Mute…'),
      unmute: vscode.l10n.t('Unmute'),
    },
  };
}

function leadOf(organizations: readonly OrganizationSituation[], count: number): string {
  const [first, second] = organizations;
  if (!first || !organizations.some(isKnown)) return '';
  return second
    ? vscode.l10n.t('{0} in {1} organizations', keyCount(count), number(organizations.length))
    : vscode.l10n.t('{0} in {1}', keyCount(count), first.connection.label);
}

function buttonsOf(hasItems: boolean): readonly OverviewButton[] {
  const writes: readonly OverviewButton[] = [
    { does: 'exportInventory', label: vscode.l10n.t('Export Inventory…') },
    { does: 'copySummary', label: vscode.l10n.t('Copy Summary') },
  ];
  return [
    { does: 'refresh', label: vscode.l10n.t('Refresh'), isPrimary: hasItems },
    { does: 'uploadKey', label: vscode.l10n.t('Upload Key…'), isPrimary: !hasItems },
    ...(hasItems ? writes : []),
  ];
}

/** Why there is nothing to draw. What is wrong with an organization stands with it. */
function noticesOf(
  organizations: readonly OrganizationSituation[],
  hasItems: boolean,
): readonly Notice<OverviewAction>[] {
  if (hasItems) return [];
  if (organizations.length === 0) return [signedOut()];
  if (organizations.some(({ keys }) => keys.loadedAt === undefined && keys.failure === undefined)) {
    const title = vscode.l10n.t('Loading keys…');
    return [{ tone: 'plain', title, paragraphs: [], buttons: [], isBusy: true }];
  }
  return organizations.some(({ keys }) => keys.failure === undefined) ? [noKeys()] : [];
}

function signedOut(): Notice<OverviewAction> {
  return {
    tone: 'plain',
    title: vscode.l10n.t('Nobody is signed in.'),
    paragraphs: [
      vscode.l10n.t('The overview shows the encryption keys of the organizations that you sign in to.'),
    ],
    buttons: [
      { does: 'signIn', label: vscode.l10n.t('Sign In…'), isPrimary: true },
      { does: 'exploreDemo', label: vscode.l10n.t('Explore the Demo') },
    ],
  };
}

function noKeys(): Notice<OverviewAction> {
  return {
    tone: 'plain',
    title: vscode.l10n.t('There are no encryption keys yet.'),
    paragraphs: [
      vscode.l10n.t(
        'Register a key of AWS, Azure or Google Cloud, and this page shows its state, what uses it, and what is wrong with it.',
      ),
    ],
    buttons: [],
  };
}
