import * as vscode from 'vscode';
import { Disposable } from '../disposable';
import { late } from '../late';
import type { Tool, ToolParts } from './tool';

/**
 * Registers the tools that package.json lists, with which a language model in the editor can read about keys: it can
 * change nothing, and signs nobody in. Their code is loaded when the first of them is asked for.
 */
export class LanguageModelTools extends Disposable {
  readonly #tools: () => Promise<readonly Tool[]>;

  constructor(names: readonly string[], parts: () => Promise<ToolParts>) {
    super();
    this.#tools = late(async () => {
      const [all, { createTools }] = await Promise.all([parts(), import('./createTools')]);
      return createTools(all);
    });
    for (const name of names) this.register(vscode.lm.registerTool(name, this.#registered(name)));
  }

  #registered(name: string): vscode.LanguageModelTool<unknown> {
    const tool = async (): Promise<Tool> => {
      const found = (await this.#tools()).find(each => each.name === name);
      if (!found) throw new Error(`There is no tool ${name}.`);
      return found;
    };
    return {
      prepareInvocation: async () => {
        const { message, question } = await tool();
        const title = vscode.l10n.t('Read about encryption keys of Confluent Cloud?');
        return { invocationMessage: message, confirmationMessages: { title, message: question } };
      },
      invoke: async ({ input }, token) => {
        const answer = JSON.stringify(await (await tool()).run(input, token));
        return new vscode.LanguageModelToolResult([new vscode.LanguageModelTextPart(answer)]);
      },
    };
  }
}
