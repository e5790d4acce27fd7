import { rmSync } from 'node:fs';
import { createServer } from 'node:net';
import process from 'node:process';
import { json } from 'node:stream/consumers';
import { ConfigurationTarget, workspace } from 'vscode';

/** Answers at the socket that BYOK_TEST_SETTINGS names: each caller sends settings by name, and hears what went wrong. */
export function activate({ subscriptions }) {
  const path = process.env.BYOK_TEST_SETTINGS;
  if (path === undefined) return;
  // The extension host of before a reload may have left its own.
  rmSync(path, { force: true });
  const server = createServer({ allowHalfOpen: true }, async socket => {
    socket.end(
      await json(socket)
        .then(change)
        .catch(error => error.message),
    );
  });
  server.listen(path);
  subscriptions.push({ dispose: () => server.close() });
}

async function change(settings) {
  for (const [name, value] of Object.entries(settings)) {
    await workspace.getConfiguration().update(name, value, ConfigurationTarget.Global);
  }
  return '';
}
