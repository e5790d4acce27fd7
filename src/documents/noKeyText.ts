import * as vscode from 'vscode';
import type { Connection } from '../connections/connection';
import { failureOf } from '../words/failure';
import { explanation } from './explanation';
import type { KeyAddress } from './keyUri';

interface Situation {
  /** Undefined when nobody is signed in there any more. */
  readonly connection: Connection | undefined;
  /** Another connection that has a key of this id. */
  readonly elsewhere: Connection | undefined;
  /** Why the service could not be asked; undefined when it was, and does not have the key. */
  readonly failure: unknown;
}

/** What a document says that has no key to show: why, and what helps. */
export function noKeyText({ keyId, grant }: KeyAddress, situation: Situation): string {
  const { connection, elsewhere, failure } = situation;
  const text = (problem: string, more: readonly string[]): string =>
    explanation(grant?.form, keyId, problem, more);
  if (!connection) {
    const help = elsewhere
      ? [
          vscode.l10n.t('{0} has a key of the same id.', elsewhere.label),
          vscode.l10n.t('Open that one from the sidebar.'),
        ]
      : [vscode.l10n.t('Sign in, and open the key from the sidebar.')];
    return text(vscode.l10n.t('This window is not signed in to the organization of this key.'), help);
  }
  if (failure === undefined)
    return text(vscode.l10n.t('This key is gone: {0} does not have it any more.', connection.label), []);
  const { reason, advice, words } = failureOf(failure);
  return text(vscode.l10n.t('This key cannot be shown just now.'), [reason, ...words, advice]);
}
