import type * as vscode from 'vscode';
import { cleanText } from '../api/cleanText';
import { entryOf, lastThatFit } from './keptOfConnection';

/** Why a finding is not to be shown among the open ones, in the words of whoever muted it. */
export interface Mute {
  readonly reason: string;
  /** In ms since 1970. */
  readonly at: number;
}

/** In graphemes. */
export const reasonLimit = 300;

/** The most that are kept of one connection; the oldest go first. */
const mutesLimit = 1000;

/**
 * Which findings are muted, by the finding's id: so for one rule and one key. Kept on this machine between sessions,
 * at most 1,000 and 131,072 UTF-16 units of JSON of one connection, without anything secret.
 */
export class MutedFindings {
  constructor(private readonly memento: vscode.Memento) {}

  of(connectionId: string): ReadonlyMap<string, Mute> {
    const kept = this.memento.get<unknown>(entryOf('muted', connectionId));
    const entries = typeof kept === 'object' && kept !== null ? Object.entries(kept) : [];
    return new Map(entries.filter((entry): entry is [string, Mute] => isMute(entry[1])));
  }

  /** Muted again, a finding has the new reason. */
  async mute(connectionId: string, findingId: string, reason: string, at = Date.now()): Promise<void> {
    const others = [...this.of(connectionId)].filter(([id]) => id !== findingId);
    const mute: Mute = { reason: cleanText(reason.trim(), reasonLimit), at };
    await this.#write(connectionId, [...others, [findingId, mute]]);
  }

  async unmute(connectionId: string, findingId: string): Promise<void> {
    const mutes = this.of(connectionId);
    if (mutes.has(findingId))
      await this.#write(
        connectionId,
        [...mutes].filter(([id]) => id !== findingId),
      );
  }

  /** Lets go of those that are of no use any more. */
  async forget(connectionId: string, isOver: (findingId: string) => boolean): Promise<void> {
    const mutes = this.of(connectionId);
    const kept = [...mutes].filter(([id]) => !isOver(id));
    if (kept.length < mutes.size) await this.#write(connectionId, kept);
  }

  async #write(connectionId: string, mutes: readonly (readonly [string, Mute])[]): Promise<void> {
    const kept = lastThatFit(mutes.slice(-mutesLimit));
    await this.memento.update(
      entryOf('muted', connectionId),
      kept.length === 0 ? undefined : Object.fromEntries(kept),
    );
  }
}

function isMute(value: unknown): value is Mute {
  return (
    typeof value === 'object' &&
    value !== null &&
    'reason' in value &&
    typeof value.reason === 'string' &&
    'at' in value &&
    typeof value.at === 'number'
  );
}
