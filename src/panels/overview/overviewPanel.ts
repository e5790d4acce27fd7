import * as vscode from 'vscode';
import { Disposable } from '../../disposable';
import type { Look } from '../protocol/overview';
import { firstLook, isLook } from '../protocol/overview';
import { tabIcon } from '../tabIcon';
import type { OverviewSources } from './overviewPage';
import { OverviewPage } from './overviewPage';
import { overviewTitle } from './overviewState';
import { overviewType } from './overviewType';

/** The one panel of the overview. */
export class OverviewPanel extends Disposable {
  #panel: vscode.WebviewPanel | undefined;
  #page: OverviewPage | undefined;

  constructor(private readonly sources: OverviewSources) {
    super();
  }

  /** The panel stays: VS Code closes it, or keeps it for after a reload. */
  override dispose(): void {
    this.#page?.dispose();
    super.dispose();
  }

  open(): void {
    if (this.#panel) {
      this.#panel.reveal();
      return;
    }
    const { Active } = vscode.ViewColumn;
    this.#fill(vscode.window.createWebviewPanel(overviewType, overviewTitle(), Active), firstLook);
  }

  /** Fills a panel that was open before the window was reloaded. `saved` is what its page has noted down. */
  restore(panel: vscode.WebviewPanel, saved: unknown): void {
    this.#panel?.dispose();
    this.#fill(panel, lookIn(saved));
  }

  #fill(panel: vscode.WebviewPanel, look: Look): void {
    this.#panel = panel;
    panel.iconPath = tabIcon(this.sources.extensionUri, 'overview');
    panel.onDidDispose(() => {
      if (this.#panel === panel) this.#panel = undefined;
    });
    this.#page = new OverviewPage(panel, this.sources, look);
  }
}

function lookIn(saved: unknown): Look {
  const kept = memberOf(saved, 'kept');
  const look = memberOf(kept, 'look');
  return isLook(look) ? look : firstLook;
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
}
