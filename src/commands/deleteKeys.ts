import * as vscode from 'vscode';
import { isApiError } from '../api/isApiError';
import { concurrently } from '../concurrently';
import type { ConnectionStore } from '../connections/connectionStore';
import type { Services } from '../connections/services';
import type { LookedAt, ToDelete, confirmDeletion } from '../flows/confirmDeletion';
import { patiently } from '../flows/patiently';
import type { Deletion } from '../flows/tellDeletions';
import { tellDeletions } from '../flows/tellDeletions';
import { deletionRisk } from '../model/deletion';
import type { SeenClusters } from '../model/usage';
import type { Notify } from '../notify';
import type { ClusterStore } from '../stores/clusterStore';
import type { HeldKeys } from '../stores/heldKeys';
import type { KeyRef } from '../stores/keyRef';
import type { KeyStore } from '../stores/keyStore';
import type { WatchedKeys } from '../watch/watchedKeys';
import type { Command } from './command';
import type { KeyArguments } from './keyArguments';

interface Needs {
  readonly connections: Pick<ConnectionStore, 'list'>;
  readonly keys: Pick<KeyArguments, 'keys'>;
  readonly store: KeyStore;
  readonly clusters: ClusterStore;
  readonly held: HeldKeys;
  readonly services: Pick<Services, 'of'>;
  readonly watched: Pick<WatchedKeys, 'stop'>;
  readonly notify: Pick<Notify, 'done' | 'error' | 'errors'>;
  readonly confirm: typeof confirmDeletion;
}

/** How many keys are fetched at a time. */
const atATime = 6;

/**
 * Deletes the registrations of keys, once what depends on them was found out and the user agreed. A function among the
 * arguments is called when the user has answered: a page takes its focus back then.
 */
export function deleteKeys(needs: Needs): Command<'byok.deleteKeys'> {
  return {
    id: 'byok.deleteKeys',
    async run(...args) {
      const refs = await needs.keys.keys(
        args,
        vscode.l10n.t('Which key’s registration do you want to delete?'),
      );
      if (refs.length === 0) return;
      const found = await patiently(vscode.l10n.t('Looking for clusters that use the keys…'), token =>
        Promise.race([findOut(needs, refs), cancelled(token)]),
      );
      if (!found) return;
      const { there, lookedAt } = found;
      const keys = there.map(({ toDelete }) => toDelete);
      if (keys.length > 0) {
        const isAgreed = await needs.confirm(keys, lookedAt);
        args.find(isCallback)?.();
        if (!isAgreed) return;
      }
      const results = await patiently(vscode.l10n.t('Deleting…'), token => deleteAll(needs, there, token));
      await tellDeletions(needs.notify, [
        ...results,
        ...found.gone.map(ref => ({ ref, outcome: 'gone' }) as const),
      ]);
    },
  };
}

function isCallback(argument: unknown): argument is () => void {
  return typeof argument === 'function';
}

function cancelled(token: vscode.CancellationToken): Promise<undefined> {
  return new Promise(resolve => token.onCancellationRequested(() => resolve(undefined)));
}

interface Known {
  readonly ref: KeyRef;
  readonly toDelete: ToDelete;
}

interface Found {
  /** Those that are still registered. */
  readonly there: readonly Known[];
  readonly gone: readonly KeyRef[];
  readonly lookedAt: LookedAt | undefined;
}

async function findOut(
  { connections, store, clusters, held }: Needs,
  refs: readonly KeyRef[],
): Promise<Found> {
  const all = connections.list();
  const organizationOf = (connectionId: string): string | undefined =>
    all.length > 1 ? all.find(({ id }) => id === connectionId)?.label : undefined;
  const ids = [...new Set(refs.map(({ connectionId }) => connectionId))];
  const lists = await concurrently(atATime, ids, async (id): Promise<[string, SeenClusters | undefined]> => {
    return [id, await clusters.load(id, 0).catch(() => undefined)];
  });
  const seen = new Map(lists);
  const found = await concurrently(atATime, refs, async (ref): Promise<Known | undefined> => {
    const { connectionId, key } = ref;
    // The state as it is now, and as it was last seen where that cannot be had.
    const fresh = await store.refreshKey(connectionId, key.id).catch(() => 'unknown' as const);
    if (!fresh) return undefined;
    const isFresh = fresh !== 'unknown';
    const facts = { seen: seen.get(connectionId), heldSince: held.since(connectionId, key.id), isFresh };
    const risk = deletionRisk(isFresh ? fresh : key, facts, Date.now());
    return { ref, toDelete: { ...risk, isFresh, organization: organizationOf(connectionId) } };
  });
  return {
    there: found.filter(each => each !== undefined),
    gone: refs.filter((_, index) => found[index] === undefined),
    lookedAt: lookedAtIn(lists.map(([, list]) => list)),
  };
}

function lookedAtIn(lists: readonly (SeenClusters | undefined)[]): LookedAt | undefined {
  let [listed, all] = [0, 0];
  for (const list of lists) {
    if (!list) return undefined;
    all += list.environments.length;
    listed += list.environments.length - list.closed.length;
  }
  return { listed, all };
}

/** One after the other. What fails stays, with its reason; the others are not kept waiting for it. */
async function deleteAll(
  needs: Needs,
  keys: readonly Known[],
  token: vscode.CancellationToken,
): Promise<readonly Deletion[]> {
  const results: Deletion[] = [];
  for (const known of keys) {
    const { ref } = known;
    results.push(
      token.isCancellationRequested ? { ref, outcome: 'leftAlone' } : await deleteOne(needs, known),
    );
  }
  return results;
}

async function deleteOne({ services, store, watched }: Needs, { ref, toDelete }: Known): Promise<Deletion> {
  const { connectionId, key } = ref;
  const forget = (): void => {
    watched.stop(connectionId, key.id);
    store.remove(connectionId, key.id);
  };
  try {
    await (await services.of(connectionId)).keys.delete(key.id);
    forget();
    return { ref, outcome: 'deleted' };
  } catch (error) {
    const kind = isApiError(error) ? error.kind : 'other';
    let isGone = kind === 'notFound';
    // Its state may show by now what holds it, and the service refuses a key that is gone as if it were forbidden.
    if (kind === 'conflict' || kind === 'forbidden')
      isGone = await store.refreshKey(connectionId, key.id).then(
        fresh => fresh === undefined,
        () => false,
      );
    if (isGone) {
      forget();
      return { ref, outcome: 'gone' };
    }
    return { ref, outcome: 'failed', error, risk: toDelete };
  }
}
