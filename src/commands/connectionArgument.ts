import { isTreeNode } from '../tree/nodes';

/** The connection that an argument names: by its id, or by a row of the tree that belongs to it. */
export function connectionIdOf(argument: unknown): string | undefined {
  if (typeof argument === 'string') return argument;
  if (typeof argument !== 'object' || argument === null || !('connectionId' in argument)) return undefined;
  return typeof argument.connectionId === 'string' ? argument.connectionId : undefined;
}

/**
 * The same, for what is about a whole organization: in the title of the view a command is given the row that has the
 * focus, which is not what its user means, so that only an organization's own row counts.
 */
export function organizationIdOf(argument: unknown): string | undefined {
  return isTreeNode(argument) && argument.type !== 'connection' ? undefined : connectionIdOf(argument);
}
