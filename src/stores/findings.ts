import * as vscode from 'vscode';
import type { ConnectionStore } from '../connections/connectionStore';
import { Disposable } from '../disposable';
import type { FindingInput } from '../model/findings/estate';
import type { BrokenRule, Finding, FindingRule } from '../model/findings/finding';
import { findingsOf } from '../model/findings/findingsOf';
import { keyOfFinding } from '../model/findings/rules';
import { stateSince } from '../model/stateSince';
import type { Settings } from '../settings';
import type { ClusterStore } from './clusterStore';
import type { HeldKeys } from './heldKeys';
import type { KeyHistory } from './keyHistory';
import type { KeyStore } from './keyStore';
import type { Mute } from './mutedFindings';
import { MutedFindings } from './mutedFindings';
import type { QuotaStore } from './quotaStore';

/** Where findings come from. */
export interface FindingSources {
  readonly store: KeyStore;
  readonly clusters: ClusterStore;
  readonly quotas: QuotaStore;
  readonly held: HeldKeys;
  readonly history: KeyHistory;
  readonly connections: ConnectionStore;
  readonly settings: Settings;
  readonly memento: vscode.Memento;
}

export interface MutedFinding extends Finding {
  readonly mute: Mute;
}

/** What is found in one organization, as far as it is loaded. */
export interface ConnectionFindings {
  /** The worst first. */
  readonly open: readonly Finding[];
  readonly muted: readonly MutedFinding[];
  /** Rules that failed on something: what they would have found is not known. */
  readonly broken: readonly BrokenRule[];
  /** Rules that need clusters or a quota that nobody has asked for yet, or that could not be had. */
  readonly skipped: readonly FindingRule[];
}

interface Made {
  readonly parts: readonly unknown[];
  readonly at: number;
  readonly found: ConnectionFindings;
}

/** For how long findings are given again while nothing has changed, in ms: some come with time alone. */
const findingsLast = 60_000;

/** How old the clusters may be that somebody goes by who asks for findings, in ms. */
const clustersLast = 10 * 60_000;

/** The findings of each organization, made when somebody asks. */
export class Findings extends Disposable {
  readonly #changes = this.register(new vscode.EventEmitter<string>());
  /**
   * Gives the id of a connection whose findings may be others now. While a list of keys arrives, that is with every
   * page: who draws them bides its time.
   */
  readonly onDidChange = this.#changes.event;
  readonly #muted: MutedFindings;
  readonly #made = new Map<string, Made>();

  constructor(private readonly sources: FindingSources) {
    super();
    const { store, clusters, quotas, connections, memento } = sources;
    this.#muted = new MutedFindings(memento);
    this.register(
      store.onDidChange(({ connectionId, what }) => {
        this.#forgetGone(connectionId);
        // A refresh that brought nothing new is the time to see what came with time alone.
        if (what === 'keys' || !store.of(connectionId).isLoading) this.#changes.fire(connectionId);
      }),
    );
    for (const { id } of connections.list()) this.#forgetGone(id);
    this.register(clusters.onDidChange(id => this.#changes.fire(id)));
    this.register(quotas.onDidChange(id => this.#changes.fire(id)));
    this.register(
      connections.onDidChange(({ removed }) => removed.forEach(({ id }) => this.#made.delete(id))),
    );
    this.register(
      vscode.workspace.onDidChangeConfiguration(event => {
        if (event.affectsConfiguration('byok.staleAfter'))
          for (const { id } of connections.list()) this.#changes.fire(id);
      }),
    );
  }

  /** Fetches what the rules need and nobody has asked for yet. Never rejects: what could not be had makes rules skip. */
  async load(connectionId: string): Promise<ConnectionFindings> {
    const { store, clusters, quotas } = this.sources;
    await Promise.all([
      store.of(connectionId).loadedAt === undefined ? store.refresh(connectionId) : undefined,
      clusters.load(connectionId, clustersLast).catch(() => undefined),
      quotas.ensure(connectionId),
    ]);
    return this.of(connectionId);
  }

  /** By what is loaded: fetches nothing. The same object as long as nothing has changed. */
  of(connectionId: string): ConnectionFindings {
    const { store, clusters, quotas, settings } = this.sources;
    const mutes = this.#muted.of(connectionId);
    const { keys, unreadable } = store.of(connectionId);
    const [seen, quota, staleAfterDays] = [
      clusters.of(connectionId),
      quotas.of(connectionId),
      settings.staleAfterDays(),
    ];
    const parts = [keys, unreadable, seen, quota, staleAfterDays, JSON.stringify([...mutes])];
    const now = Date.now();
    const before = this.#made.get(connectionId);
    if (
      before &&
      now - before.at < findingsLast &&
      before.parts.every((part, index) => part === parts[index])
    ) {
      return before.found;
    }
    const input = { keys, unreadable, clusters: seen, quota, staleAfterDays, now };
    const found = this.#find(connectionId, input, mutes);
    this.#made.set(connectionId, { parts, at: now, found });
    return found;
  }

  /** Only what is found now can be muted: throws for anything else. */
  async mute(connectionId: string, findingId: string, reason: string): Promise<void> {
    const { open, muted } = this.of(connectionId);
    if (![...open, ...muted].some(({ id }) => id === findingId)) {
      throw new Error(vscode.l10n.t('There is no such finding any more.'));
    }
    await this.#muted.mute(connectionId, findingId, reason);
    this.#changes.fire(connectionId);
  }

  async unmute(connectionId: string, findingId: string): Promise<void> {
    await this.#muted.unmute(connectionId, findingId);
    this.#changes.fire(connectionId);
  }

  /** What was muted of a key goes with it, once a complete list does not have it any more. */
  #forgetGone(connectionId: string): void {
    const { keys, unreadable, loadedAt, isLoading, failure } = this.sources.store.of(connectionId);
    if (loadedAt === undefined || isLoading || failure !== undefined) return;
    const there = new Set([...keys, ...unreadable].map(({ id }) => id));
    void this.#muted.forget(connectionId, findingId => {
      const keyId = keyOfFinding(findingId);
      return keyId !== undefined && !there.has(keyId);
    });
  }

  #find(
    connectionId: string,
    input: Omit<FindingInput, 'heldSince' | 'stateSince'>,
    mutes: ReadonlyMap<string, Mute>,
  ): ConnectionFindings {
    const { held, history } = this.sources;
    const { findings, broken, skipped } = findingsOf({
      ...input,
      heldSince: keyId => held.since(connectionId, keyId),
      stateSince: keyId => stateSince(history.timelineOf(connectionId, keyId)),
    });
    return {
      open: findings.filter(({ id }) => !mutes.has(id)),
      muted: findings.flatMap(finding => {
        const mute = mutes.get(finding.id);
        return mute ? [{ ...finding, mute }] : [];
      }),
      broken,
      skipped,
    };
  }
}
