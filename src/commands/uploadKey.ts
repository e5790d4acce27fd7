import * as vscode from 'vscode';
import type { NewKey } from '../api/keys';
import type { ConnectionStore } from '../connections/connectionStore';
import type { Services } from '../connections/services';
import { patiently } from '../flows/patiently';
import { registerKey } from '../flows/upload/registerKey';
import type { Registration } from '../flows/upload/registerKey';
import type { Surroundings } from '../flows/upload/reviewWarnings';
import { tellFailure } from '../flows/upload/tellFailure';
import type { UploadDraft } from '../flows/upload/uploadDraft';
import { cloudKeyOf, emptyDraft } from '../flows/upload/uploadDraft';
import { uploadFlow } from '../flows/upload/uploadFlow';
import type { Key } from '../model/key';
import { knownProviders } from '../model/key';
import type { Notify } from '../notify';
import type { KeyStore } from '../stores/keyStore';
import type { QuotaStore } from '../stores/quotaStore';
import type { KeysView } from '../tree/keysView';
import type { WatchedKeys } from '../watch/watchedKeys';
import { plainId } from '../words/plainText';
import type { Command } from './command';
import { offerSignIn } from './offerSignIn';

interface Needs {
  readonly connections: ConnectionStore;
  readonly services: Services;
  readonly store: KeyStore;
  readonly quotas: QuotaStore;
  readonly view: KeysView;
  readonly watched: WatchedKeys;
  readonly notify: Notify;
}

/** How old the keys may be, in ms, that a new one is compared with. */
const fresh = 60_000;

/**
 * Registers a key by a guided flow. With `{ connectionId?, provider, keyArn | keyId, keyVaultId?, tenantId?,
 * displayName? }` it goes straight to the review, or to what is wrong in that. Gives the new key's id, or undefined when
 * the user left.
 */
export function uploadKey(needs: Needs): Command<'byok.uploadKey'> {
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

/** `failedAt`: when a try before this one failed, in ms since 1970; what was known until then may be no longer so. */
async function upload(needs: Needs, draft: UploadDraft, failedAt = -Infinity): Promise<string | undefined> {
  const { connections, notify } = needs;
  const answers = await uploadFlow(draft, connections.list(), id => surroundingsOf(needs, id, failedAt));
  const connectionId = answers?.connectionId;
  const cloudKey = answers && cloudKeyOf(answers);
  if (connectionId === undefined || !cloudKey) return undefined;
  const { displayName = '' } = answers;
  const newKey: NewKey = { key: cloudKey, ...(displayName === '' ? {} : { displayName }) };
  const registration = await register(needs, connectionId, newKey);
  if ('key' in registration) return await welcome(needs, connectionId, registration);
  const now = Date.now();
  const next = await tellFailure(registration, notify);
  if (next === 'again') return await upload(needs, answers, now);
  if (next) await show(needs, connectionId, next.show);
  return undefined;
}

async function register(
  { services, store }: Needs,
  connectionId: string,
  newKey: NewKey,
): Promise<Registration> {
  const { keys: before, failure, loadedAt } = store.of(connectionId);
  const isKnown = loadedAt !== undefined && failure === undefined;
  const send = async (): Promise<Registration> => {
    try {
      const { keys } = await services.of(connectionId);
      return await registerKey(keys, newKey, isKnown ? before : undefined);
    } catch (error) {
      return { outcome: 'refused', error };
    }
  };
  return await patiently(vscode.l10n.t('Registering the key…'), send, { cancellable: false });
}

/** The key is there: it is shown, watched, and what to grant is opened. */
async function welcome(
  needs: Needs,
  connectionId: string,
  { key, outcome }: { readonly key: Key; readonly outcome: 'registered' | 'found' },
): Promise<string> {
  needs.watched.start(connectionId, key.id);
  await show(needs, connectionId, key);
  const isShown = needs.store.find(connectionId, key.id) !== undefined;
  if (outcome === 'found' || !isShown) void vscode.window.showInformationMessage(newsOf(key, outcome));
  if (isShown) {
    void vscode.commands.executeCommand('byok.grantAccess', { type: 'key', connectionId, keyId: key.id });
  }
  return key.id;
}

function newsOf({ id }: Key, outcome: 'registered' | 'found'): string {
  return outcome === 'registered'
    ? vscode.l10n.t('The key is registered as {0}.', plainId(id))
    : vscode.l10n.t(
        'The answer of Confluent Cloud was lost, but the key is registered as {0}. It was not sent twice.',
        plainId(id),
      );
}

async function show({ store, view }: Needs, connectionId: string, key: Key): Promise<void> {
  if (store.of(connectionId).loadedAt === undefined) await store.refresh(connectionId);
  store.put(connectionId, key);
  // The key is registered whether or not the sidebar can show it.
  await view.reveal(connectionId, key.id).catch(() => undefined);
}

async function surroundingsOf(
  { connections, store, quotas }: Needs,
  connectionId: string,
  failedAt: number,
): Promise<Surroundings> {
  const connection = connections.get(connectionId);
  if (!connection) throw new Error(notSignedIn());
  const { loadedAt = -Infinity, failure: before } = store.of(connectionId);
  const isFresh = before === undefined && loadedAt > Math.max(Date.now() - fresh, failedAt);
  const [, quota] = await Promise.all([
    isFresh ? undefined : store.refresh(connectionId),
    quotas.load(connectionId),
  ]);
  const { keys, failure } = store.of(connectionId);
  const others = connections.list().filter(({ id }) => id !== connectionId);
  return {
    connection,
    keys,
    failure,
    others: others.map(({ id, label }) => ({ label, keys: store.of(id).keys })),
    quota,
  };
}

function draftOf(argument: unknown, connections: ConnectionStore): UploadDraft {
  const draft = emptyDraft();
  const given: Partial<Record<string, unknown>> =
    typeof argument === 'object' && argument !== null ? { ...argument } : {};
  const { connectionId, provider, displayName } = given;
  const [first, second] = connections.list();
  if (typeof connectionId === 'string') {
    if (!connections.get(connectionId)) throw new Error(notSignedIn());
    draft.connectionId = connectionId;
  } else if (first && !second) draft.connectionId = first.id;
  draft.provider = knownProviders.find(
    known => typeof provider === 'string' && known.toLowerCase() === provider.toLowerCase(),
  );
  if (!draft.provider) return draft;
  const text = (name: string): string => (typeof given[name] === 'string' ? given[name] : '');
  draft.fields.keyArn = text('keyArn');
  draft.fields[draft.provider === 'GCP' ? 'keyName' : 'keyUrl'] = text('keyId');
  draft.fields.keyVaultId = text('keyVaultId');
  draft.fields.tenantId = text('tenantId');
  draft.displayName = typeof displayName === 'string' ? displayName.trim() : '';
  return draft;
}

function notSignedIn(): string {
  return vscode.l10n.t('You are not signed in to that organization.');
}
