import * as vscode from 'vscode';
import type { Command } from './command';

/** Opens the Confluent Cloud console. Confluent publishes no address of a single key's page. */
export function openInConfluentCloud(): Command {
  return {
    id: 'byok.openInConfluentCloud',
    run: () => vscode.env.openExternal(vscode.Uri.parse('https://confluent.cloud/')),
  };
}
