import * as vscode from 'vscode';

/** A context key with one owner: it is set from here and nowhere else, and only when it changes. */
export class ContextKey<T extends string | boolean | number> {
  #value: T | undefined;

  constructor(private readonly name: string) {}

  set(value: T): void {
    if (value === this.#value) return;
    this.#value = value;
    void vscode.commands.executeCommand('setContext', this.name, value);
  }
}
