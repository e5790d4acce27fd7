import assert from 'node:assert/strict';
import type * as vscode from 'vscode';
import { KeyringError, SecretVault } from '../../src/connections/secretVault';
import { FakeSecrets } from '../fakes/fakeSecrets';

const broken = (): Promise<never> => Promise.reject(new Error('org.freedesktop.secrets: hunter2'));
const silent = (): Promise<never> => new Promise(() => undefined);
const sudden = (): never => {
  throw new Error('no such bus');
};

type Act = (vault: SecretVault) => Promise<unknown>;
const read: Act = vault => vault.read('a');
const write: Act = vault => vault.write('a', '1');
const remove: Act = vault => vault.remove('a');

/** A keyring in which some calls do something else. */
function vaultWith(calls: Partial<vscode.SecretStorage>): SecretVault {
  return new SecretVault(Object.assign(new FakeSecrets(), calls), 5);
}

describe('SecretVault', () => {
  it('keeps, gives and forgets', async () => {
    const vault = vaultWith({});
    await vault.write('a', '1');
    assert.equal(await vault.read('a'), '1');
    await vault.remove('a');
    assert.equal(await vault.read('a'), undefined);
  });

  const troubles: readonly (readonly [
    label: string,
    calls: Partial<vscode.SecretStorage>,
    act: Act,
    reason: KeyringError['reason'],
  ])[] = [
    ['reading fails', { get: broken }, read, 'failed'],
    ['reading throws at once', { get: sudden }, read, 'failed'],
    ['writing fails', { store: broken }, write, 'failed'],
    ['removing fails', { delete: broken }, remove, 'failed'],
    ['reading is never answered', { get: silent }, read, 'silent'],
    ['writing is never answered', { store: silent }, write, 'silent'],
    ['removing is never answered', { delete: silent }, remove, 'silent'],
    ['what was written is not there', { get: () => Promise.resolve(undefined) }, write, 'forgetful'],
    ['something else is there', { get: () => Promise.resolve('2') }, write, 'forgetful'],
    ['what was written cannot be read back', { get: broken }, write, 'failed'],
    ['looking back is never answered', { get: silent }, write, 'silent'],
  ];
  for (const [label, calls, act, reason] of troubles) {
    it(`says so when ${label}`, async () => {
      await assert.rejects(act(vaultWith(calls)), (error: unknown) => {
        assert.ok(error instanceof KeyringError);
        assert.deepEqual([error.name, error.reason, error.cause], ['KeyringError', reason, undefined]);
        // A keyring's own message may hold anything.
        assert.doesNotMatch(error.message, /hunter2|bus/);
        return true;
      });
    });
  }

  it('does not mind an answer, or an error, that comes too late', async () => {
    const { promise, reject } = Promise.withResolvers<string>();
    await assert.rejects(read(vaultWith({ get: () => promise })), { reason: 'silent' });
    reject(new Error('late'));
    await new Promise(resolve => setImmediate(resolve));
  });
});
