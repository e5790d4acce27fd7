import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Session } from './session';
import { startSession } from './session';

const keyArn = 'arn:aws:kms:us-west-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ff';
const tenantId = '3f2504e0-4f89-11d3-9a0c-0305e82c3301';
const keyVaultId = `/subscriptions/${tenantId}/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/vault-1`;
const keyId = 'https://vault-1.vault.azure.net/keys/key-1';
const googleKey = 'projects/my-project/locations/us-central1/keyRings/my-ring/cryptoKeys/my-key';

interface Settled {
  readonly value?: unknown;
  readonly error?: unknown;
}

describe('the command that uploads a key', () => {
  let session: Session;
  beforeEach(async () => {
    session = await startSession();
  });
  afterEach(() => session.close());

  const sent = (): readonly unknown[] =>
    session.simulator.requests
      .filter(({ method }) => method === 'POST')
      .map(({ body }) => JSON.parse(body ?? '') as unknown);
  const close = (): Thenable<unknown> => vscode.commands.executeCommand('workbench.action.closeQuickOpen');

  /** Runs the command and does the same again until it has ended, as if a key were pressed. */
  async function run(argument: unknown, press: string): Promise<Settled> {
    let settled: Settled | undefined;
    void Promise.resolve(vscode.commands.executeCommand('byok.uploadKey', argument)).then(
      value => (settled = { value }),
      (error: unknown) => (settled = { error }),
    );
    while (!settled) {
      await vscode.commands.executeCommand(press);
      await new Promise(resolve => setImmediate(resolve));
    }
    await close();
    return settled;
  }
  const accept = 'workbench.action.acceptSelectedQuickOpenItem';
  const leave = 'workbench.action.closeQuickOpen';

  const arguments_: readonly (readonly [label: string, argument: object, sent: object])[] = [
    [
      'AWS',
      { provider: 'AWS', keyArn, displayName: 'payments' },
      { display_name: 'payments', key: { kind: 'AwsKey', key_arn: keyArn } },
    ],
    [
      'Azure, in any case, with a version',
      { provider: 'azure', keyId: `${keyId}/0123456789abcdef0123456789abcdef`, keyVaultId, tenantId },
      { key: { kind: 'AzureKey', key_id: keyId, key_vault_id: keyVaultId, tenant_id: tenantId } },
    ],
    [
      'Google Cloud',
      { provider: 'GCP', keyId: googleKey, displayName: '  ' },
      { key: { kind: 'GcpKey', key_id: googleKey } },
    ],
  ];
  for (const [label, argument, body] of arguments_) {
    it(`takes all of a key of ${label}, asks for a yes alone, and gives its id`, async () => {
      const { value } = await run(argument, accept);
      assert.deepEqual(sent(), [body]);
      const key = session.byok.keys(session.connectionId).find(({ id }) => id === value);
      assert.equal(key?.cloudKey.kind, (body as { key: { kind: string } }).key.kind);
    });

    it(`gives undefined, and sends nothing, when the review of a key of ${label} is left`, async () => {
      assert.deepEqual(await run(argument, leave), { value: undefined });
      assert.deepEqual(sent(), []);
    });
  }

  it('registers it with the organization that it names', async () => {
    const other = await startSession();
    const { value } = await run({ connectionId: other.connectionId, provider: 'AWS', keyArn }, accept);
    assert.deepEqual(sent(), []);
    assert.ok(other.byok.keys(other.connectionId).some(({ id }) => id === value));
    await other.close();
  });

  it('throws for an organization that is not signed in to', async () => {
    const { error } = await run({ connectionId: 'nobody', provider: 'AWS', keyArn }, leave);
    assert.match(String(error), /You are not signed in to that organization\./);
  });

  const wrong: readonly (readonly [label: string, argument: unknown])[] = [
    ['a key ARN that is none', { provider: 'AWS', keyArn: 'alias/payments' }],
    [
      'a vault that the key is not in',
      { provider: 'Azure', keyId: keyId.replace('vault-1', 'v2'), keyVaultId, tenantId },
    ],
    ['no key', { provider: 'GCP' }],
    ['a cloud that it does not know', { provider: 'OCI', keyId }],
    ['values that are no text', { provider: 'AWS', keyArn: 5, displayName: {} }],
    ['a row of the tree', { type: 'key', keyId: 'cck-1' }],
    ['nothing', undefined],
  ];
  for (const [label, argument] of wrong) {
    it(`asks, and sends nothing, where it is given ${label}`, async () => {
      assert.deepEqual(await run(argument, leave), { value: undefined });
      assert.deepEqual(sent(), []);
    });
  }

  it('asks what is lacking, however often its review is accepted', async () => {
    const ended: true[] = [];
    const running = Promise.resolve(vscode.commands.executeCommand('byok.uploadKey', { provider: 'AWS' }));
    void running.then(() => ended.push(true));
    // Enter in an empty box goes nowhere.
    for (let n = 0; n < 20; n += 1) await vscode.commands.executeCommand(accept);
    assert.deepEqual([ended, sent()], [[], []]);
    while (ended.length === 0) {
      await close();
      await new Promise(resolve => setImmediate(resolve));
    }
    assert.equal(await running, undefined);
  });
});
