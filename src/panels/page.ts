import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import { Disposable } from '../disposable';
import type { Log } from '../log';
import { pageHtml } from './html';
import type { Guard } from './protocol/guards';
import type { PageState, ToPage } from './protocol/page';
import { isReady } from './protocol/page';

export interface PageParts<State extends PageState, Message> {
  /** The name of its files in dist/media. */
  readonly name: string;
  readonly extensionUri: vscode.Uri;
  readonly log: Log;
  /** What the page shows now. Asked only while somebody looks, and when they stop. */
  state(): State;
  /** Whether a message is one of the page's own protocol; others are dropped. */
  readonly accepts: Guard<Message>;
  receive(message: Message): unknown;
  /** News that follow each other within this many ms are shown together. */
  pace?(): number;
}

const usualPace = 100;

/**
 * A webview that shows a state and sends messages. It follows `update`; hidden, it does nothing, and shown again it
 * asks for what it missed. Goes with its panel.
 */
export class Page<State extends PageState, Message> extends Disposable {
  #pending: NodeJS.Timeout | undefined;
  #isVisible: boolean;
  #shownAt = -Infinity;

  constructor(
    private readonly panel: vscode.WebviewPanel,
    private readonly parts: PageParts<State, Message>,
  ) {
    super();
    this.#isVisible = panel.visible;
    const { webview } = panel;
    webview.options = { enableScripts: true, localResourceRoots: [this.#media] };
    this.register(webview.onDidReceiveMessage(message => this.#receive(message)));
    this.register(panel.onDidDispose(() => this.dispose()));
    this.register(panel.onDidChangeViewState(() => this.#followVisibility()));
    this.#load();
  }

  override dispose(): void {
    clearTimeout(this.#pending);
    super.dispose();
  }

  /** What the page shows may have changed: the first news is shown at once, what follows soon after it together. */
  update(): void {
    if (!this.panel.visible || this.isDisposed) return;
    const wait = this.#shownAt + (this.parts.pace?.() ?? usualPace) - performance.now();
    if (wait <= 0) this.#show();
    else this.#pending ??= setTimeout(() => this.#show(), wait);
  }

  /** Has screen readers say something. */
  say(text: string): void {
    if (this.panel.visible && !this.isDisposed) this.#send({ type: 'say', text });
  }

  get #media(): vscode.Uri {
    return vscode.Uri.joinPath(this.parts.extensionUri, 'dist', 'media');
  }

  #load(): void {
    const { webview } = this.panel;
    const { name } = this.parts;
    const addressOf = (file: string): string =>
      webview.asWebviewUri(vscode.Uri.joinPath(this.#media, file)).toString();
    webview.html = pageHtml({
      cspSource: webview.cspSource,
      nonce: randomBytes(16).toString('base64url'),
      script: addressOf(`${name}.js`),
      style: addressOf(`${name}.css`),
      language: vscode.env.language,
      state: this.parts.state(),
    });
  }

  /** A page that is shown again begins with what its document has: that is not to be how things were long ago. */
  #followVisibility(): void {
    const { visible } = this.panel;
    if (this.#isVisible && !visible) this.#load();
    this.#isVisible = visible;
  }

  #show(): void {
    clearTimeout(this.#pending);
    this.#pending = undefined;
    if (!this.panel.visible || this.isDisposed) return;
    this.#shownAt = performance.now();
    this.#send({ type: 'state', state: this.parts.state() });
  }

  #send(message: ToPage<State>): void {
    void this.panel.webview.postMessage(message);
  }

  #receive(message: unknown): void {
    const { name, log, accepts } = this.parts;
    if (isReady(message)) this.#show();
    else if (accepts(message)) void this.#run(message);
    else log.warn(`The page ${name} sent a message that is not of its protocol; it was dropped.`);
  }

  async #run(message: Message): Promise<void> {
    try {
      await this.parts.receive(message);
    } catch (error) {
      this.parts.log.error(
        `A message of the page ${this.parts.name} could not be followed: ${String(error)}`,
      );
    }
  }
}
