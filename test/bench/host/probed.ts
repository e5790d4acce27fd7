import * as vscode from 'vscode';
import { extensionId } from '../../vscode/session';
import type { ProbedByok } from './probe';

export async function activateProbed(): Promise<ProbedByok> {
  const extension = vscode.extensions.getExtension<ProbedByok>(extensionId);
  if (!extension) throw new Error('The extension is not there.');
  return await extension.activate();
}
