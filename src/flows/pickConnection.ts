import * as vscode from 'vscode';
import type { Connection } from '../connections/connection';
import { pickerText } from './pickerText';

/** Lets the user choose a connection; a single one needs no question. Undefined when the user left, or there is none. */
export async function pickConnection(
  connections: readonly Connection[],
  placeHolder: string,
): Promise<Connection | undefined> {
  const [first, second] = connections;
  if (!second) return first;
  const items = connections.map(connection => ({
    connection,
    label: pickerText(connection.label),
    description: connection.apiKeyId ?? '',
    detail: connection.kind === 'demo' ? '' : connection.endpoint,
  }));
  return (await vscode.window.showQuickPick(items, { placeHolder, matchOnDescription: true }))?.connection;
}
