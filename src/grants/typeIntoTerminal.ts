import * as vscode from 'vscode';

/** How long a shell may take, in ms, until it shows its prompt. One without shell integration never says so. */
const startLimit = 3000;

/**
 * Types a line into a new terminal, where it waits for Enter: its maker lets no character into it that a shell would
 * take for that.
 */
export async function typeIntoTerminal(line: string): Promise<void> {
  const terminal = vscode.window.createTerminal(vscode.l10n.t('Grant Access'));
  terminal.show();
  // Before its prompt, the shell would show the line twice.
  await prompt(terminal);
  terminal.sendText(line, false);
}

function prompt(terminal: vscode.Terminal): Promise<undefined> {
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
