import * as vscode from 'vscode';
import type { ConnectionStore } from '../connections/connectionStore';
import type { KeyStore } from '../stores/keyStore';
import type { Command } from './command';

/** Connects to the demo organization, which lives in this window, and gives the connection's id. */
export function exploreDemo(connections: ConnectionStore, store: KeyStore): Command {
  return {
    id: 'byok.exploreDemo',
    async run() {
      const { id } = await connections.addDemo();
      await store.refresh(id);
      await vscode.commands.executeCommand('byok.keys.focus');
      return id;
    },
  };
}
