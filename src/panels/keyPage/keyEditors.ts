import * as vscode from 'vscode';
import { Disposable } from '../../disposable';
import type { KeyPageSources } from './keyPageSources';

export const keyPageType = 'byok.keyPage';

/**
 * The editors of the keys' pages. VS Code keeps one for each key, previews and pins it, and opens it again after a
 * reload and a restart. What makes a page is loaded with the first.
 */
export class KeyEditors extends Disposable implements vscode.CustomReadonlyEditorProvider {
  constructor(private readonly sources: () => Promise<KeyPageSources>) {
    super();
    this.register(vscode.window.registerCustomEditorProvider(keyPageType, this));
  }

  openCustomDocument(uri: vscode.Uri): vscode.CustomDocument {
    return { uri, dispose: () => undefined };
  }

  async resolveCustomEditor({ uri }: vscode.CustomDocument, panel: vscode.WebviewPanel): Promise<void> {
    const [sources, { openKeyPage }] = await Promise.all([this.sources(), import('./openKeyPage')]);
    openKeyPage(uri, panel, sources);
  }
}
