import * as vscode from 'vscode';

const shows = ['showInformationMessage', 'showWarningMessage', 'showErrorMessage'] as const;

/** What the code that is bundled with a test shows while it is open, in place of notifications; the user answers nothing. */
export class Shown {
  readonly notifications: (readonly [how: string, message: string, ...buttons: readonly string[]])[] = [];
  readonly #before = shows.map(name => [name, vscode.window[name]] as const);

  constructor() {
    for (const name of shows) {
      const show = (message: string, ...buttons: readonly string[]): Promise<undefined> => {
        this.notifications.push([name, message, ...buttons]);
        return Promise.resolve(undefined);
      };
      Object.defineProperty(vscode.window, name, { value: show, configurable: true, writable: true });
    }
  }

  dispose(): void {
    for (const [name, value] of this.#before)
      Object.defineProperty(vscode.window, name, { value, configurable: true, writable: true });
  }
}
