import * as vscode from 'vscode';
import type { AccessMessage } from '../model/access/accessMessages';
import { accessMessages } from '../model/access/accessMessages';
import type { ProblemCode } from '../model/identifiers/messages';
import { problemMessages } from '../model/identifiers/messages';
import type { Message } from '../model/message';
import type { AdviceCode } from '../model/validationAdviceMessages';
import { validationAdviceMessages } from '../model/validationAdviceMessages';

/** The sentence about an identifier, in the language of the editor. */
export function explainProblem({ code, args }: Message<ProblemCode>): string {
  return vscode.l10n.t(problemMessages[code], ...args);
}

/** The sentence about a grant or a policy, in the language of the editor. */
export function explainAccess({ code, args }: AccessMessage): string {
  return vscode.l10n.t(accessMessages[code], ...args);
}

/** The sentence about why a key is invalid, or what mends it, in the language of the editor. */
export function explainAdvice(code: AdviceCode): string {
  return vscode.l10n.t(validationAdviceMessages[code]);
}
