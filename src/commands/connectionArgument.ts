/** The connection that an argument names: by its id, or by a row of the tree that belongs to it. */
export function connectionIdOf(argument: unknown): string | undefined {
  if (typeof argument === 'string') return argument;
  if (typeof argument !== 'object' || argument === null || !('connectionId' in argument)) return undefined;
  return typeof argument.connectionId === 'string' ? argument.connectionId : undefined;
}
