import fc from 'fast-check';
import assert from 'node:assert/strict';
import { csvOf } from '../../../src/model/inventory/csv';
import { inventoryOf, type InventoryInput } from '../../../src/model/inventory/inventory';
import { jsonOf } from '../../../src/model/inventory/json';
import { inventoryInput, someInventory } from './someInventory';

interface Document {
  readonly keys: readonly Readonly<Record<string, unknown>>[];
  readonly [member: string]: unknown;
}

const read = (parts: Partial<InventoryInput> = {}): Document =>
  JSON.parse(jsonOf(someInventory(parts))) as Document;

describe('the inventory as JSON', () => {
  it('has what is about the organization', () => {
    const { keys, ...rest } = read();
    const cluster = {
      id: 'lkc-9',
      environment: { id: 'env-1', display_name: 'prod' },
      cloud: 'AWS',
      region: 'eu-west-1',
      type: 'Dedicated',
      phase: 'PROVISIONED',
    };
    const cloudIdentifier = 'arn:aws:kms:eu-west-1:111122223333:key/cck-1';
    assert.equal(keys.length, 3);
    assert.deepEqual(rest, {
      format: 'confluent-byok-inventory',
      version: 1,
      organization: 'Acme',
      quota: { used: 4, limit: 4 },
      environments: { seen: [{ id: 'env-1', display_name: 'prod' }], closed: [] },
      legacy_keys: [
        {
          cloud_identifier: cloudIdentifier,
          cluster,
          findings: [
            {
              id: 'legacyKey:lkc-9',
              rule: 'legacyKey',
              severity: 'info',
              evidence: [
                { code: 'legacyCluster', cluster: 'lkc-9' },
                { code: 'cloudKey', identifier: cloudIdentifier },
              ],
            },
          ],
        },
      ],
      unreadable: [{ id: 'cck-z', reason: 'no key.kind' }],
      other_findings: [
        {
          id: 'quotaFull:organization',
          rule: 'quotaFull',
          severity: 'warning',
          evidence: [{ code: 'quota', used: 4, limit: 4 }],
        },
        {
          id: 'unreadable:cck-z',
          rule: 'unreadable',
          severity: 'warning',
          evidence: [{ code: 'unreadable', text: 'no key.kind' }],
        },
      ],
    });
  });

  it('has all that is known of a key', () => {
    const [, , key] = read().keys;
    assert.deepEqual(key, {
      id: 'cck-c',
      display_name: 'reco',
      provider: 'GCP',
      state: 'AVAILABLE',
      validation: { phase: 'VALID', since: '2026-02-21T00:00:00.000Z', region: 'europe' },
      region: 'europe',
      cloud_identifier: 'projects/p/locations/europe/keyRings/r/cryptoKeys/cck-c',
      cloud: { kind: 'GcpKey' },
      created_at: '2026-02-21T00:00:00.000Z',
      clusters: [],
      findings: [
        {
          id: 'googleMultiRegion:cck-c',
          rule: 'googleMultiRegion',
          severity: 'warning',
          evidence: [{ code: 'location', location: 'europe' }],
        },
        {
          id: 'unused:cck-c',
          rule: 'unused',
          severity: 'info',
          evidence: [{ code: 'availableSince', at: '2026-02-21T00:00:00.000Z' }],
          muted: { reason: 'Agreed until March', since: '2026-05-31T00:00:00.000Z' },
        },
      ],
    });
  });

  it('tells what nobody knows from none', () => {
    const { environments, quota, keys } = read({ clusters: undefined, quota: undefined });
    assert.deepEqual(
      [environments, quota, keys.map(({ clusters }) => clusters)],
      [null, null, [null, null, null]],
    );
  });
});

describe('the inventory', () => {
  it('is the same for the same things in any order', () => {
    const input = inventoryInput();
    const shuffled = <T>(items: readonly T[]) => fc.shuffledSubarray([...items], { minLength: items.length });
    const expected = [jsonOf(someInventory()), csvOf(someInventory())];
    fc.assert(
      fc.property(shuffled(input.keys), shuffled(input.clusters?.clusters ?? []), (keys, clusters) => {
        const again = inventoryOf({
          ...input,
          keys,
          clusters: input.clusters && { ...input.clusters, clusters },
        });
        assert.deepEqual([jsonOf(again), csvOf(again)], expected);
      }),
    );
  });
});
