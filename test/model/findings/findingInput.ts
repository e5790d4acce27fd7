import assert from 'node:assert/strict';
import type { FindingInput } from '../../../src/model/findings/estate';
import type { Cluster } from '../../../src/model/cluster';
import { findingsOf } from '../../../src/model/findings/findingsOf';
import type { Key } from '../../../src/model/key';
import type { SeenClusters } from '../../../src/model/usage';
import { someCluster, someKey, type KeyParts } from '../../factories';

export const now = Date.parse('2026-06-01T00:00:00Z');
export const hour = 60 * 60_000;
export const day = 24 * hour;

/** The time that long before now, as the service writes it. */
export function before(ms: number): string {
  return new Date(now - ms).toISOString();
}

/** An organization of which everything is known, and in which there is nothing unless `parts` say so. */
export function findingInput(parts: Partial<FindingInput> = {}): FindingInput {
  return {
    keys: [],
    unreadable: [],
    clusters: seen(),
    quota: { id: 'byok.max_keys.per_org', limit: 20, usage: undefined },
    now,
    staleAfterDays: 90,
    heldSince: () => undefined,
    stateSince: () => undefined,
    ...parts,
  };
}

export function seen(...clusters: readonly Cluster[]): SeenClusters {
  return { environments: [{ id: 'env-1', displayName: 'prod' }], closed: [], clusters, loadedAt: now };
}

/** A named, valid key of an hour ago, with changes. */
export const namedKey = (parts: KeyParts = {}, id = 'cck-1'): Key =>
  someKey(id, { name: 'orders', createdAt: before(hour), ...parts });

export const withArn = (keyArn: string, parts: KeyParts = {}): Key => ({
  ...namedKey(parts),
  cloudKey: { kind: 'AwsKey', keyArn, roles: [] },
});

export function azure(id: string, keyId: string): Key {
  const made = namedKey({ provider: 'Azure', region: 'westeurope' }, id);
  return made.cloudKey.kind === 'AzureKey' ? { ...made, cloudKey: { ...made.cloudKey, keyId } } : made;
}

export function gcp(id: string, location: string, version = ''): Key {
  const keyId = `projects/acme/locations/${location}/keyRings/r/cryptoKeys/k${version}`;
  const made = namedKey({ provider: 'GCP', region: null }, id);
  return { ...made, cloudKey: { kind: 'GcpKey', keyId, securityGroup: undefined } };
}

export const legacyArn = 'arn:aws:kms:eu-west-1:111122223333:key/cck-1';
export const cluster = someCluster('lkc-1', { keyId: 'cck-1' });
export const legacy = someCluster('lkc-9', { legacyEncryptionKey: legacyArn });
export const inUse = { state: 'IN_USE' };

/** What is there, and which findings come of it, each with its severity. */
export type FindingCase = readonly [label: string, input: Partial<FindingInput>, findings: readonly string[]];

export function checkFindings(cases: readonly FindingCase[]): void {
  for (const [label, parts, expected] of cases) {
    it(`${label}: ${expected.join(', ') || 'nothing'}`, () => {
      const { findings, broken } = findingsOf(findingInput(parts));
      assert.deepEqual(
        { findings: findings.map(({ severity, id }) => `${severity} ${id}`), broken },
        { findings: expected, broken: [] },
      );
    });
  }
}
