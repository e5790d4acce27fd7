import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import type { UserSettings } from '../../harness/userSettings.ts';
import { waitUntil } from './waitUntil.ts';

/** Has the companion in VS Code change user settings; throws what it says when it cannot. */
export async function changeSettings(socketPath: string, settings: UserSettings): Promise<void> {
  const problem = await waitUntil('the companion to take the settings', async () => {
    const socket = connect(socketPath);
    socket.end(JSON.stringify(settings));
    // It is not there right after the start.
    return text(socket).catch(() => undefined);
  });
  if (problem !== '') throw new Error(problem);
}
