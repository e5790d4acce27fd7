import * as vscode from 'vscode';
import type { FilterDimension, KeyFilter } from '../model/filter';
import type { ConnectionStore } from '../connections/connectionStore';
import type { Key } from '../model/key';
import { chartsOf } from '../model/overview/charts';
import { dimensionName, filterValueName } from '../words/words';
import type { KeyStore } from '../stores/keyStore';
import { keysForPick } from './keysForPick';
import { pickerText } from './pickerText';

type FilterItem = vscode.QuickPickItem & {
  readonly dimension?: FilterDimension;
  readonly value?: string;
  /** Stands for what is typed. */
  readonly isText?: boolean;
};

/**
 * Lets the user choose among the values that the keys have, and type a text that name, id or cloud identifier must
 * contain. Keys that are not loaded yet are loaded, and their values shown as they arrive; `noKeys` where none came.
 * Undefined when the user left.
 */
export async function pickFilter(
  store: KeyStore,
  connections: ConnectionStore,
  current: KeyFilter,
): Promise<KeyFilter | 'noKeys' | undefined> {
  const pick = vscode.window.createQuickPick<FilterItem>();
  const { promise, resolve } = Promise.withResolvers<KeyFilter | 'noKeys' | undefined>();
  let values = valuesOf();
  const isChosen = ({ dimension, value = '' }: FilterItem): boolean =>
    dimension !== undefined && current[dimension].includes(value);
  let text = current.text;
  pick.title = vscode.l10n.t('Filter Keys');
  pick.placeholder = vscode.l10n.t('Type part of a name, id or cloud identifier, or tick values');
  pick.canSelectMany = true;
  const textItem: FilterItem = { label: '', isText: true, alwaysShow: true, picked: true };
  const show = (selected: readonly FilterItem[]): void => {
    const typed: FilterItem = { ...textItem, label: vscode.l10n.t('Contains "{0}"', pickerText(text)) };
    pick.items = text.trim() === '' ? values : [typed, ...values];
    pick.selectedItems = [
      ...(text.trim() === '' ? [] : [typed]),
      ...selected.filter(({ isText }) => !isText),
    ];
  };
  show(values.filter(isChosen));
  pick.onDidChangeValue(value => {
    text = value;
    show(pick.selectedItems);
  });
  pick.onDidAccept(() => {
    // What was just typed counts, even where its tick has not come back from the editor yet.
    const isTyped = pick.value.trim() !== '' || pick.selectedItems.some(({ isText }) => isText);
    resolve(filterOf(pick.selectedItems, isTyped ? text : ''));
  });
  pick.onDidHide(() => resolve(undefined));
  pick.show();
  // A value that the keys of before did not have can be one that was chosen.
  const following = keysForPick(pick, store, connections, () => {
    const known = new Set(values.map(nameOf));
    const kept = new Set(pick.selectedItems.map(nameOf));
    values = valuesOf();
    if (values.length === 0 && !pick.busy) resolve('noKeys');
    show(values.filter(item => (known.has(nameOf(item)) ? kept.has(nameOf(item)) : isChosen(item))));
  });
  return await promise.finally(() => {
    following.dispose();
    pick.dispose();
  });

  function valuesOf(): readonly FilterItem[] {
    return valueItems(connections.list().flatMap(({ id }) => store.of(id).keys));
  }
}

function nameOf({ dimension, value }: FilterItem): string {
  return `${dimension} ${value}`;
}

function filterOf(selected: readonly FilterItem[], text: string): KeyFilter {
  const chosen = (wanted: FilterDimension): readonly string[] =>
    selected.flatMap(({ dimension, value }) => (dimension === wanted && value !== undefined ? [value] : []));
  return {
    text: text.trim(),
    providers: chosen('providers'),
    states: chosen('states'),
    phases: chosen('phases'),
    regions: chosen('regions'),
    ages: chosen('ages'),
  };
}

function valueItems(keys: readonly Key[]): readonly FilterItem[] {
  return chartsOf(keys, Date.now()).flatMap(({ by, segments }): readonly FilterItem[] => {
    const items = segments.map(({ value, count }) => ({
      dimension: by,
      value,
      label: pickerText(filterValueName(by, value)),
      description: String(count),
    }));
    if (items.length === 0) return [];
    return [{ label: dimensionName(by), kind: vscode.QuickPickItemKind.Separator }, ...items];
  });
}
