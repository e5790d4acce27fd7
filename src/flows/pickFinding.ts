import * as vscode from 'vscode';
import type { Finding, Severity } from '../model/findings/finding';
import type { Key } from '../model/key';
import type { Mute } from '../stores/mutedFindings';
import { evidenceText } from '../words/evidenceWords';
import { findingTitle, severityName } from '../words/findingWords';
import { keyLabel, number } from '../words/words';
import { pickerText } from './pickerText';

/** A finding and where it was found. */
export interface FindingRef {
  readonly connectionId: string;
  readonly finding: Finding;
  /** The key it is about, where it is listed. */
  readonly key: Key | undefined;
  /** Where it is muted. */
  readonly mute: Mute | undefined;
  /** The name of the organization, where there are several. */
  readonly organization: string | undefined;
}

type FindingItem = vscode.QuickPickItem & {
  readonly ref?: FindingRef;
  /** Leads to those that have no item of their own. */
  readonly leadsOn?: boolean;
};

/** More are no help in a list, and take long to be written: the overview has them all. */
const listedAtMost = 500;

/** What the user wants with a finding: to see what it is about, or its button. */
export interface FindingChoice {
  readonly ref: FindingRef;
  readonly wants: 'key' | 'mute' | 'unmute';
}

const icons: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'info' };

/**
 * Lets the user choose a finding: the worst first, and those that are muted at the end. With `hasButtons`, each has one
 * to mute or unmute it. `active` is the id of the one to start at. Undefined when the user left.
 */
export async function pickFinding(
  refs: readonly FindingRef[],
  options: {
    readonly placeholder: string;
    readonly hasButtons?: boolean;
    readonly active?: string | undefined;
  },
): Promise<FindingChoice | undefined> {
  const pick = vscode.window.createQuickPick<FindingItem>();
  const { promise, resolve } = Promise.withResolvers<FindingChoice | undefined>();
  pick.placeholder = options.placeholder;
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  pick.items = findingItems(refs, options.hasButtons ?? false);
  const active = pick.items.find(({ ref }) => ref && ref.finding.id === options.active);
  if (active) pick.activeItems = [active];
  pick.onDidAccept(() => {
    const [item] = pick.activeItems;
    if (item?.ref) resolve({ ref: item.ref, wants: 'key' });
    if (item?.leadsOn)
      void vscode.commands.executeCommand('byok.openOverview').then(() => resolve(undefined));
  });
  pick.onDidTriggerItemButton(({ item: { ref } }) => {
    if (ref) resolve({ ref, wants: ref.mute ? 'unmute' : 'mute' });
  });
  pick.onDidHide(() => resolve(undefined));
  pick.show();
  return await promise.finally(() => pick.dispose());
}

/** An item for each of the first, under what they are, and one that leads to all where there are more. */
export function findingItems(refs: readonly FindingRef[], hasButtons: boolean): readonly FindingItem[] {
  const groups = Map.groupBy(refs.slice(0, listedAtMost), ({ finding, mute }) =>
    mute ? vscode.l10n.t('Muted') : severityName(finding.severity),
  );
  const items = [...groups].flatMap(([label, members]): readonly FindingItem[] => [
    { label, kind: vscode.QuickPickItemKind.Separator },
    ...members.map(ref => itemOf(ref, hasButtons)),
  ]);
  if (refs.length <= listedAtMost) return items;
  const label = `$(graph) ${vscode.l10n.t('See all {0} in the overview', number(refs.length))}`;
  return [...items, { label, alwaysShow: true, leadsOn: true }];
}

function itemOf(ref: FindingRef, hasButtons: boolean): FindingItem {
  const { finding, mute, key, organization } = ref;
  const icon = mute ? 'bell-slash' : icons[finding.severity];
  const subject = key ? keyLabel(key) : (finding.keyId ?? finding.clusterIds.join(', '));
  const facts = [
    ...(mute ? [vscode.l10n.t('Muted: {0}', mute.reason)] : []),
    ...finding.evidence.map(fact => evidenceText(fact)),
  ];
  return {
    ref,
    label: `$(${icon}) ${findingTitle(finding.rule)}`,
    description: pickerText([subject, organization].filter(Boolean).join(' · ')),
    detail: pickerText(facts.join(' · ')),
    buttons: hasButtons ? [buttonOf(mute)] : [],
  };
}

function buttonOf(mute: Mute | undefined): vscode.QuickInputButton {
  return mute
    ? { iconPath: new vscode.ThemeIcon('bell'), tooltip: vscode.l10n.t('Unmute') }
    : { iconPath: new vscode.ThemeIcon('bell-slash'), tooltip: vscode.l10n.t('Mute…') };
}
