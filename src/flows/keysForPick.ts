import * as vscode from 'vscode';
import type { ConnectionStore } from '../connections/connectionStore';
import type { KeyStore } from '../stores/keyStore';
import { failureOf } from '../words/failure';
import { pickerText } from './pickerText';

/**
 * Loads the keys that nobody has loaded yet for a quick pick that is about to be shown: `show` is called with every
 * change, and the pick is busy meanwhile. Dispose it with the pick.
 */
export function keysForPick(
  pick: Pick<vscode.QuickPick<vscode.QuickPickItem>, 'busy'>,
  store: KeyStore,
  connections: ConnectionStore,
  show: () => void,
): vscode.Disposable {
  const isUnloaded = ({ id }: { readonly id: string }): boolean => store.of(id).loadedAt === undefined;
  const unloaded = connections.list().filter(isUnloaded);
  pick.busy = unloaded.length > 0;
  let isOver = false;
  void Promise.all(unloaded.map(({ id }) => store.refresh(id))).then(() => {
    if (isOver) return;
    pick.busy = false;
    show();
  });
  const following = store.onDidChange(({ what }) => {
    if (what === 'keys') show();
  });
  return new vscode.Disposable(() => {
    isOver = true;
    following.dispose();
  });
}

/** What a pick says where there is no key to choose from: why, for each organization. None while keys are coming. */
export function noKeyItems(store: KeyStore, connections: ConnectionStore): readonly vscode.QuickPickItem[] {
  return connections.list().flatMap(({ id, label }) => {
    const { failure, isLoading, loadedAt } = store.of(id);
    if (isLoading || (loadedAt === undefined && failure === undefined)) return [];
    const { reason, advice } = failure === undefined ? noKeys() : failureOf(failure);
    return [{ label: `$(info) ${reason}`, description: pickerText(label), detail: advice, alwaysShow: true }];
  });
}

/** What there is to say of organizations that have no key. */
export function noKeys(): { readonly reason: string; readonly advice: string } {
  return {
    reason: vscode.l10n.t('There is no key to choose.'),
    advice: vscode.l10n.t('Upload Key registers one.'),
  };
}
