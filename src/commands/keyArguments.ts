import type { ConnectionStore } from '../connections/connectionStore';
import { pickKey } from '../flows/pickKey';
import { keyById } from '../stores/keyById';
import type { KeyRef } from '../stores/keyRef';
import type { KeyStore } from '../stores/keyStore';
import { isKeyNode } from '../tree/nodes';
import { offerSignIn } from './offerSignIn';

/** Which keys a command is about: from its arguments, or else from the user. */
export class KeyArguments {
  constructor(
    private readonly store: KeyStore,
    private readonly connections: ConnectionStore,
    private readonly chosenRows: () => Promise<readonly unknown[]>,
  ) {}

  /** The keys named by id or row, those that a key binding means, or one that the user picks. Empty when the user left. */
  async keys(
    args: readonly unknown[],
    placeholder: string,
    accepts?: (ref: KeyRef) => boolean,
  ): Promise<readonly KeyRef[]> {
    const given = await this.given(args);
    // A key binding on a row that is no key means nothing.
    if (given.length > 0 || isSelection(args[0])) return given;
    const picked = await this.pick(placeholder, accepts);
    return picked ? [picked] : [];
  }

  async key(args: readonly unknown[], placeholder: string): Promise<KeyRef | undefined> {
    return (await this.keys(args.slice(0, 1), placeholder))[0];
  }

  /** The keys that the arguments name. Throws for an id that no organization is known to have, and says why. */
  async given(args: readonly unknown[]): Promise<readonly KeyRef[]> {
    const [first, selection] = args;
    // A menu passes the row that was clicked, and the selection when that row is part of it.
    const chosen = isSelection(first) ? await this.chosenRows() : args;
    const all = Array.isArray(selection) ? (selection as readonly unknown[]) : chosen;
    const refs = await Promise.all(all.map(argument => this.#resolve(argument)));
    const found = refs.filter(ref => ref !== undefined);
    if (found.length === 0 && typeof first === 'string' && !isSelection(first)) {
      const { unknownKey } = await import('../words/unknownKey');
      throw new Error(unknownKey(this.store, this.connections, first));
    }
    return found;
  }

  async pick(placeholder: string, accepts?: (ref: KeyRef) => boolean): Promise<KeyRef | undefined> {
    if (this.connections.list().length === 0) {
      await offerSignIn();
      return undefined;
    }
    return await pickKey(this.store, this.connections, placeholder, accepts);
  }

  async #resolve(argument: unknown): Promise<KeyRef | undefined> {
    if (isKeyNode(argument)) {
      const key = this.store.find(argument.connectionId, argument.keyId);
      return key && { connectionId: argument.connectionId, key };
    }
    return typeof argument === 'string' ? await keyById(this.store, this.connections, argument) : undefined;
  }
}

/** What package.json gives a key binding, which gets no row. */
function isSelection(argument: unknown): boolean {
  return argument === 'selection';
}
