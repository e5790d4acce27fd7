import { Uri, commands, window } from 'vscode';

export function activate({ subscriptions }) {
  const address = Uri.from({ scheme: 'bench', path: '/pages/empty' });
  subscriptions.push(
    commands.registerCommand('bench.openEmptyPage', () => commands.executeCommand('vscode.open', address)),
    window.registerCustomEditorProvider('bench.emptyPage', {
      openCustomDocument: uri => ({ uri, dispose: () => undefined }),
      resolveCustomEditor: (_document, { webview }) => {
        webview.options = { enableScripts: true };
        webview.html = '<!DOCTYPE html><html><body><h1>Empty</h1><button>Nothing</button></body></html>';
      },
    }),
  );
}
