/** Says whether a value that came from outside is what it should be. */
export type Guard<T> = (value: unknown) => value is T;

/** A text of at most that many UTF-16 units. */
export function text(longest: number): Guard<string> {
  return (value): value is string => typeof value === 'string' && value.length <= longest;
}

export function oneOf<const T extends string>(words: readonly T[]): Guard<T> {
  return (value): value is T => words.some(word => word === value);
}

export function arrayOf<T>(guard: Guard<T>, longest: number): Guard<readonly T[]> {
  return (value): value is readonly T[] =>
    Array.isArray(value) && value.length <= longest && value.every(guard);
}

/** A whole number from 0 to that. */
export function count(most: number): Guard<number> {
  return (value): value is number => Number.isInteger(value) && Number(value) >= 0 && Number(value) <= most;
}

type Members = Readonly<Record<string, Guard<unknown>>>;

/** What a table of guards lets pass: an object with these members. */
export type Guarded<M extends Members> = {
  readonly [Name in keyof M]: M[Name] extends Guard<infer T> ? T : never;
};

/** An object with exactly these members. */
export function object<const M extends Members>(members: M): Guard<Guarded<M>> {
  return (value): value is Guarded<M> => hasExactly(value, members);
}

type Messages = Readonly<Record<string, Members>>;

/** The union of the messages in a table: the `type` of each, and its other members. */
export type MessageOf<M extends Messages> = {
  [Type in keyof M & string]: { readonly type: Type } & Guarded<M[Type]>;
}[keyof M & string];

/** Lets pass what the table has, and nothing that has more or less. */
export function message<const M extends Messages>(table: M): Guard<MessageOf<M>> {
  return (value): value is MessageOf<M> => {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, 'type')) return false;
    const { type, ...rest } = value as { readonly type: unknown };
    return typeof type === 'string' && Object.hasOwn(table, type) && hasExactly(rest, table[type] ?? {});
  };
}

function hasExactly(value: unknown, members: Members): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const entries = Object.entries(value);
  return (
    entries.length === Object.keys(members).length &&
    entries.every(([name, member]) => Object.hasOwn(members, name) && members[name]?.(member) === true)
  );
}
