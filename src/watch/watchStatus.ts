import * as vscode from 'vscode';
import { Disposable } from '../disposable';
import type { WatchedKeys } from './watchedKeys';

/** Says in the status bar that keys are being watched, and lets the user stop that. Not there when nothing is. */
export class WatchStatus extends Disposable {
  #item: vscode.StatusBarItem | undefined;

  constructor(private readonly watched: WatchedKeys) {
    super();
    this.register(watched.onDidChange(() => this.#show()));
    this.#show();
  }

  override dispose(): void {
    this.#item?.dispose();
    super.dispose();
  }

  #show(): void {
    const { length } = this.watched.list();
    if (length === 0) {
      this.#item?.dispose();
      this.#item = undefined;
      return;
    }
    this.#item ??= this.#create();
    this.#item.text = `$(eye) ${length === 1 ? vscode.l10n.t('Waiting for 1 key') : vscode.l10n.t('Waiting for {0} keys', length)}`;
  }

  #create(): vscode.StatusBarItem {
    const item = vscode.window.createStatusBarItem('byok.watch', vscode.StatusBarAlignment.Left);
    item.name = vscode.l10n.t('Encryption keys that are waited for');
    item.tooltip = vscode.l10n.t(
      'Until Confluent can use them, for an hour at the most. Click to see them and to stop waiting.',
    );
    item.command = 'byok.stopWatching';
    item.show();
    return item;
  }
}
