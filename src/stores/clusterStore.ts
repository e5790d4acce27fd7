import * as vscode from 'vscode';
import type { ConfluentCloud } from '../api/confluentCloud';
import { concurrently } from '../concurrently';
import type { ConnectionStore } from '../connections/connectionStore';
import { Disposable } from '../disposable';
import type { Environment } from '../model/cluster';
import type { SeenClusters } from '../model/usage';

/** How many environments are asked for their clusters at a time. */
const concurrency = 6;

/** The clusters of each connection: asked for when somebody wants to know who uses a key, and kept for a while. */
export class ClusterStore extends Disposable {
  readonly #changes = this.register(new vscode.EventEmitter<string>());
  /** Gives the id of the connection whose clusters are others now, or could not be listed. */
  readonly onDidChange = this.#changes.event;
  readonly #seen = new Map<string, SeenClusters>();
  readonly #failures = new Map<string, unknown>();
  readonly #loading = new Map<
    string,
    { readonly controller: AbortController; readonly done: Promise<SeenClusters> }
  >();

  constructor(
    private readonly serviceOf: (
      connectionId: string,
    ) => Promise<Pick<ConfluentCloud, 'environments' | 'clusters'>>,
    connections: ConnectionStore,
  ) {
    super();
    this.register(
      connections.onDidChange(({ removed, changed }) => {
        for (const { id } of [...removed, ...changed]) this.#forget(id);
      }),
    );
  }

  override dispose(): void {
    for (const { controller } of this.#loading.values()) controller.abort();
    super.dispose();
  }

  /** What was seen last; undefined when nobody asked yet. */
  of(connectionId: string): SeenClusters | undefined {
    return this.#seen.get(connectionId);
  }

  /** Why the last attempt failed; undefined when it did not. */
  failureOf(connectionId: string): unknown {
    return this.#failures.get(connectionId);
  }

  /** The clusters, not older than `maxAge` ms. Throws what the service throws. */
  async load(connectionId: string, maxAge = 60_000): Promise<SeenClusters> {
    const seen = this.#seen.get(connectionId);
    if (seen && Date.now() - seen.loadedAt <= maxAge) return seen;
    const loading = this.#loading.get(connectionId) ?? this.#start(connectionId);
    return await loading.done;
  }

  #start(connectionId: string): {
    readonly controller: AbortController;
    readonly done: Promise<SeenClusters>;
  } {
    const controller = new AbortController();
    const loading = { controller, done: this.#list(connectionId, controller.signal) };
    const isCurrent = (): boolean => this.#loading.get(connectionId) === loading;
    this.#loading.set(connectionId, loading);
    loading.done.then(
      seen => {
        if (!isCurrent()) return;
        this.#loading.delete(connectionId);
        this.#failures.delete(connectionId);
        this.#seen.set(connectionId, seen);
        this.#changes.fire(connectionId);
      },
      (error: unknown) => {
        if (!isCurrent()) return;
        this.#loading.delete(connectionId);
        this.#failures.set(connectionId, error);
        this.#changes.fire(connectionId);
      },
    );
    return loading;
  }

  async #list(connectionId: string, signal: AbortSignal): Promise<SeenClusters> {
    const service = await this.serviceOf(connectionId);
    const environments = await service.environments.list(signal);
    const closed: Environment[] = [];
    const failures: unknown[] = [];
    const clusters = await concurrently(concurrency, environments, async environment => {
      try {
        return await service.clusters.list(environment.id, signal);
      } catch (error) {
        if (signal.aborted) throw error;
        failures.push(error);
        closed.push(environment);
        return [];
      }
    });
    if (failures.length > 0 && failures.length === environments.length) throw failures[0];
    return { environments, closed, clusters: clusters.flat(), loadedAt: Date.now() };
  }

  #forget(connectionId: string): void {
    this.#loading.get(connectionId)?.controller.abort();
    this.#loading.delete(connectionId);
    this.#failures.delete(connectionId);
    if (this.#seen.delete(connectionId)) this.#changes.fire(connectionId);
  }
}
