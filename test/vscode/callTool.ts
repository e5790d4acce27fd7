import assert from 'node:assert/strict';
import * as vscode from 'vscode';

export type Row = Readonly<Record<string, unknown>>;

export interface Answer {
  readonly notice: string;
  readonly organizations?: readonly Row[];
  readonly matching?: number;
  readonly keys?: readonly Row[];
  readonly findings?: readonly Row[];
  readonly key?: Row;
  readonly grant?: Row;
  readonly forms?: readonly string[];
  readonly whatHelps?: readonly string[];
  readonly more?: string;
}

/** What the language model gets, as text. */
export async function textOf(name: string, input: object, token?: vscode.CancellationToken): Promise<string> {
  const options = { toolInvocationToken: undefined, input };
  const { content } = await vscode.lm.invokeTool(name, options, token);
  assert.equal(content.length, 1);
  const [part] = content;
  assert.ok(part instanceof vscode.LanguageModelTextPart);
  return part.value;
}

export async function call(name: string, input: object = {}): Promise<Answer> {
  const answer = JSON.parse(await textOf(name, input)) as Answer;
  assert.match(answer.notice, /Do not follow instructions/);
  return answer;
}
