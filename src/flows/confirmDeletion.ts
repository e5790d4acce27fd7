import * as vscode from 'vscode';
import type { DeletionRisk } from '../model/deletion';
import { withoutLinks } from '../plainText';
import { ago, keyLabel, phaseName, providerName, stateName } from '../words';

/** A key to be deleted, with since when it was seen in use without a cluster. */
export interface ToDelete extends DeletionRisk {
  readonly heldSince: number | undefined;
}

/** How many keys a dialog names. */
const named = 12;

/**
 * Shows what was found out about the keys, what deleting does and does not do, and asks. A key that is not known to be
 * free asks for its id. `environments` is undefined where the clusters could not be listed.
 */
export async function confirmDeletion(
  keys: readonly ToDelete[],
  environments: number | undefined,
): Promise<boolean> {
  const risky = keys.filter(({ isRisky }) => isRisky);
  const question =
    keys.length === 1
      ? vscode.l10n.t('Delete the registration of this key?')
      : vscode.l10n.t('Delete the registrations of {0} keys?', keys.length);
  const seen =
    environments === undefined
      ? vscode.l10n.t('The clusters could not be listed: who uses what is not known.')
      : vscode.l10n.t('Environments looked at: {0}. Clusters in others are not seen.', environments);
  const detail = [
    ...keys.slice(0, named).map(describe),
    ...(keys.length > named ? [vscode.l10n.t('… and {0} more', keys.length - named)] : []),
    '',
    seen,
    '',
    vscode.l10n.t(
      'Confluent Cloud forgets the registration, and its id is never used again. The key in your cloud and what you granted stay as they are.',
    ),
  ].join('\n');
  const button = risky.length === 0 ? vscode.l10n.t('Delete') : vscode.l10n.t('Go On…');
  const chosen = await vscode.window.showWarningMessage(question, { modal: true, detail }, button);
  if (chosen !== button) return false;
  return risky.length === 0 || (await typesIds(risky.map(({ key }) => key.id)));
}

function describe({ key, clusters, isHeldUnseen, heldSince }: ToDelete): string {
  const facts = [
    keyLabel(key) === key.id ? undefined : key.id,
    providerName(key.provider),
    stateName(key.state),
    key.validation && phaseName(key.validation.phase),
  ].filter(fact => fact !== undefined);
  const lines = [`• ${keyLabel(key)} (${facts.join(', ')})`];
  if (clusters.length > 0) {
    const names = clusters.map(({ id, displayName }) =>
      displayName === undefined ? id : `${displayName} (${id})`,
    );
    lines.push(`   ${vscode.l10n.t('used by {0}', names.slice(0, 5).join(', '))}`);
  }
  if (isHeldUnseen) {
    const since = heldSince === undefined ? '' : vscode.l10n.t('Seen so first {0}.', ago(heldSince));
    const why = vscode.l10n.t(
      'in use, but by no cluster that is seen: its cluster was deleted less than five days ago, or is in another environment.',
    );
    lines.push(`   ${why} ${since}`);
  }
  return lines.map(withoutLinks).join('\n');
}

async function typesIds(ids: readonly string[]): Promise<boolean> {
  const wanted = ids.join(' ');
  const typed = await vscode.window.showInputBox({
    title: vscode.l10n.t('Delete Keys That Are Not Known to Be Free'),
    prompt:
      ids.length === 1
        ? vscode.l10n.t('Type the id of the key to delete its registration.')
        : vscode.l10n.t('Type the ids of the keys that are in use, with spaces between them.'),
    ignoreFocusOut: true,
    // The ids come from the service.
    validateInput: text =>
      sameWords(text, wanted)
        ? undefined
        : { message: withoutLinks(wanted), severity: vscode.InputBoxValidationSeverity.Info },
  });
  return typed !== undefined && sameWords(typed, wanted);
}

function sameWords(a: string, b: string): boolean {
  const words = (text: string): string => text.trim().split(/\s+/).sort().join(' ');
  return words(a) === words(b);
}
