import * as vscode from 'vscode';
import type { DeletionRisk, UnseenUse } from '../model/deletion';
import { ago, dateTime } from './words';

/** How many clusters of a key are named. */
const named = 5;

/** Who uses a key, or why nobody is seen to; undefined where nothing is known to use it. */
export function usageText({
  clusters,
  unseenUse,
}: Pick<DeletionRisk, 'clusters' | 'unseenUse'>): string | undefined {
  if (clusters.length === 0) return unseenUse && unseenUseText(unseenUse);
  const names = clusters.map(({ id, displayName }) =>
    displayName === undefined ? id : `${displayName} (${id})`,
  );
  return vscode.l10n.t(
    'Used by {0}. Confluent Cloud refuses to delete a key that a cluster has, and for five days after.',
    names.slice(0, named).join(', '),
  );
}

/** Why a key can be in use although no cluster of it is seen. */
export function unseenUseText({ since, heldUntil, hasCluster }: UnseenUse): string {
  const when = since === undefined ? '' : ago(since);
  if (hasCluster) {
    return vscode.l10n.t(
      'In use, but by no cluster that is seen, first noticed {0}: its cluster is in an environment that these credentials do not see. For a deleted one the key would be free by now.',
      when,
    );
  }
  const why = vscode.l10n.t(
    'In use, but by no cluster that is seen: its cluster is in an environment that these credentials do not see, or was deleted less than five days ago.',
  );
  if (heldUntil === undefined) return why;
  const until = vscode.l10n.t(
    'First noticed {0}: if the cluster was deleted, the key is free by {1}.',
    when,
    dateTime(heldUntil),
  );
  return `${why} ${until}`;
}
