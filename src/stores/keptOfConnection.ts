import type * as vscode from 'vscode';
import type { ConnectionStore } from '../connections/connectionStore';

const kinds = ['held', 'muted', 'timeline'] as const;

/** The name under which something of a connection is kept between sessions. */
export function entryOf(kind: (typeof kinds)[number], connectionId: string): string {
  return `${kind}.${connectionId}`;
}

/** Drops what is kept of connections that are gone, now and with each sign-out, in whatever window that was. */
export function forgetGone(
  memento: vscode.Memento,
  connections: Pick<ConnectionStore, 'get' | 'onDidChange'>,
): vscode.Disposable {
  const forget = (): void => {
    for (const name of memento.keys()) {
      const kind = kinds.find(kind => name.startsWith(`${kind}.`));
      if (kind && !connections.get(name.slice(kind.length + 1))) void memento.update(name, undefined);
    }
  };
  forget();
  return connections.onDidChange(({ removed }) => {
    if (removed.length > 0) forget();
  });
}
