import * as vscode from 'vscode';
import type { ConnectionStore } from '../connections/connectionStore';
import { cloudIdentifier } from '../model/key';
import { regionOf } from '../model/region';
import type { KeyRef } from '../stores/keyRef';
import type { KeyStore } from '../stores/keyStore';
import { keyLabel, phaseName, providerName, stateName } from '../words/words';
import { keysForPick, noKeyItems } from './keysForPick';
import { pickerText } from './pickerText';

type KeyItem = vscode.QuickPickItem & { readonly ref?: KeyRef };

/**
 * Lets the user choose among all keys, by name, id or cloud identifier. Keys that are not loaded yet are loaded, and
 * shown as they arrive. Undefined when the user left.
 */
export async function pickKey(
  store: KeyStore,
  connections: ConnectionStore,
  placeholder: string,
  accepts: (ref: KeyRef) => boolean = () => true,
): Promise<KeyRef | undefined> {
  const pick = vscode.window.createQuickPick<KeyItem>();
  const { promise, resolve } = Promise.withResolvers<KeyRef | undefined>();
  const show = (): void => {
    const [active] = pick.activeItems;
    const items = itemsOf(store, connections, accepts);
    pick.items = items.length === 0 ? noKeyItems(store, connections) : items;
    const same = pick.items.find(({ ref }) => ref && ref.key.id === active?.ref?.key.id);
    if (same) pick.activeItems = [same];
  };
  pick.placeholder = placeholder;
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  pick.onDidAccept(() => {
    const ref = pick.activeItems[0]?.ref;
    if (ref) resolve(ref);
  });
  pick.onDidHide(() => resolve(undefined));
  const following = keysForPick(pick, store, connections, show);
  show();
  pick.show();
  return await promise.finally(() => {
    following.dispose();
    pick.dispose();
  });
}

function itemsOf(
  store: KeyStore,
  connections: ConnectionStore,
  accepts: (ref: KeyRef) => boolean,
): readonly KeyItem[] {
  const list = connections.list();
  return list.flatMap(({ id: connectionId, label }) => {
    const items = store
      .of(connectionId)
      .keys.map(key => ({ connectionId, key }))
      .filter(accepts)
      .map(itemOf);
    if (list.length < 2 || items.length === 0) return items;
    return [{ label: pickerText(label), kind: vscode.QuickPickItemKind.Separator }, ...items];
  });
}

function itemOf(ref: KeyRef): KeyItem {
  const { key } = ref;
  const facts = [
    key.displayName === undefined ? undefined : key.id,
    providerName(key.provider),
    regionOf(key),
    stateName(key.state),
    key.validation && phaseName(key.validation.phase),
  ];
  const detail =
    cloudIdentifier(key.cloudKey) ?? vscode.l10n.t('a kind of key that this version does not know');
  return {
    ref,
    label: pickerText(keyLabel(key)),
    description: pickerText(facts.filter(fact => fact !== undefined).join(' · ')),
    detail: pickerText(detail),
  };
}
