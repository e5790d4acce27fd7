import * as vscode from 'vscode';

export const textScheme = 'byok-text';

/** Of sentences, whose long lines are wrapped (`configurationDefaults` in package.json). */
const prose = 'byok-prose';

/** The address of a read-only document that holds a text: all of it, so that it can be made again at any time. */
export function textUri(name: string, text: string): vscode.Uri {
  return vscode.Uri.from({ scheme: textScheme, path: `/${name.replaceAll('/', '\u2215')}`, query: text });
}

export class TextDocuments implements vscode.TextDocumentContentProvider {
  provideTextDocumentContent({ query }: vscode.Uri): string {
    return query;
  }
}

/**
 * Shows what went wrong as a document: there the service's own words are text, and cannot be links or commands.
 */
export async function showProblem(title: string, paragraphs: readonly string[]): Promise<void> {
  await showParagraphs(vscode.l10n.t('What went wrong'), [title, ...paragraphs]);
}

/** Shows sentences as a document of that name, wrapped and unmarked: whatever stands in them is text. */
export async function showParagraphs(name: string, paragraphs: readonly string[]): Promise<void> {
  const text = `${paragraphs.join('\n\n')}\n`;
  const document = await vscode.workspace.openTextDocument(textUri(name, text));
  const wrapped = await vscode.languages.setTextDocumentLanguage(document, prose);
  await vscode.window.showTextDocument(wrapped, { preview: true });
}
