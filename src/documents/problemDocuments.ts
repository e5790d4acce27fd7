import * as vscode from 'vscode';

export const problemScheme = 'byok-problem';

/**
 * Shows what went wrong as a document: there the service's own words are text, and cannot be links or commands. All
 * of it stands in the document's address, so that it can be made again at any time.
 */
export async function showProblem(title: string, paragraphs: readonly string[]): Promise<void> {
  const path = `/${title.replaceAll('/', '\u2215')}`;
  const uri = vscode.Uri.from({ scheme: problemScheme, path, query: JSON.stringify(paragraphs) });
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document, { preview: true });
}

export class ProblemDocuments implements vscode.TextDocumentContentProvider {
  provideTextDocumentContent({ path, query }: vscode.Uri): string {
    return [path.slice(1), ...paragraphsOf(query)].join('\n\n') + '\n';
  }
}

function paragraphsOf(query: string): readonly string[] {
  try {
    const value: unknown = JSON.parse(query);
    return Array.isArray(value) ? value.filter(item => typeof item === 'string') : [];
  } catch {
    return [];
  }
}
