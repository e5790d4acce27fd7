/** What `read` makes of the options of a command; throws with what is wrong and the usage. */
export function readOptions<T>(usage: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`, {
      cause: error,
    });
  }
}

/** The names in a list with commas, all of them when there is none; throws for one that is not known. */
export function namesIn<Name extends string>(
  list: string | undefined,
  what: string,
  known: readonly Name[],
): readonly Name[] {
  if (list === undefined) return known;
  return list.split(',').map(name => {
    const found = known.find(each => each === name);
    if (found) return found;
    throw new Error(`There is no ${what} "${name}".`);
  });
}
