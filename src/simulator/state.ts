import type { Behaviour } from './behaviour';
import type { SimulatorClock } from './clock';
import type {
  Grant,
  SimulatedCluster,
  SimulatedEnvironment,
  SimulatedKey,
  SimulatedOrganization,
} from './organization';
import { newestFirst } from './newestFirst';
import { randomText } from './randomText';
import { afterAttempt, type Attempt, type PlannedPhase, ValidationPlans } from './validation';

/** The organization as it is now. Lists are newest first; what has become due by the clock has happened. */
export class State {
  readonly organization: SimulatedOrganization;
  readonly #clock: SimulatorClock;
  readonly #behaviour: Behaviour;
  readonly #keys: Map<string, SimulatedKey>;
  readonly #clusters: Map<string, SimulatedCluster>;
  readonly #holds: Map<string, number>;
  readonly #plans = new ValidationPlans();
  // Ids are never used again, not even those of what was deleted.
  readonly #everUsed: Set<string>;
  // Sorted again only after a change: a list of 10,000 keys is asked for a hundred times in a row.
  #newestKeys: readonly SimulatedKey[] | undefined;
  #keysOfClusters: ReadonlySet<string> | undefined;

  constructor(organization: SimulatedOrganization, clock: SimulatorClock, behaviour: Behaviour) {
    this.organization = organization;
    this.#clock = clock;
    this.#behaviour = behaviour;
    this.#keys = new Map(organization.keys.map(key => [key.id, key]));
    this.#clusters = new Map(organization.clusters.map(cluster => [cluster.id, cluster]));
    this.#holds = new Map(organization.holds.map(hold => [hold.keyId, hold.until]));
    this.#everUsed = new Set([...this.#keys.keys(), ...this.#clusters.keys()]);
  }

  now(): number {
    return this.#clock.now();
  }

  keys(): readonly SimulatedKey[] {
    this.#settle();
    this.#newestKeys ??= [...this.#keys.values()].sort(newestFirst);
    return this.#newestKeys;
  }

  key(id: string): SimulatedKey | undefined {
    this.#settle();
    return this.#keys.get(id);
  }

  putKey(key: SimulatedKey): void {
    this.#keys.set(key.id, key);
    this.#newestKeys = undefined;
  }

  deleteKey(id: string): void {
    this.#keys.delete(id);
    this.#newestKeys = undefined;
  }

  /** Whether a cluster has the key, or had it less than five days ago. */
  isInUse(keyId: string): boolean {
    this.#keysOfClusters ??= new Set(
      [...this.#clusters.values()].flatMap(cluster => (cluster.keyId === undefined ? [] : [cluster.keyId])),
    );
    return this.#keysOfClusters.has(keyId) || (this.#holds.get(keyId) ?? 0) > this.now();
  }

  attempt(attempt: Attempt): void {
    const key = this.#keys.get(attempt.keyId);
    if (key !== undefined) this.putKey(afterAttempt(key, attempt));
  }

  plan(keyId: string, plan: readonly PlannedPhase[]): void {
    this.#settle();
    this.#plans.script(keyId, plan, this.now());
  }

  forgetPlan(keyId: string): void {
    this.#settle();
    this.#plans.forget(keyId);
  }

  environments(grant: Grant): readonly SimulatedEnvironment[] {
    const { environments } = this.organization;
    return environments
      .filter(({ id }) => grant.environments === undefined || grant.environments.includes(id))
      .sort(newestFirst);
  }

  clusters(environmentId: string): readonly SimulatedCluster[] {
    return [...this.#clusters.values()]
      .filter(cluster => cluster.environmentId === environmentId)
      .sort(newestFirst);
  }

  cluster(id: string): SimulatedCluster | undefined {
    return this.#clusters.get(id);
  }

  putCluster(cluster: SimulatedCluster): void {
    this.#clusters.set(cluster.id, cluster);
    this.#keysOfClusters = undefined;
  }

  /** Deletes a cluster; its key stays held for a while. */
  deleteCluster(cluster: SimulatedCluster): void {
    this.#clusters.delete(cluster.id);
    this.#keysOfClusters = undefined;
    if (cluster.keyId !== undefined) {
      this.#holds.set(cluster.keyId, this.now() + this.#behaviour.holdDuration);
    }
  }

  /** An id such as `cck-4x0ab` that nothing has or had. */
  mintId(prefix: 'cck' | 'lkc'): string {
    const id = `${prefix}-${randomText(5)}`;
    if (this.#everUsed.has(id)) return this.mintId(prefix);
    this.#everUsed.add(id);
    return id;
  }

  #settle(): void {
    for (const attempt of this.#plans.takeDue(this.now())) this.attempt(attempt);
  }
}
