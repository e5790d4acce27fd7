import * as vscode from 'vscode';
import { isApiError } from '../api/isApiError';
import type { DeletionRisk } from '../model/deletion';
import type { Notify } from '../notify';
import type { KeyRef } from '../stores/keyRef';
import { failureOf } from '../words/failure';
import { usageText } from '../words/usageText';
import { nameAndId } from '../words/words';

/** What became of a key: `gone` was deleted before, by somebody else; `leftAlone` was not tried any more. */
export type Deletion =
  | { readonly ref: KeyRef; readonly outcome: 'deleted' | 'gone' | 'leftAlone' }
  | {
      readonly ref: KeyRef;
      readonly outcome: 'failed';
      readonly error: unknown;
      /** What was known before. */
      readonly risk: DeletionRisk;
    };

/** Tells what became of each key: in the status bar when all is well, else with one paragraph for each. */
export async function tellDeletions(
  notify: Pick<Notify, 'done' | 'error' | 'errors'>,
  results: readonly Deletion[],
): Promise<void> {
  const left = results.filter(({ outcome }) => outcome === 'failed' || outcome === 'leftAlone');
  const [first] = left;
  if (!first) {
    notify.done(doneText(results));
    return;
  }
  const isHeld = left.some(result => result.outcome === 'failed' && isConflict(result.error));
  if (results.length === 1 && first.outcome === 'failed' && !isHeld) {
    await notify.error(vscode.l10n.t('The key was not deleted.'), first.error);
    return;
  }
  const what =
    results.length === 1
      ? vscode.l10n.t('The key was not deleted.')
      : left.length === 1
        ? vscode.l10n.t('One of {0} keys was not deleted.', results.length)
        : vscode.l10n.t('{0} of {1} keys were not deleted.', left.length, results.length);
  const why = isHeld
    ? vscode.l10n.t('Confluent Cloud holds a key while a cluster has it, and for five days after.')
    : '';
  await notify.errors(`${what} ${why}`.trim(), results.map(paragraphOf));
}

function doneText(results: readonly Deletion[]): string {
  const deleted = results.filter(({ outcome }) => outcome === 'deleted').length;
  if (deleted === 0) {
    return results.length === 1
      ? vscode.l10n.t('Somebody else has deleted it before')
      : vscode.l10n.t('Somebody else has deleted them before');
  }
  return deleted === 1
    ? vscode.l10n.t('Deleted the registration')
    : vscode.l10n.t('Deleted {0} registrations', deleted);
}

function paragraphOf(result: Deletion): string {
  const name = nameAndId(result.ref.key);
  switch (result.outcome) {
    case 'deleted':
      return vscode.l10n.t('{0}: deleted.', name);
    case 'gone':
      return vscode.l10n.t('{0}: somebody else has deleted it before.', name);
    case 'leftAlone':
      return vscode.l10n.t('{0}: left alone, since you stopped.', name);
    case 'failed':
      return [vscode.l10n.t('{0}: not deleted.', name), ...reasonsOf(result)].join('\n');
  }
}

function reasonsOf({ error, risk }: Extract<Deletion, { outcome: 'failed' }>): readonly string[] {
  const { reason, advice, words, requestId } = failureOf(error);
  return [
    ...(isConflict(error)
      ? [
          usageText(risk) ?? vscode.l10n.t('A cluster has it, or had it within the last five days.'),
          vscode.l10n.t('Delete the cluster first, or wait until the five days are over.'),
        ]
      : [reason, advice]),
    ...words.map(each => vscode.l10n.t('Confluent Cloud says: {0}', each)),
    ...(requestId === undefined ? [] : [vscode.l10n.t('Request id for Confluent Support: {0}', requestId)]),
  ];
}

function isConflict(error: unknown): boolean {
  return isApiError(error) && error.kind === 'conflict';
}
