import { byText } from '../byText';
import { cloudKeyParts, type CloudKeyParts } from '../cloudKeyParts';
import type { Cluster, Environment, Quota } from '../cluster';
import type { Finding } from '../findings/finding';
import type { Key, UnreadableKey } from '../key';
import { cloudIdentifier } from '../key';
import { quotaUse, type QuotaUse } from '../quotaUse';
import { regionOf } from '../region';
import { legacyClusters, type SeenClusters } from '../usage';

/** Why a finding is muted, and since when, in ms since 1970. */
export interface InventoryMute {
  readonly reason: string;
  readonly at: number;
}

export interface InventoryInput {
  /** What the user calls the organization. */
  readonly organization: string;
  readonly keys: readonly Key[];
  readonly unreadable: readonly UnreadableKey[];
  readonly clusters: SeenClusters | undefined;
  readonly quota: Quota | undefined;
  readonly open: readonly Finding[];
  readonly muted: readonly (Finding & { readonly mute: InventoryMute })[];
}

export interface InventoryFinding extends Finding {
  readonly mute: InventoryMute | undefined;
}

export interface InventoryCluster extends Cluster {
  readonly environment: Environment | undefined;
}

/** A registered key with all that is known about it. */
export interface InventoryKey {
  readonly key: Key;
  readonly cloudIdentifier: string | undefined;
  readonly region: string | undefined;
  readonly parts: CloudKeyParts;
  /** Undefined where nobody knows the clusters. */
  readonly clusters: readonly InventoryCluster[] | undefined;
  readonly findings: readonly InventoryFinding[];
}

/** A key that the BYOK API does not know, and the cluster that it encrypts. */
export interface InventoryLegacy {
  readonly cloudIdentifier: string;
  readonly cluster: InventoryCluster;
  readonly findings: readonly InventoryFinding[];
}

/**
 * All keys of an organization with all that is known, in an order that depends on nothing but their ids, and without
 * the time it was made: two of the same state are the same.
 */
export interface Inventory {
  readonly organization: string;
  /** Undefined where nobody knows the clusters. */
  readonly environments:
    { readonly seen: readonly Environment[]; readonly closed: readonly Environment[] } | undefined;
  readonly clusters: readonly InventoryCluster[] | undefined;
  readonly quota: QuotaUse | undefined;
  readonly keys: readonly InventoryKey[];
  readonly legacy: readonly InventoryLegacy[];
  readonly unreadable: readonly UnreadableKey[];
  /** All of them, in the order of the lists, those that are open first. */
  readonly findings: readonly InventoryFinding[];
  /** Those among them that stand at none of the keys above. */
  readonly otherFindings: readonly InventoryFinding[];
}

export function inventoryOf(input: InventoryInput): Inventory {
  const { organization, keys, quota, unreadable, clusters: seen } = input;
  const findings = [...input.open.map(finding => ({ ...finding, mute: undefined })), ...input.muted];
  const byKey = Map.groupBy(findings, ({ keyId }) => keyId);
  const ids = new Set<string | undefined>(keys.map(({ id }) => id));
  const environments = new Map(seen?.environments.map(environment => [environment.id, environment]));
  const clusters = seen?.clusters
    .map(cluster => ({ ...cluster, environment: environments.get(cluster.environmentId) }))
    .sort(byId);
  const clustersOf = Map.groupBy(clusters ?? [], ({ keyId }) => keyId);
  return {
    organization,
    environments: seen && { seen: seen.environments.toSorted(byId), closed: seen.closed.toSorted(byId) },
    clusters,
    quota: quota && quotaUse(quota, keys.length + unreadable.length),
    keys: keys.toSorted(byId).map(key => ({
      key,
      cloudIdentifier: cloudIdentifier(key.cloudKey),
      region: regionOf(key),
      parts: cloudKeyParts(key.cloudKey),
      clusters: seen && (clustersOf.get(key.id) ?? []),
      findings: byKey.get(key.id) ?? [],
    })),
    legacy: legacyClusters(clusters ?? []).map(cluster => ({
      cloudIdentifier: cluster.legacyEncryptionKey ?? '',
      cluster: cluster as InventoryCluster,
      findings: findings.filter(
        ({ rule, clusterIds }) => rule === 'legacyKey' && clusterIds.includes(cluster.id),
      ),
    })),
    unreadable: unreadable.toSorted((a, b) => byText(a.id ?? '', b.id ?? '')),
    findings,
    otherFindings: findings.filter(({ rule, keyId }) => rule !== 'legacyKey' && !ids.has(keyId)),
  };
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return byText(a.id, b.id);
}
