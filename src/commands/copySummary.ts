import * as vscode from 'vscode';
import type { ConnectionStore } from '../connections/connectionStore';
import { pickConnection } from '../flows/pickConnection';
import { summaryOf } from '../model/inventory/summary';
import type { Notify } from '../notify';
import { inventoryWords } from '../words/inventoryWords';
import type { Command } from './command';
import { organizationIdOf } from './connectionArgument';
import type { Inventories } from './inventories';
import { offerSignIn } from './offerSignIn';

/** Copies the state of an organization as Markdown, to be pasted into a ticket. */
export function copySummary(
  inventories: Inventories,
  connections: ConnectionStore,
  notify: Notify,
): Command<'byok.copySummary'> {
  return {
    id: 'byok.copySummary',
    async run(argument) {
      if (connections.list().length === 0) {
        await offerSignIn();
        return;
      }
      const question = vscode.l10n.t('Which organization do you want a summary of?');
      const id = organizationIdOf(argument) ?? (await pickConnection(connections.list(), question))?.id;
      const inventory = id === undefined ? undefined : await inventories.of(id);
      if (!inventory) return;
      await vscode.env.clipboard.writeText(summaryOf(inventory, inventoryWords(), Date.now()));
      notify.done(vscode.l10n.t('Copied the summary'));
    },
  };
}
