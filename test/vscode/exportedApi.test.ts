import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { ExportedKey } from '../../src/exported/exports';
import { demoOrganization } from '../../src/simulator/demoOrganization';
import type { SimulatedKey } from '../../src/simulator/organization';
import type { Session } from './session';
import { startSession } from './session';

const now = Date.parse('2026-03-01T12:00:00Z');
const demo = demoOrganization(now);
const demoKey = (id: string): SimulatedKey => {
  const key = demo.keys.find(each => each.id === id);
  assert.ok(key);
  return key;
};
const ociKey = { kind: 'OciKey', ocid: 'ocid1.key' };
/** Everything that need not be there is not. */
const bare = {
  id: 'cck-bare',
  overlay: {
    display_name: null,
    metadata: null,
    key: ociKey,
    provider: 'OCI',
    state: 'RETIRING',
    validation: null,
  },
};

describe('the API for other extensions', () => {
  let session: Session;
  before(async () => {
    const ids = ['cck-b0v6h', 'cck-a8d0n', 'cck-w0f5r'];
    const keys = [...ids.map(demoKey), { ...demoKey('cck-x5r1t'), ...bare }];
    session = await startSession({ ...demo, keys, clusters: [], holds: [] });
  });
  after(() => session.close());

  const exported = (id: string): ExportedKey | undefined =>
    session.byok.keys(session.connectionId).find(key => key.id === id);

  const expected: Readonly<Record<string, Omit<ExportedKey, 'connectionId' | 'raw'>>> = {
    'of AWS': {
      id: 'cck-b0v6h',
      displayName: 'fraud-detection-prod',
      provider: 'AWS',
      state: 'AVAILABLE',
      validation: {
        phase: 'INVALID',
        message: 'Access to key denied.',
        since: Date.parse('2026-03-01T11:20:00Z'),
        region: 'us-west-2',
      },
      cloudKey: {
        kind: 'AwsKey',
        keyArn: 'arn:aws:kms:us-west-2:111122223333:key/3ad77bb4-0d7a-4660-a89e-caf32466ef97',
        roles: [
          'arn:aws:iam::123456789876:role/block_storage_manager',
          'arn:aws:iam::987654321234:role/cc-kafka-11118c4f-11aa-11aa-11aa-111111aaaaaa',
        ],
      },
      createdAt: demoKey('cck-b0v6h').createdAt,
    },
    'of Azure': {
      id: 'cck-a8d0n',
      displayName: 'crm-prod-westeurope',
      provider: 'Azure',
      state: 'AVAILABLE',
      validation: {
        phase: 'VALID',
        since: demoKey('cck-a8d0n').validation.since,
        region: 'westeurope',
      },
      cloudKey: {
        kind: 'AzureKey',
        keyId: 'https://kv-crm-prod.vault.azure.net/keys/crm-kafka',
        keyVaultId:
          '/subscriptions/00000000-1111-2222-3333-444444444444/resourceGroups/crm-prod/providers/Microsoft.KeyVault/vaults/kv-crm-prod',
        tenantId: '99998888-7777-6666-5555-444433332222',
        applicationId: '11112222-bbbb-3333-cccc-4444dddd5555',
      },
      createdAt: demoKey('cck-a8d0n').createdAt,
    },
    'of Google Cloud': {
      id: 'cck-w0f5r',
      displayName: 'search-prod-eu',
      provider: 'GCP',
      state: 'AVAILABLE',
      validation: {
        phase: 'VALID',
        since: demoKey('cck-w0f5r').validation.since,
        region: 'europe-west1',
      },
      cloudKey: {
        kind: 'GcpKey',
        keyId: 'projects/acme-search-prod/locations/europe-west1/keyRings/kafka/cryptoKeys/search',
        securityGroup: 'cck-w0f5r@confluent.io',
      },
      createdAt: demoKey('cck-w0f5r').createdAt,
    },
    'of a cloud that came later, without what need not be there': {
      id: 'cck-bare',
      provider: 'OCI',
      state: 'RETIRING',
      cloudKey: { kind: 'unknown', apiKind: 'OciKey' },
    },
  };
  for (const [label, key] of Object.entries(expected)) {
    it(`gives a key ${label}`, () => {
      const { raw, ...rest } = exported(key.id) ?? assert.fail();
      assert.deepEqual(rest, { connectionId: session.connectionId, ...key });
      assert.equal((raw as { readonly id: unknown }).id, key.id);
    });
  }

  it('is of the first version', () => {
    assert.equal(session.byok.version, 1);
  });

  it('gives the keys of all organizations together, and none of one that is not there', async () => {
    const demoId = await vscode.commands.executeCommand<string>('byok.exploreDemo');
    await session.byok.refresh();
    const counts = new Map<string, number>();
    for (const { connectionId } of session.byok.keys()) {
      counts.set(connectionId, (counts.get(connectionId) ?? 0) + 1);
    }
    assert.deepEqual([counts.get(session.connectionId), counts.get(demoId)], [4, 18]);
    await session.byok.refresh('nobody');
    assert.deepEqual(session.byok.keys('nobody'), []);
    await vscode.commands.executeCommand('byok.signOut', demoId);
    assert.deepEqual(session.byok.keys(demoId), []);
  });

  it('gives copies, so that nobody changes what others get', () => {
    const before = structuredClone(exported('cck-b0v6h'));
    const { cloudKey, validation, raw } = exported('cck-b0v6h') ?? assert.fail();
    assert.ok(cloudKey.kind === 'AwsKey');
    Object.assign(cloudKey, { keyArn: 'other' });
    (cloudKey.roles as string[]).length = 0;
    Object.assign(validation ?? {}, { phase: 'VALID' });
    Object.assign((raw as { readonly key: object }).key, { key_arn: 'other' });
    for (const connection of session.byok.connections()) Object.assign(connection, { endpoint: 'other' });
    assert.deepEqual(exported('cck-b0v6h'), before);
    assert.ok(session.byok.connections().every(({ endpoint }) => endpoint !== 'other'));
  });

  it('fails in words of its own, never in those of the service', async () => {
    const link = '[Fix now](command:workbench.action.files.newUntitledFile)';
    const body = { errors: [{ code: link, title: link, detail: link }] };
    session.simulator.faults.add({ fault: { kind: 'status', status: 400, body } });
    await assert.rejects(session.byok.refresh(session.connectionId), {
      message: 'Confluent Cloud refused the request.',
    });
  });
});
