import * as vscode from 'vscode';
import type { NewKey } from '../api/keys';
import { isApiError } from '../api/isApiError';
import type { ConnectionStore } from '../connections/connectionStore';
import type { Services } from '../connections/services';
import { registerKey } from '../flows/upload/registerKey';
import type { Registration } from '../flows/upload/registerKey';
import type { UploadDraft } from '../flows/upload/uploadDraft';
import { cloudKeyOf, emptyDraft } from '../flows/upload/uploadDraft';
import { uploadFlow } from '../flows/upload/uploadFlow';
import type { Surroundings } from '../flows/upload/uploadReview';
import type { KeyStore } from '../keyStore';
import type { Key } from '../model/key';
import { knownProviders } from '../model/key';
import type { Notify } from '../notify';
import type { QuotaStore } from '../quotaStore';
import type { KeysView } from '../tree/keysView';
import type { ValidationWatch } from '../validationWatch';
import type { Command } from './command';
import { offerSignIn } from './keyArguments';

interface Needs {
  readonly connections: ConnectionStore;
  readonly services: Services;
  readonly store: KeyStore;
  readonly quotas: QuotaStore;
  readonly view: KeysView;
  readonly watch: ValidationWatch;
  readonly notify: Notify;
}

/**
 * Registers a key by a guided flow. With `{ connectionId?, provider, keyArn | keyId, keyVaultId?, tenantId?,
 * displayName? }` it goes straight to the review, or to what is wrong in that. Gives the new key's id, or undefined when
 * the user left.
 */
export function uploadKey(needs: Needs): Command {
  return {
    id: 'byok.uploadKey',
    async run(argument) {
      if (needs.connections.list().length === 0) {
        await offerSignIn();
        return undefined;
      }
      return await upload(needs, draftOf(argument, needs.connections));
    },
  };
}

async function upload(needs: Needs, draft: UploadDraft): Promise<string | undefined> {
  const { connections, services, store, notify } = needs;
  const answers = await uploadFlow(draft, connections.list(), id => surroundingsOf(needs, id));
  const connectionId = answers?.connectionId;
  const cloudKey = answers && cloudKeyOf(answers);
  if (connectionId === undefined || !cloudKey) return undefined;
  const { displayName = '' } = answers;
  const newKey: NewKey = { key: cloudKey, ...(displayName === '' ? {} : { displayName }) };
  const before = store.of(connectionId).keys;
  const progress = {
    location: vscode.ProgressLocation.Notification,
    title: vscode.l10n.t('Registering the key…'),
  };
  const registration = await vscode.window.withProgress(progress, async () => {
    try {
      return await registerKey((await services.of(connectionId)).keys, newKey, before);
    } catch (error) {
      return { outcome: 'refused', error } as const;
    }
  });
  if ('key' in registration) return await welcome(needs, connectionId, registration);
  return (await isTriedAgain(registration, notify)) ? await upload(needs, answers) : undefined;
}

/** The key is there: it is shown, watched, and what to grant is opened. */
async function welcome(
  { store, view, watch }: Needs,
  connectionId: string,
  { key, outcome }: { readonly key: Key; readonly outcome: 'registered' | 'found' },
): Promise<string> {
  store.put(connectionId, key);
  if (!store.find(connectionId, key.id)) await store.refresh(connectionId);
  if (outcome === 'found') {
    void vscode.window.showInformationMessage(
      vscode.l10n.t(
        'The answer of Confluent Cloud was lost, but the key is registered. It was not sent twice.',
      ),
    );
  }
  watch.start(connectionId, key.id);
  await view.reveal(connectionId, key.id);
  void vscode.commands.executeCommand('byok.grantAccess', { type: 'key', connectionId, keyId: key.id });
  return key.id;
}

/** Says what happened and what is true now. What was entered is kept for another try. */
async function isTriedAgain(
  { outcome, error }: Exclude<Registration, { key: Key }>,
  notify: Notify,
): Promise<boolean> {
  const again = vscode.l10n.t('Change and Try Again');
  return (await notify.error(whatIsTrue(outcome, error), error, [again])) === again;
}

function whatIsTrue(outcome: 'refused' | 'notRegistered' | 'unknown', error: unknown): string {
  if (outcome === 'unknown') {
    return vscode.l10n.t(
      'Whether the key is registered is not known: the answer was lost. Refresh and look before you try again.',
    );
  }
  if (outcome === 'refused' && isApiError(error) && error.kind === 'conflict') {
    return vscode.l10n.t('The key was not registered: it is registered already.');
  }
  return vscode.l10n.t('The key was not registered.');
}

async function surroundingsOf(
  { connections, store, quotas }: Needs,
  connectionId: string,
): Promise<Surroundings> {
  const connection = connections.get(connectionId);
  if (!connection) throw new Error(`There is no connection ${connectionId}.`);
  const [, quota] = await Promise.all([
    store.of(connectionId).loadedAt === undefined ? store.refresh(connectionId) : undefined,
    quotas.load(connectionId),
  ]);
  return { connection, keys: store.of(connectionId).keys, quota };
}

function draftOf(argument: unknown, connections: ConnectionStore): UploadDraft {
  const draft = emptyDraft();
  const [first, second] = connections.list();
  if (first && !second) draft.connectionId = first.id;
  if (typeof argument !== 'object' || argument === null) return draft;
  const given: Partial<Record<string, unknown>> = { ...argument };
  const { connectionId, provider, displayName } = given;
  if (typeof connectionId === 'string' && connections.get(connectionId)) draft.connectionId = connectionId;
  draft.provider = knownProviders.find(
    known => typeof provider === 'string' && known.toLowerCase() === provider.toLowerCase(),
  );
  for (const field of ['keyArn', 'keyId', 'keyVaultId', 'tenantId'] as const) {
    const value = given[field];
    if (typeof value === 'string') draft.fields[field] = value;
  }
  if (draft.provider) draft.displayName = typeof displayName === 'string' ? displayName : '';
  return draft;
}
