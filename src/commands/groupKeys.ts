import * as vscode from 'vscode';
import type { Grouping } from '../model/grouping';
import { isGrouping } from '../model/grouping';
import type { KeysView } from '../tree/keysView';
import type { Command } from './command';

const t = vscode.l10n.t;

/** Chooses what the tree groups keys by, or takes the grouping as its argument. */
export function groupKeys(view: KeysView): Command {
  return {
    id: 'byok.groupKeys',
    async run(argument) {
      const grouping = isGrouping(argument) ? argument : await ask(view.grouping);
      if (grouping) await view.setGrouping(grouping);
    },
  };
}

async function ask(current: Grouping): Promise<Grouping | undefined> {
  const items: readonly (vscode.QuickPickItem & { readonly grouping: Grouping })[] = [
    { grouping: 'providerAndState', label: t('Provider and state') },
    { grouping: 'state', label: t('State') },
    { grouping: 'region', label: t('Region') },
    { grouping: 'none', label: t('No groups'), detail: t('One list of all keys') },
  ];
  const shown = items.map(item => (item.grouping === current ? { ...item, description: t('now') } : item));
  return (await vscode.window.showQuickPick(shown, { placeHolder: t('Group keys by') }))?.grouping;
}
