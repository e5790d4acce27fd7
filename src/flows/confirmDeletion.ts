import * as vscode from 'vscode';
import type { DeletionRisk } from '../model/deletion';
import { knownStates } from '../model/key';
import { withoutLinks } from '../words/plainText';
import { usageText } from '../words/usageText';
import { keyLabel, phaseName, providerName, stateName } from '../words/words';

/** A key to be deleted, as it is now: or as it was, where that could not be fetched. */
export interface ToDelete extends DeletionRisk {
  readonly isFresh: boolean;
  /** Its name, where there are several. */
  readonly organization?: string | undefined;
}

/** How many environments there are to be seen, and of how many the clusters were listed. */
export interface LookedAt {
  readonly listed: number;
  readonly all: number;
}

/** How many keys a dialog names. */
const named = 12;

/**
 * Shows what was found out about the keys, what deleting does and does not do, and asks. A key that is not known to be
 * free asks for its id. `lookedAt` is undefined where the clusters could not be listed.
 */
export async function confirmDeletion(
  keys: readonly ToDelete[],
  lookedAt: LookedAt | undefined,
): Promise<boolean> {
  const risky = keys.filter(({ isRisky }) => isRisky);
  const question =
    keys.length === 1
      ? vscode.l10n.t('Delete the registration of this key?')
      : vscode.l10n.t('Delete the registrations of {0} keys?', keys.length);
  const detail = deletionDetail(keys, lookedAt);
  const button = risky.length === 0 ? vscode.l10n.t('Delete') : vscode.l10n.t('Delete…');
  const chosen = await vscode.window.showWarningMessage(question, { modal: true, detail }, button);
  if (chosen !== button) return false;
  return risky.length === 0 || (await typesIds(risky.map(({ key }) => key.id)));
}

/** The text of the dialog. Keys that may be needed come first: none of them hides behind those that it has no room for. */
export function deletionDetail(keys: readonly ToDelete[], lookedAt: LookedAt | undefined): string {
  const inOrder = [...keys.filter(({ isRisky }) => isRisky), ...keys.filter(({ isRisky }) => !isRisky)];
  return [
    ...inOrder.slice(0, named).map(describe),
    ...(keys.length > named ? [vscode.l10n.t('… and {0} more', keys.length - named)] : []),
    '',
    lookedAtText(lookedAt),
    '',
    vscode.l10n.t(
      'Confluent Cloud forgets the registration, and its id is never used again. The key in your cloud and what you granted stay as they are.',
    ),
  ].join('\n');
}

function lookedAtText(lookedAt: LookedAt | undefined): string {
  if (!lookedAt) return vscode.l10n.t('The clusters could not be listed: who uses what is not known.');
  const { listed, all } = lookedAt;
  return listed === all
    ? vscode.l10n.t('Environments looked at: {0}. Clusters in others are not seen.', all)
    : vscode.l10n.t(
        'Environments looked at: {0} of {1}; the others did not tell their clusters. Clusters in others are not seen.',
        listed,
        all,
      );
}

function describe(toDelete: ToDelete): string {
  const { key, isRisky, isFresh, organization } = toDelete;
  const facts = [
    keyLabel(key) === key.id ? undefined : key.id,
    providerName(key.provider),
    stateName(key.state),
    key.validation && phaseName(key.validation.phase),
    organization,
  ].filter(fact => fact !== undefined);
  const lines = [`• ${keyLabel(key)} (${facts.join(', ')})`];
  if (!isFresh) lines.push(vscode.l10n.t('This is how it was: it could not be fetched just now.'));
  if (!knownStates.some(state => state === key.state))
    lines.push(vscode.l10n.t('Its state is not one that this version knows.'));
  const use = usageText(toDelete);
  if (use !== undefined) lines.push(use);
  if (!isRisky) lines.push(vscode.l10n.t('No cluster uses it.'));
  return lines.map(withoutLinks).join('\n   ');
}

async function typesIds(ids: readonly string[]): Promise<boolean> {
  // The ids come from the service.
  const wanted = withoutLinks(ids.join(' '));
  const typed = await vscode.window.showInputBox({
    title: vscode.l10n.t('Delete Keys That Are Not Known to Be Free'),
    prompt:
      ids.length === 1
        ? vscode.l10n.t('Type the id of the key to delete its registration.')
        : vscode.l10n.t('Type the ids of the keys that are in use, with spaces between them.'),
    placeHolder: wanted,
    ignoreFocusOut: true,
    validateInput: text =>
      sameWords(withoutLinks(text), wanted) ? undefined : vscode.l10n.t('Type {0} to go on.', wanted),
  });
  return typed !== undefined && sameWords(withoutLinks(typed), wanted);
}

function sameWords(a: string, b: string): boolean {
  const words = (text: string): string => text.trim().split(/\s+/).sort().join(' ');
  return words(a) === words(b);
}
