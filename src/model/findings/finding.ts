import type { Cluster } from '../cluster';

/** `error`: a cluster or its data is at risk now. `warning`: something does not work, or will not. `info`: worth a look. */
export const severities = ['error', 'warning', 'info'] as const;
export type Severity = (typeof severities)[number];

/** What a finding is about. The order is that of the lists, within one severity. */
export const findingRules = [
  'invalidInUse',
  'otherCloud',
  'otherRegion',
  'invalid',
  'waitingLong',
  'registeredTwice',
  'quotaFull',
  'importedKey',
  'googleMultiRegion',
  'unreadable',
  'inUseUnseen',
  'legacyKey',
  'unused',
  'quotaNear',
  'awsMultiRegion',
  'unnamed',
] as const;
export type FindingRule = (typeof findingRules)[number];

/** A cluster as evidence names it. */
export type EvidentCluster = Pick<Cluster, 'id' | 'displayName' | 'environmentId' | 'cloud' | 'region'>;

/** A fact that a rule went by, in no language. All text comes from the service and is untrusted. Times in ms since 1970. */
export type Evidence =
  | { readonly code: 'invalidSince' | 'waitingSince' | 'availableSince' | 'unseenSince'; readonly at: number }
  | { readonly code: 'message'; readonly text: string }
  | { readonly code: 'unreadable'; readonly text: string }
  | { readonly code: 'cluster' | 'legacyCluster'; readonly cluster: EvidentCluster }
  | { readonly code: 'place'; readonly provider: string; readonly region: string | undefined }
  | { readonly code: 'cloudKey'; readonly identifier: string }
  | { readonly code: 'sameKey'; readonly keyId: string; readonly displayName: string | undefined }
  | { readonly code: 'more'; readonly count: number }
  | { readonly code: 'lookedAt'; readonly environments: number; readonly closed: number }
  | { readonly code: 'location'; readonly location: string }
  | { readonly code: 'quota'; readonly used: number; readonly limit: number };

/** Something about a key, a cluster or the organization that somebody should know. */
export interface Finding {
  /** The rule and what it is about, such as `invalid:cck-12345`: the same as long as it holds. */
  readonly id: string;
  readonly rule: FindingRule;
  readonly severity: Severity;
  /** The registered key it is about; undefined where it is about a cluster or the organization. */
  readonly keyId: string | undefined;
  readonly clusterIds: readonly string[];
  readonly evidence: readonly Evidence[];
}

/** A rule that could not look at something, which must not keep the others from it. */
export interface BrokenRule {
  readonly rule: FindingRule;
  /** What it looked at: the id of a key or a cluster, or `organization`. */
  readonly subject: string;
  readonly error: string;
}
