import * as vscode from 'vscode';
import type { ConnectionStore } from '../connections/connectionStore';
import { pickConnection } from '../flows/pickConnection';
import type { Notify } from '../notify';
import type { ClusterStore } from '../stores/clusterStore';
import type { Command } from './command';
import { connectionIdOf } from './connectionArgument';

/** Looks again which clusters there are, and so who uses which key. */
export function refreshClusters(
  clusters: ClusterStore,
  connections: ConnectionStore,
  notify: Notify,
): Command<'byok.refreshClusters'> {
  return {
    id: 'byok.refreshClusters',
    async run(argument) {
      const given = connectionIdOf(argument);
      const question = vscode.l10n.t('Which organization’s clusters do you want to see?');
      const id = given ?? (await pickConnection(connections.list(), question))?.id;
      if (id === undefined) return;
      try {
        const location = { viewId: 'byok.keys' };
        const seen = await vscode.window.withProgress({ location }, () => clusters.load(id, 0));
        const found = vscode.l10n.t(
          '{0} clusters in {1} environments',
          seen.clusters.length,
          seen.environments.length,
        );
        notify.done(found);
      } catch (error) {
        await notify.error(vscode.l10n.t('The clusters could not be listed.'), error);
      }
    },
  };
}
