import assert from 'node:assert/strict';
import { ask } from '../simulator/ask';
import type { ServedOrganization } from './organization';

/** Creates a cluster with a key of its region, as somebody would elsewhere; gives the cluster's id. */
export async function createCluster(
  { simulator }: ServedOrganization,
  keyId: string,
  cloud: 'AWS' | 'AZURE' | 'GCP',
  region: string,
): Promise<string> {
  const { status, json } = await ask(simulator, 'POST /cmk/v2/clusters', {
    body: {
      spec: {
        display_name: 'new',
        availability: 'MULTI_ZONE',
        cloud,
        region,
        config: { kind: 'Dedicated', cku: 2 },
        environment: { id: 'env-d9v2k' },
        byok: { id: keyId },
      },
    },
  });
  assert.equal(status, 202);
  return String(json['id']);
}
