import * as vscode from 'vscode';
import { Disposable } from '../disposable';
import type { Parts } from '../parts';
import type { Command } from './command';

/**
 * Registers the commands that package.json lists. Their code is loaded when the first of them runs; each command
 * file has its id, and a test holds the two lists against each other.
 */
export class RegisteredCommands extends Disposable {
  #commands: Promise<ReadonlyMap<string, Command>> | undefined;

  constructor(
    ids: readonly string[],
    private readonly parts: () => Promise<Parts>,
  ) {
    super();
    for (const id of ids) {
      this.register(vscode.commands.registerCommand(id, (...args: unknown[]) => this.#run(id, args)));
    }
  }

  async #run(id: string, args: readonly unknown[]): Promise<unknown> {
    this.#commands ??= this.#load();
    return await (await this.#commands).get(id)?.run(...args);
  }

  async #load(): Promise<ReadonlyMap<string, Command>> {
    const [parts, { createCommands }] = await Promise.all([this.parts(), import('./commands')]);
    return new Map(createCommands(parts).map(command => [command.id, command]));
  }
}
