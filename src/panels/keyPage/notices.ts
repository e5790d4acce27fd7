import * as vscode from 'vscode';
import { failureOf } from '../../words/failure';
import { ago } from '../../words/words';
import type { KeyButton, KeyNotice } from '../protocol/keyPage';
import type { KeySituation } from './situation';

/** What is wrong or not there, and what helps: one notice at most. */
export function noticesOf(situation: KeySituation): readonly KeyNotice[] {
  const notice = noticeOf(situation);
  return notice ? [notice] : [];
}

function noticeOf(situation: KeySituation): KeyNotice | undefined {
  const { connection, key, keys, keyId, isGone, isLoading, failure } = situation;
  if (!connection) return signedOut(situation);
  const why = failure ?? keys.failure;
  if (key) return why === undefined ? undefined : stale(why, keys.loadedAt);
  const unreadable = keys.unreadable.find(({ id }) => id === keyId);
  if (unreadable) {
    return {
      tone: 'warning',
      title: vscode.l10n.t('The service sent this key in a form that cannot be read.'),
      paragraphs: [unreadable.reason],
      buttons: [refresh()],
    };
  }
  if (isGone) return gone(situation, connection.label);
  if (why !== undefined && !isLoading) return failed(why);
  return {
    tone: 'plain',
    title: vscode.l10n.t('Loading the key…'),
    paragraphs: [],
    buttons: [],
    isBusy: true,
  };
}

function signedOut({ elsewhere }: KeySituation): KeyNotice {
  const open: readonly KeyButton[] = elsewhere
    ? [{ does: 'openElsewhere', label: vscode.l10n.t('Open It There'), isPrimary: true }]
    : [];
  return {
    tone: 'warning',
    title: vscode.l10n.t('This window is not signed in to the organization of this key.'),
    paragraphs: [
      elsewhere
        ? vscode.l10n.t('{0} has a key of the same id.', elsewhere.label)
        : vscode.l10n.t('Sign in, and open the key from the sidebar.'),
    ],
    buttons: [...open, { does: 'signIn', label: vscode.l10n.t('Sign In…'), isPrimary: !elsewhere }],
  };
}

function gone({ last }: KeySituation, organization: string): KeyNotice {
  return {
    tone: 'warning',
    title: vscode.l10n.t('This key is gone: {0} does not have it any more.', organization),
    paragraphs: last
      ? [
          vscode.l10n.t(
            'Below is how it was last seen. What it grants in its cloud stays until somebody takes it away there.',
          ),
        ]
      : [],
    buttons: [refresh()],
  };
}

function stale(why: unknown, loadedAt: number | undefined): KeyNotice {
  const { kind, reason, advice, words } = failureOf(why);
  const age =
    loadedAt === undefined
      ? vscode.l10n.t('What is shown may not be how the key is now.')
      : vscode.l10n.t('What is shown is of {0}.', ago(loadedAt));
  return {
    tone: 'warning',
    title: vscode.l10n.t('The last refresh failed. {0}', reason),
    paragraphs: [age, advice, ...words.map(saidBy)],
    buttons: helpFor(kind),
  };
}

function failed(why: unknown): KeyNotice {
  const { kind, reason, advice, words } = failureOf(why);
  return {
    tone: 'bad',
    title: vscode.l10n.t('The key could not be loaded. {0}', reason),
    paragraphs: [advice, ...words.map(saidBy)],
    buttons: helpFor(kind),
  };
}

/** The service's own words, as such. */
function saidBy(words: string): string {
  return vscode.l10n.t('Confluent Cloud says: {0}', words);
}

function helpFor(kind: ReturnType<typeof failureOf>['kind']): readonly KeyButton[] {
  if (kind !== 'refused' && kind !== 'keyring') return [refresh()];
  return [{ does: 'signInAgain', label: vscode.l10n.t('Sign In Again…'), isPrimary: true }, refresh()];
}

function refresh(): KeyButton {
  return { does: 'refresh', label: vscode.l10n.t('Refresh') };
}
