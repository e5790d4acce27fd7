import * as vscode from 'vscode';

class FakeWebview implements vscode.Webview {
  readonly #messages = new vscode.EventEmitter<unknown>();
  readonly onDidReceiveMessage = this.#messages.event;
  readonly cspSource = 'https://*.vscode-cdn.net';
  options: vscode.WebviewOptions = {};
  html = '';
  /** What the editor sent to the page. */
  readonly sent: unknown[] = [];

  asWebviewUri(file: vscode.Uri): vscode.Uri {
    return file;
  }

  async postMessage(message: unknown): Promise<boolean> {
    this.sent.push(message);
    return Promise.resolve(true);
  }

  /** The page sends that. */
  send(message: unknown): void {
    this.#messages.fire(message);
  }
}

/** A panel without a browser in it: what is sent to its page is kept. */
export class FakePanel implements vscode.WebviewPanel {
  readonly #disposed = new vscode.EventEmitter<undefined>();
  readonly #states = new vscode.EventEmitter<vscode.WebviewPanelOnDidChangeViewStateEvent>();
  readonly onDidDispose = this.#disposed.event as vscode.Event<void>;
  readonly onDidChangeViewState = this.#states.event;
  readonly viewType = 'test';
  readonly options: vscode.WebviewPanelOptions = {};
  readonly viewColumn = vscode.ViewColumn.One;
  readonly webview = new FakeWebview();
  title = '';
  active = true;
  visible = true;

  reveal(): void {}

  show(isVisible: boolean): void {
    this.visible = this.active = isVisible;
    this.#states.fire({ webviewPanel: this });
  }

  dispose(): void {
    this.#disposed.fire(undefined);
  }
}
