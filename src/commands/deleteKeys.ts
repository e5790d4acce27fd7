import * as vscode from 'vscode';
import { isApiError } from '../api/isApiError';
import type { ClusterStore } from '../clusterStore';
import type { Services } from '../connections/services';
import { failureOf } from '../failure';
import type { ToDelete } from '../flows/confirmDeletion';
import { confirmDeletion } from '../flows/confirmDeletion';
import type { HeldKeys } from '../heldKeys';
import type { KeyRef } from '../keyRef';
import type { KeyStore } from '../keyStore';
import { deletionRisk } from '../model/deletion';
import type { SeenClusters } from '../model/usage';
import type { Notify } from '../notify';
import { keyLabel } from '../words';
import type { Command } from './command';
import type { KeyArguments } from './keyArguments';

interface Needs {
  readonly keys: KeyArguments;
  readonly store: KeyStore;
  readonly clusters: ClusterStore;
  readonly held: HeldKeys;
  readonly services: Services;
  readonly notify: Notify;
}

interface Failed {
  readonly ref: KeyRef;
  readonly error: unknown;
}

/** Deletes the registrations of keys, once what depends on them was found out and the user agreed. */
export function deleteKeys(needs: Needs): Command {
  return {
    id: 'byok.deleteKeys',
    async run(...args) {
      const refs = await needs.keys.keys(
        args,
        vscode.l10n.t('Which key’s registration do you want to delete?'),
      );
      if (refs.length === 0) return;
      const progress = { location: vscode.ProgressLocation.Notification };
      const found = await vscode.window.withProgress(
        { ...progress, title: vscode.l10n.t('Looking for clusters that use the keys…') },
        () => findOut(needs, refs),
      );
      if (!(await confirmDeletion(found.keys, found.environments))) return;
      const failed = await vscode.window.withProgress(
        { ...progress, title: vscode.l10n.t('Deleting…') },
        () => deleteAll(needs, refs),
      );
      await tell(needs.notify, refs.length, failed);
    },
  };
}

async function findOut(
  { store, clusters, held }: Needs,
  refs: readonly KeyRef[],
): Promise<{ readonly keys: readonly ToDelete[]; readonly environments: number | undefined }> {
  const ids = [...new Set(refs.map(({ connectionId }) => connectionId))];
  const lists = await Promise.all(
    ids.map(id =>
      clusters.load(id, 0).then(
        (seen): [string, SeenClusters | undefined] => [id, seen],
        (): [string, SeenClusters | undefined] => [id, undefined],
      ),
    ),
  );
  const seen = new Map(lists);
  const keys = await Promise.all(
    refs.map(async ({ connectionId, key }): Promise<ToDelete> => {
      // The state as it is now, and as it was last seen where that cannot be had.
      const fresh = await store.refreshKey(connectionId, key.id).catch(() => undefined);
      const heldSince = held.since(connectionId, key.id);
      return { ...deletionRisk(fresh ?? key, seen.get(connectionId)), heldSince };
    }),
  );
  const isKnown = lists.every(([, list]) => list?.closed.length === 0);
  const environments = lists.reduce((sum, [, list]) => sum + (list?.environments.length ?? 0), 0);
  return { keys, environments: isKnown ? environments : undefined };
}

/** One after the other. What fails stays, with its reason; the others are not kept waiting for it. */
async function deleteAll({ services, store }: Needs, refs: readonly KeyRef[]): Promise<readonly Failed[]> {
  const failed: Failed[] = [];
  for (const ref of refs) {
    try {
      await (await services.of(ref.connectionId)).keys.delete(ref.key.id);
      store.remove(ref.connectionId, ref.key.id);
    } catch (error) {
      if (isApiError(error) && error.kind === 'notFound') store.remove(ref.connectionId, ref.key.id);
      else failed.push({ ref, error });
    }
  }
  return failed;
}

async function tell(notify: Notify, all: number, failed: readonly Failed[]): Promise<void> {
  const [first, second] = failed;
  if (!first) {
    notify.done(
      all === 1 ? vscode.l10n.t('Deleted the registration') : vscode.l10n.t('Deleted {0} registrations', all),
    );
    return;
  }
  const isHeld = failed.some(({ error }) => isApiError(error) && error.kind === 'conflict');
  const held = isHeld
    ? vscode.l10n.t('A key is held while a cluster has it, and for five days after the cluster was deleted.')
    : '';
  if (!second) {
    const what =
      all === 1
        ? vscode.l10n.t('The key was not deleted.')
        : vscode.l10n.t('One of {0} keys was not deleted.', all);
    await notify.error([what, held].join(' ').trim(), first.error);
    return;
  }
  const what = vscode.l10n.t('{0} of {1} keys were not deleted.', failed.length, all);
  const details = failed.map(({ ref, error }) => {
    const { reason, words } = failureOf(error);
    return [`${keyLabel(ref.key)} (${ref.key.id}): ${reason}`, ...words].join('\n');
  });
  await notify.errors([what, held].join(' ').trim(), details);
}
