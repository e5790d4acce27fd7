import type * as vscode from 'vscode';

/** A key that somebody waits for. */
export interface Watched {
  readonly connectionId: string;
  readonly keyId: string;
  /** In ms since 1970. */
  readonly since: number;
  /** What it was seen in last; undefined while that is not known. */
  readonly phase?: string | undefined;
}

const entry = 'watched';

/** The keys that are waited for in this window, as they are kept over a reload. */
export function keptWatched(memento: vscode.Memento): readonly Watched[] {
  return memento.get<readonly Watched[]>(entry, []);
}

export async function keepWatched(memento: vscode.Memento, watched: readonly Watched[]): Promise<void> {
  await memento.update(entry, watched);
}
