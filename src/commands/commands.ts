import { showProblem } from '../documents/textDocuments';
import { late } from '../late';
import { Notify } from '../notify';
import type { Parts } from '../parts';
import { clearFilter } from './clearFilter';
import type { Command } from './command';
import { copyCloudKey } from './copyCloudKey';
import { copyKeyId } from './copyKeyId';
import { exploreDemo } from './exploreDemo';
import { filterKeys } from './filterKeys';
import { findKey } from './findKey';
import { groupKeys } from './groupKeys';
import { KeyArguments } from './keyArguments';
import { lateCommand } from './lateCommand';
import { openInCloudConsole } from './openInCloudConsole';
import { openInConfluentCloud } from './openInConfluentCloud';
import { openKey } from './openKey';
import { openKeyJson } from './openKeyJson';
import { openOverview } from './openOverview';
import { refresh, refreshAll } from './refresh';
import { showLog } from './showLog';
import { showMore } from './showMore';
import { signIn } from './signIn';
import { signInAgain } from './signInAgain';
import { signOut } from './signOut';

/** All commands, each with what it needs and no more. Those that browsing does without are loaded when they run. */
export function createCommands(parts: Parts): readonly Command[] {
  const { channel, clusters, connections, findings, held, log, quotas, services, store, view, watched } =
    parts;
  const keys = new KeyArguments(store, connections, () => view.chosenRows());
  const notify = new Notify(log, showProblem);
  const findingArguments = late(async () => {
    const { FindingArguments } = await import('./reports');
    return new FindingArguments(findings, store, connections);
  });
  const inventories = late(async () => {
    const { Inventories } = await import('./reports');
    return new Inventories({ store, connections, clusters, quotas, findings, notify });
  });
  return [
    signIn(connections, services),
    signInAgain(connections, services, store),
    signOut(connections, notify),
    exploreDemo(connections, store),
    refresh(store, connections, notify, parts.treeView),
    refreshAll(store, connections),
    lateCommand('byok.refreshClusters', async () => {
      const { refreshClusters } = await import('./lifecycle');
      return refreshClusters(clusters, connections, notify);
    }),
    openKey(keys),
    openOverview(parts.overview),
    openKeyJson(keys),
    lateCommand('byok.compareKeys', async () => {
      const { compareKeys } = await import('./compareKeys');
      return compareKeys(keys, connections);
    }),
    findKey(keys, view),
    groupKeys(view),
    filterKeys(store, connections, view, notify),
    clearFilter(view),
    showMore(view),
    copyKeyId(keys, notify),
    copyCloudKey(keys, notify),
    openInConfluentCloud(),
    openInCloudConsole(keys, notify),
    lateCommand('byok.uploadKey', async () => {
      const { uploadKey } = await import('./lifecycle');
      return uploadKey({ connections, services, store, quotas, view, watched, notify });
    }),
    lateCommand('byok.grantAccess', async () => {
      const { grantAccess } = await import('./lifecycle');
      return grantAccess(keys, store, notify);
    }),
    lateCommand('byok.watchValidation', async () => {
      const { watchValidation } = await import('./lifecycle');
      return watchValidation(keys, store, watched, notify);
    }),
    lateCommand('byok.stopWatching', async () => {
      const { stopWatching } = await import('./lifecycle');
      return stopWatching(keys, watched, store, notify);
    }),
    lateCommand('byok.renameKey', async () => {
      const { renameKey } = await import('./lifecycle');
      return renameKey(keys, services, store, notify);
    }),
    lateCommand('byok.deleteKeys', async () => {
      const { deleteKeys, confirmDeletion: confirm } = await import('./lifecycle');
      return deleteKeys({ connections, keys, store, clusters, held, services, watched, notify, confirm });
    }),
    lateCommand('byok.showFindings', async () => {
      const { showFindings } = await import('./reports');
      return showFindings(await findingArguments(), connections, view);
    }),
    lateCommand('byok.muteFinding', async () => {
      const { muteFinding } = await import('./reports');
      return muteFinding(await findingArguments(), notify);
    }),
    lateCommand('byok.unmuteFinding', async () => {
      const { unmuteFinding } = await import('./reports');
      return unmuteFinding(await findingArguments(), notify);
    }),
    lateCommand('byok.exportInventory', async () => {
      const { exportInventory } = await import('./reports');
      return exportInventory(await inventories(), connections, notify);
    }),
    lateCommand('byok.copySummary', async () => {
      const { copySummary } = await import('./reports');
      return copySummary(await inventories(), connections, notify);
    }),
    showLog(channel),
  ];
}
