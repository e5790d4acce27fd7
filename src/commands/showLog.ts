import type * as vscode from 'vscode';
import type { Command } from './command';

export function showLog(channel: vscode.LogOutputChannel): Command {
  return { id: 'byok.showLog', run: () => channel.show() };
}
