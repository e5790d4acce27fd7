import * as vscode from 'vscode';
import type { ConnectionStore } from '../connections/connectionStore';
import type { Notify } from '../notify';
import type { ConnectionKeys, KeyStore } from '../stores/keyStore';
import { failureOf } from '../words/failure';
import { noKeys } from './keysForPick';

type Tells = Pick<Notify, 'error' | 'errors'>;

/** Says that keys could not be fetched: of a single organization why, of several how many, and in a document why of each. */
export async function tellUnloaded(
  states: readonly ConnectionKeys[],
  connections: ConnectionStore,
  notify: Tells,
): Promise<void> {
  const failed = states.filter(({ failure }) => failure !== undefined);
  const [first, second] = failed;
  if (!first) return;
  if (states.length === 1) {
    const { connectionId, failure } = first;
    await notify.error(vscode.l10n.t('The keys could not be fetched.'), failure, { connectionId });
    return;
  }
  const what = second
    ? vscode.l10n.t(
        'The keys of {0} of {1} organizations could not be fetched.',
        failed.length,
        states.length,
      )
    : vscode.l10n.t('The keys of one of {0} organizations could not be fetched.', states.length);
  const signIn = vscode.l10n.t('Sign In Again…');
  const refused = failed.find(({ failure }) => ['refused', 'keyring'].includes(failureOf(failure).kind));
  const paragraphs = failed.map(({ connectionId, failure }) => {
    const { reason, advice, words } = failureOf(failure);
    return `${connections.get(connectionId)?.label ?? connectionId}: ${[reason, advice, ...words].join(' ')}`;
  });
  const chosen = await notify.errors(what, paragraphs, refused ? [signIn] : []);
  if (chosen === signIn) await vscode.commands.executeCommand('byok.signInAgain', refused?.connectionId);
}

/** Says why there is no key of any organization. */
export async function tellNoKeys(
  store: KeyStore,
  connections: ConnectionStore,
  notify: Tells,
): Promise<void> {
  const states = connections.list().map(({ id }) => store.of(id));
  if (states.some(({ failure }) => failure !== undefined)) await tellUnloaded(states, connections, notify);
  else {
    const { reason, advice } = noKeys();
    await vscode.window.showInformationMessage(`${reason} ${advice}`);
  }
}
