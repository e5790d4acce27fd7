import * as vscode from 'vscode';
import type { ConnectionStore } from '../../connections/connectionStore';
import { filterValueName } from '../../words/words';
import type { FromOverview, OverviewAction } from '../protocol/overview';

/** What the actions need of the page that they are for. */
export interface ActingOverview {
  refresh(): Promise<void>;
  listClusters(): Promise<void>;
  say(text: string): void;
}

/** Follows the messages of the overview: by the commands, which ask and tell as they always do. */
export class OverviewActions {
  constructor(
    private readonly connections: ConnectionStore,
    private readonly page: ActingOverview,
  ) {}

  async follow(message: Exclude<FromOverview, { readonly type: 'look' }>): Promise<void> {
    switch (message.type) {
      case 'act':
        await this.#act(message.what, message.connection);
        return;
      case 'filter':
        await vscode.commands.executeCommand('byok.filterKeys', { [message.by]: [message.value] });
        this.page.say(vscode.l10n.t('The sidebar shows: {0}', filterValueName(message.by, message.value)));
        return;
      case 'openKey':
        await vscode.commands.executeCommand('byok.openKey', {
          type: 'key',
          connectionId: message.connection,
          keyId: message.key,
        });
        return;
      case 'mute':
      case 'unmute':
        await vscode.commands.executeCommand(`byok.${message.type}Finding`, {
          connectionId: message.connection,
          findingId: message.finding,
        });
        return;
    }
  }

  async #act(action: OverviewAction, connection: string): Promise<void> {
    switch (action) {
      case 'refresh':
        await this.page.refresh();
        return;
      case 'listClusters':
        await this.page.listClusters();
        return;
      case 'signInAgain':
        if (this.connections.get(connection))
          await vscode.commands.executeCommand('byok.signInAgain', connection);
        return;
      case 'uploadKey':
      case 'exportInventory':
      case 'copySummary':
      case 'signIn':
      case 'exploreDemo':
        await vscode.commands.executeCommand(`byok.${action}`);
        return;
    }
  }
}
