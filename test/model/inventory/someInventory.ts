import { findingsOf } from '../../../src/model/findings/findingsOf';
import type { Inventory, InventoryInput } from '../../../src/model/inventory/inventory';
import { inventoryOf } from '../../../src/model/inventory/inventory';
import { someCluster, someKey } from '../../factories';
import { before, day, findingInput, legacy, now, seen } from '../findings/findingInput';

const clusters = seen(
  someCluster('lkc-2', { keyId: 'cck-b', displayName: 'orders' }),
  someCluster('lkc-1', { keyId: 'cck-b', displayName: undefined, environmentId: 'env-2' }),
  legacy,
);

export const mute = { reason: 'Agreed until March', at: now - day };

/** An organization with a key of each cloud, a legacy one, and one that cannot be read. */
export function inventoryInput(parts: Partial<InventoryInput> = {}): InventoryInput {
  const keys = [
    someKey('cck-c', { name: 'reco', provider: 'GCP', region: 'europe', createdAt: before(100 * day) }),
    someKey('cck-b', {
      name: 'orders',
      state: 'IN_USE',
      phase: 'INVALID',
      message: 'Access to key denied.',
      createdAt: before(10 * day),
    }),
    someKey('cck-a', { provider: 'Azure', region: null, phase: 'INITIALIZING', createdAt: before(day) }),
  ];
  const unreadable = [{ id: 'cck-z', reason: 'no key.kind', raw: {} }];
  const quota = { id: 'byok.max_keys.per_org', limit: 4, usage: 4 };
  const { findings } = findingsOf(findingInput({ keys, unreadable, clusters, quota }));
  return {
    organization: 'Acme',
    keys,
    unreadable,
    clusters,
    quota,
    open: findings.filter(({ rule }) => rule !== 'unused'),
    muted: findings.filter(({ rule }) => rule === 'unused').map(finding => ({ ...finding, mute })),
    ...parts,
  };
}

export function someInventory(parts: Partial<InventoryInput> = {}): Inventory {
  return inventoryOf(inventoryInput(parts));
}
