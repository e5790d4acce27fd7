import type * as vscode from 'vscode';
import type { ConnectionStore } from '../connections/connectionStore';

const kinds = ['held', 'muted', 'timeline'] as const;

/**
 * The most that is kept of one kind for one connection, in UTF-16 units of its JSON. VS Code keeps all that an extension
 * keeps as a single JSON, writes the whole of it with each change, and warns from 524,288 units on: the three kinds of
 * one connection stay below that.
 */
export const largestEntry = 131_072;

/** The name under which something of a connection is kept between sessions. */
export function entryOf(kind: (typeof kinds)[number], connectionId: string): string {
  return `${kind}.${connectionId}`;
}

/** The last of the entries, as many as fit. `size` in UTF-16 units of the JSON of the object that they make. */
export function lastThatFit<T>(
  entries: readonly (readonly [name: string, value: T])[],
  size = largestEntry,
): readonly (readonly [name: string, value: T])[] {
  let rest = size - '{}'.length;
  const tooMany = entries.findLastIndex(entry => (rest -= sizeOfEntry(entry)) < 0);
  return entries.slice(tooMany + 1);
}

/** What an entry takes in the JSON of an object, with the comma: in UTF-16 units. */
export function sizeOfEntry([name, value]: readonly [name: string, value: unknown]): number {
  return `${JSON.stringify(name)}:${JSON.stringify(value)},`.length;
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
