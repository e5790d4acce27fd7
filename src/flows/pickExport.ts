import * as vscode from 'vscode';

/** The forms of an inventory: how each is called, its file's ending, and VS Code's name of its language. */
export const exportForms = {
  csv: { ending: 'csv', language: 'csv' },
  json: { ending: 'json', language: 'json' },
  markdown: { ending: 'md', language: 'markdown' },
} as const;
export type ExportFormat = keyof typeof exportForms;

/** What to make of an inventory. */
export interface ExportChoice {
  readonly format: ExportFormat;
  readonly to: 'document' | 'file';
}

/** Asks for what a caller has not said. Undefined when the user left. */
export async function pickExport(given: Partial<ExportChoice>): Promise<ExportChoice | undefined> {
  const { format, to } = given;
  if (format && to) return { format, to };
  const places = (['document', 'file'] as const).filter(place => place === (to ?? place));
  const formats = (['csv', 'json', 'markdown'] as const).filter(each => each === (format ?? each));
  const items = places.flatMap(place => [
    { label: placeName(place), kind: vscode.QuickPickItemKind.Separator },
    ...formats.map(each => ({ ...formatItem(each), choice: { format: each, to: place } })),
  ]);
  const options = {
    title: vscode.l10n.t('Export Inventory'),
    placeHolder: vscode.l10n.t('All keys with all that is known, in which form?'),
  };
  const picked = await vscode.window.showQuickPick<vscode.QuickPickItem & { readonly choice?: ExportChoice }>(
    items,
    options,
  );
  return picked?.choice;
}

/** Where to save it. Undefined when the user left. */
export async function pickFile(format: ExportFormat): Promise<vscode.Uri | undefined> {
  const { ending } = exportForms[format];
  const name = `byok-inventory.${ending}`;
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  return await vscode.window.showSaveDialog({
    title: vscode.l10n.t('Export Inventory'),
    ...(folder ? { defaultUri: vscode.Uri.joinPath(folder, name) } : {}),
    filters: { [formatItem(format).label]: [ending] },
  });
}

function formatItem(format: ExportFormat): { readonly label: string; readonly description: string } {
  switch (format) {
    case 'csv':
      return { label: 'CSV', description: vscode.l10n.t('for a spreadsheet') };
    case 'json':
      return {
        label: 'JSON',
        description: vscode.l10n.t('for programs, with the evidence of every finding'),
      };
    case 'markdown':
      return { label: 'Markdown', description: vscode.l10n.t('to read') };
  }
}

function placeName(place: ExportChoice['to']): string {
  return place === 'document' ? vscode.l10n.t('Open in an editor') : vscode.l10n.t('Save to a file');
}
