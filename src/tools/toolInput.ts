import { ToolError } from './tool';

/** In UTF-16 units. The longest identifier of a key has under 400. */
const longestText = 500;

/** The input of a call, member by member. It is the model's: the schema of package.json is no more than a request. */
export class ToolInput {
  readonly #members: ReadonlyMap<string, unknown>;

  /** Throws for anything but an object of the members that there are. */
  constructor(input: unknown, known: readonly string[]) {
    const given = input ?? {};
    if (typeof given !== 'object' || Array.isArray(given))
      throw new ToolError('The input must be an object.');
    // Some models give null for what they leave out.
    this.#members = new Map(Object.entries(given).filter(([, value]) => value !== null));
    const unknown = [...this.#members.keys()].filter(name => !known.includes(name));
    if (unknown.length > 0)
      throw new ToolError(`The input has members that there are not. There are: ${known.join(', ')}.`);
  }

  /** A text that says something; undefined for none. */
  text(name: string): string | undefined {
    const value = this.#members.get(name);
    if (value === undefined) return undefined;
    if (typeof value !== 'string') throw new ToolError(`"${name}" must be a string.`);
    if (value.length > longestText)
      throw new ToolError(`"${name}" must not be longer than ${longestText} characters.`);
    const text = value.trim();
    return text === '' ? undefined : text;
  }

  requiredText(name: string): string {
    const text = this.text(name);
    if (text === undefined) throw new ToolError(`"${name}" is missing.`);
    return text;
  }

  /** One of these words, whatever its case. */
  oneOf<Word extends string>(name: string, words: readonly Word[]): Word | undefined {
    const text = this.text(name)?.toLowerCase();
    const word = words.find(known => known.toLowerCase() === text);
    if (text !== undefined && word === undefined)
      throw new ToolError(`"${name}" must be one of: ${words.join(', ')}.`);
    return word;
  }

  flag(name: string): boolean {
    const value = this.#members.get(name) ?? false;
    if (typeof value !== 'boolean') throw new ToolError(`"${name}" must be true or false.`);
    return value;
  }

  /** A whole number in a range. */
  count(name: string, fallback: number, least: number, most: number): number {
    const value = this.#members.get(name) ?? fallback;
    if (typeof value !== 'number' || !Number.isInteger(value) || value < least || value > most)
      throw new ToolError(`"${name}" must be a whole number from ${least} to ${most}.`);
    return value;
  }
}
