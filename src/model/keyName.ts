/** The longest name that is sent, in UTF-16 units: the API promises no limit, and no view shows more. */
export const longestName = 256;

/** Whether a name is too long to be given: one that the key has already may stay. */
export function isTooLong(name: string, current: string): boolean {
  return name.trim().length > longestName && name.trim() !== current;
}
