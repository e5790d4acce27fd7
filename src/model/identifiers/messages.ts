import { fillTemplate, type Message } from '../message';
import { awsMessages } from './awsMessages';
import { azureMessages } from './azureMessages';
import { gcpMessages } from './gcpMessages';
import { pasteMessages } from './pasteMessages';

const commonMessages = {
  empty: 'Nothing is entered.',
  tooLong: 'This has {1} characters, far more than any identifier of a key.',
  spaceAround: 'The space around it is left out.',
  quotesAround: 'The quotes around it are left out.',
  spaceInside: 'There is a space inside. Remove it.',
  quoteInside: 'There is a quote inside. Remove it.',
  invisibleInside: 'There is an invisible character inside. Remove it, or type the text anew.',
  otherProvider: 'This is an identifier of {1}.',
} as const;

/** Every sentence about identifiers, in English, by its code. */
export const problemMessages = {
  ...commonMessages,
  ...awsMessages,
  ...azureMessages,
  ...gcpMessages,
  ...pasteMessages,
} as const;

export type ProblemCode = keyof typeof problemMessages;

/** The English sentence: what is wrong, and what to do. */
export function explain(problem: Message<ProblemCode>): string {
  return fillTemplate(problemMessages[problem.code], problem.args);
}
