import type { Cluster } from '../cluster';
import type { Key, UnreadableKey } from '../key';
import type { Estate } from './estate';
import type { Evidence, EvidentCluster, FindingRule, Severity } from './finding';

/** What a rule found: the facts it went by. */
export interface Found {
  readonly evidence: readonly Evidence[];
  readonly clusters?: readonly Cluster[];
  /** Another severity than the rule's own. */
  readonly severity?: Severity;
  /** Where the rule does not look at keys: the one that it is about all the same. */
  readonly keyId?: string;
}

interface RuleOn<About extends string, Subjects extends readonly unknown[]> {
  readonly rule: FindingRule;
  readonly about: About;
  readonly severity: Severity;
  /** What must be known; where it is not, the rule is skipped, and said to be. */
  readonly needs?: 'clusters' | 'quota';
  readonly look: (...subject: [...Subjects, Estate]) => Found | undefined;
}

/** One kind of finding. Pure: what it looks at comes in, and it changes nothing. */
export type Rule =
  | RuleOn<'key', [Key]>
  | RuleOn<'cluster', [Cluster]>
  | RuleOn<'unreadable', [UnreadableKey]>
  | RuleOn<'organization', []>;

/** How many of a kind evidence names one by one. */
const named = 10;

/** The evidence for each of the items, up to a number of them, and how many more there are. */
export function evidenceOf<T>(items: readonly T[], evidence: (item: T) => Evidence): readonly Evidence[] {
  const shown = items.slice(0, named).map(evidence);
  return items.length > named ? [...shown, { code: 'more', count: items.length - named }] : shown;
}

export function clusterEvidence(clusters: readonly Cluster[]): readonly Evidence[] {
  return evidenceOf(clusters, cluster => ({ code: 'cluster', cluster: evident(cluster) }));
}

export function evident({ id, displayName, environmentId, cloud, region }: Cluster): EvidentCluster {
  return { id, displayName, environmentId, cloud, region };
}
