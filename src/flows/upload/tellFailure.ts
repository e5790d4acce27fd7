import * as vscode from 'vscode';
import type { Key } from '../../model/key';
import type { Notify } from '../../notify';
import { plainId } from '../../words/plainText';
import type { Registration } from './registerKey';

type Failed = Exclude<Registration, { readonly key: Key }>;

/** What the user wants after a key was not registered; undefined for nothing. */
export type Next = 'again' | { readonly show: Key } | undefined;

/** Says what happened and what is true now. */
export async function tellFailure(failed: Failed, notify: Notify): Promise<Next> {
  const again = vscode.l10n.t('Try Again');
  const show = vscode.l10n.t('Show Key');
  const existing = failed.outcome === 'conflict' ? failed.existing : undefined;
  const more = existing ? [show, again] : [again];
  const saysAll = existing !== undefined;
  const chosen = await notify.error(whatIsTrue(failed), failed.error, { more, saysAll });
  if (chosen === again) return 'again';
  return chosen === show && existing ? { show: existing } : undefined;
}

function whatIsTrue(failed: Failed): string {
  switch (failed.outcome) {
    case 'conflict':
      return failed.existing
        ? vscode.l10n.t(
            'The key was not registered: Confluent Cloud has it already, as {0}.',
            plainId(failed.existing.id),
          )
        : vscode.l10n.t('The key was not registered: Confluent Cloud has it already.');
    case 'refused':
      return vscode.l10n.t('The key was not registered.');
    case 'notRegistered':
      return vscode.l10n.t(
        'The key was not registered: no good answer came, and the organization does not have it.',
      );
    case 'unknown':
      return vscode.l10n.t(
        'Whether the key is registered is not known: no good answer came. Refresh and look before you try again.',
      );
  }
}
