import * as vscode from 'vscode';

/** What takes no longer than this shows no progress, in ms: a notification that comes and goes only distracts. */
const grace = 1000;

/**
 * Does something that may take long; once it does, a notification says so. It can be cancelled there, unless that would
 * leave open what became of it.
 */
export async function patiently<T>(
  title: string,
  act: (token: vscode.CancellationToken) => Promise<T>,
  { cancellable = true } = {},
): Promise<T> {
  const cancellation = new vscode.CancellationTokenSource();
  const work = act(cancellation.token);
  const timer = setTimeout(() => {
    const progress = { location: vscode.ProgressLocation.Notification, cancellable, title };
    void vscode.window.withProgress(progress, async (_, token) => {
      token.onCancellationRequested(() => cancellation.cancel());
      await work.catch(() => undefined);
    });
  }, grace);
  try {
    return await work;
  } finally {
    clearTimeout(timer);
    cancellation.dispose();
  }
}
