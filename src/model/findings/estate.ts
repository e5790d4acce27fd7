import { cloudKeyIdentity } from '../cloudKeyIdentity';
import type { Cluster, Quota } from '../cluster';
import type { Key, UnreadableKey } from '../key';
import { cloudIdentifier } from '../key';
import type { SeenClusters } from '../usage';

/** What findings are made of. */
export interface FindingInput {
  readonly keys: readonly Key[];
  readonly unreadable: readonly UnreadableKey[];
  /** Undefined where nobody has looked for clusters yet, or they could not be listed. */
  readonly clusters: SeenClusters | undefined;
  readonly quota: Quota | undefined;
  /** In ms since 1970. */
  readonly now: number;
  /** After how many days without a cluster a key counts as left over. */
  readonly staleAfterDays: number;
  /** When the key was first seen in use without a cluster, in ms since 1970. */
  readonly heldSince: (keyId: string) => number | undefined;
  /** When the key was seen to come into its state, in ms since 1970; undefined where it never was in another. */
  readonly stateSince: (keyId: string) => number | undefined;
}

const none: readonly never[] = [];

/** The input, with what belongs together found in one pass. */
export class Estate {
  readonly #clusters = new Map<string, Cluster[]>();
  readonly #legacy = new Map<string, Cluster[]>();
  /** The first key of each identity, and all of them where there are several. */
  readonly #first = new Map<string, Key>();
  readonly #several = new Map<string, Key[]>();

  constructor(readonly input: FindingInput) {
    for (const cluster of input.clusters?.clusters ?? []) {
      // A cluster that has both fields has its key from the BYOK API.
      const { keyId, legacyEncryptionKey: legacy } = cluster;
      if (keyId !== undefined) add(this.#clusters, keyId, cluster);
      else if (legacy !== undefined) add(this.#legacy, cloudKeyIdentity(legacy), cluster);
    }
    for (const key of input.keys) this.#addKey(key);
  }

  get environments(): number {
    return this.input.clusters?.environments.length ?? 0;
  }

  /** How many of the environments did not show their clusters. */
  get closed(): number {
    return this.input.clusters?.closed.length ?? 0;
  }

  /** The clusters that were created with the registered key. */
  clustersOf(key: Key): readonly Cluster[] {
    return this.#clusters.get(key.id) ?? none;
  }

  /** The clusters from before the BYOK API that name the same key in its cloud. */
  legacyOf(key: Key): readonly Cluster[] {
    const identity = this.#legacy.size === 0 ? undefined : identityOf(key);
    return (identity === undefined ? undefined : this.#legacy.get(identity)) ?? none;
  }

  /** All registrations of the key in its cloud, in the order of the keys, where there are several. */
  registrationsOf(key: Key): readonly Key[] {
    const identity = this.#several.size === 0 ? undefined : identityOf(key);
    return (identity === undefined ? undefined : this.#several.get(identity)) ?? none;
  }

  /** The registrations of the key that a cluster from before the BYOK API names. */
  registrationsOfLegacy(identifier: string): readonly Key[] {
    const identity = cloudKeyIdentity(identifier);
    const first = this.#first.get(identity);
    return this.#several.get(identity) ?? (first ? [first] : none);
  }

  #addKey(key: Key): void {
    try {
      const identity = identityOf(key);
      if (identity === undefined) return;
      const first = this.#first.get(identity);
      if (!first) this.#first.set(identity, key);
      else if (this.#several.has(identity)) add(this.#several, identity, key);
      else this.#several.set(identity, [first, key]);
    } catch {
      // The rules that look at this key themselves will say so.
    }
  }
}

function identityOf({ cloudKey }: Key): string | undefined {
  const identifier = cloudIdentifier(cloudKey);
  return identifier === undefined ? undefined : cloudKeyIdentity(identifier);
}

function add<T>(groups: Map<string, T[]>, name: string, item: T): void {
  const group = groups.get(name);
  if (group) group.push(item);
  else groups.set(name, [item]);
}
