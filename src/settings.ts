import * as vscode from 'vscode';

/** The user's settings. A workspace cannot set them: only what is set for the application is read. */
export class Settings {
  /** How long one request may take, in ms. */
  requestTimeout(): number {
    return clamp(read('requestTimeout', 30), 1, 600) * 1000;
  }

  /** How long keys stay fresh while the view is visible, in ms; 0 = they are only fetched when asked for. */
  refreshInterval(): number {
    return clamp(read('refreshInterval', 5), 0, 24 * 60) * 60_000;
  }

  /** After how many days without a cluster a key counts as left over. */
  staleAfterDays(): number {
    return clamp(read('staleAfter', 90), 1, 3650);
  }

  /** Whether files show the keys that they name. */
  hovers(): boolean {
    return valueOf('hovers') !== false;
  }
}

function read(name: string, fallback: number): number {
  const value = valueOf(name);
  return typeof value === 'number' && Number.isFinite(value) ? value : fallback;
}

function valueOf(name: string): unknown {
  return vscode.workspace.getConfiguration('byok').inspect<unknown>(name)?.globalValue;
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
