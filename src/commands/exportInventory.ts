import * as vscode from 'vscode';
import type { ConnectionStore } from '../connections/connectionStore';
import { pickConnection } from '../flows/pickConnection';
import type { ExportChoice, ExportFormat } from '../flows/pickExport';
import { exportForms, pickExport, pickFile } from '../flows/pickExport';
import { csvOf } from '../model/inventory/csv';
import type { Inventory } from '../model/inventory/inventory';
import { jsonOf } from '../model/inventory/json';
import { markdownOf } from '../model/inventory/markdown';
import type { Notify } from '../notify';
import { inventoryWords } from '../words/inventoryWords';
import type { Command } from './command';
import { organizationIdOf } from './connectionArgument';
import type { Inventories } from './inventories';
import { offerSignIn } from './offerSignIn';

/**
 * Writes down all keys of an organization with all that is known, as a new document or as a file. Takes a row of the
 * tree, or `{ connectionId?, format?: 'csv' | 'json' | 'markdown', to?: 'document' | Uri }`. Nothing is written unless
 * all of it could be made.
 */
export function exportInventory(
  inventories: Inventories,
  connections: ConnectionStore,
  notify: Notify,
): Command<'byok.exportInventory'> {
  return {
    id: 'byok.exportInventory',
    async run(argument) {
      if (connections.list().length === 0) {
        await offerSignIn();
        return;
      }
      const question = vscode.l10n.t('Which organization’s keys do you want to export?');
      const connectionId =
        organizationIdOf(argument) ?? (await pickConnection(connections.list(), question))?.id;
      if (connectionId === undefined) return;
      const { file, ...given } = choiceIn(argument);
      const choice = await pickExport(given);
      if (!choice) return;
      const target = choice.to === 'file' ? (file ?? (await pickFile(choice.format))) : 'document';
      if (!target) return;
      const inventory = await inventories.of(connectionId);
      if (!inventory) return;
      const text = textOf(inventory, choice.format);
      if (target === 'document') await open(text, choice.format);
      else await save(target, text);
    },
  };

  async function save(file: vscode.Uri, text: string): Promise<void> {
    try {
      await vscode.workspace.fs.writeFile(file, Buffer.from(text));
    } catch (error) {
      await notify.error(vscode.l10n.t('The inventory could not be saved.'), error);
      return;
    }
    notify.done(vscode.l10n.t('Saved the inventory'));
    await vscode.window.showTextDocument(file);
  }
}

async function open(content: string, format: ExportFormat): Promise<void> {
  const { language: wanted } = exportForms[format];
  const language = (await vscode.languages.getLanguages()).includes(wanted) ? wanted : 'plaintext';
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language, content }));
}

function textOf(inventory: Inventory, format: ExportFormat): string {
  switch (format) {
    case 'csv':
      return csvOf(inventory);
    case 'json':
      return jsonOf(inventory);
    case 'markdown':
      return markdownOf(inventory, inventoryWords());
  }
}

/** What the caller has said: a file says its format by its ending. */
function choiceIn(argument: unknown): Partial<ExportChoice> & { readonly file?: vscode.Uri } {
  if (typeof argument !== 'object' || argument === null) return {};
  const { format, to } = argument as { readonly format?: unknown; readonly to?: unknown };
  const file = to instanceof vscode.Uri ? to : undefined;
  const said = isFormat(format) ? format : file && formatOf(file);
  return {
    ...(said ? { format: said } : {}),
    ...(file ? { to: 'file', file } : to === 'document' ? { to } : {}),
  };
}

function isFormat(value: unknown): value is ExportFormat {
  return typeof value === 'string' && Object.hasOwn(exportForms, value);
}

function formatOf({ path }: vscode.Uri): ExportFormat | undefined {
  const ending = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
  return Object.keys(exportForms)
    .filter(isFormat)
    .find(format => exportForms[format].ending === ending);
}
