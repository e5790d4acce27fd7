import * as vscode from 'vscode';
import type { Grouping } from '../model/grouping';
import { isGrouping } from '../model/grouping';
import type { KeysView } from '../tree/keysView';
import type { Command } from './command';

/** Chooses what the tree groups keys by, or takes the grouping as its argument. */
export function groupKeys(view: Pick<KeysView, 'grouping' | 'setGrouping'>): Command {
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
    { grouping: 'providerAndState', label: vscode.l10n.t('Provider and state') },
    { grouping: 'state', label: vscode.l10n.t('State') },
    { grouping: 'region', label: vscode.l10n.t('Region') },
    { grouping: 'none', label: vscode.l10n.t('No groups'), detail: vscode.l10n.t('One list of all keys') },
  ];
  const shown = items.map(item =>
    item.grouping === current ? { ...item, description: vscode.l10n.t('now') } : item,
  );
  return (await vscode.window.showQuickPick(shown, { placeHolder: vscode.l10n.t('Group keys by') }))
    ?.grouping;
}
