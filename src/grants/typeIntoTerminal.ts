import * as vscode from 'vscode';
import { setTimeout as pause } from 'node:timers/promises';

/** How long a shell may take to start, in ms. One without shell integration never says that it has. */
const startLimit = 3000;

/** How long it then takes, in ms, until it reads what is typed: it says so a moment before its prompt. */
const promptTime = 200;

/**
 * Types a line into a new terminal, where it waits for Enter: its maker lets no character into it that a shell would
 * take for that.
 */
export async function typeIntoTerminal(line: string): Promise<void> {
  const terminal = vscode.window.createTerminal(vscode.l10n.t('Grant Access'));
  terminal.show();
  // Before its prompt, the shell would show the line twice.
  await started(terminal);
  await pause(promptTime);
  terminal.sendText(line, false);
}

function started(terminal: vscode.Terminal): Promise<undefined> {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  const timer = setTimeout(() => resolve(undefined), startLimit);
  const listening = [
    vscode.window.onDidChangeTerminalShellIntegration(({ terminal: ready }) => {
      if (ready === terminal) resolve(undefined);
    }),
    vscode.window.onDidCloseTerminal(closed => {
      if (closed === terminal) resolve(undefined);
    }),
  ];
  return promise.finally(() => {
    clearTimeout(timer);
    for (const each of listening) each.dispose();
  });
}
