import { showProblem } from '../documents/textDocuments';
import { confirmDeletion } from '../flows/confirmDeletion';
import { Notify } from '../notify';
import type { Parts } from '../parts';
import { clearFilter } from './clearFilter';
import type { Command } from './command';
import { compareKeys } from './compareKeys';
import { copyCloudKey } from './copyCloudKey';
import { copyKeyId } from './copyKeyId';
import { copySummary } from './copySummary';
import { deleteKeys } from './deleteKeys';
import { exploreDemo } from './exploreDemo';
import { exportInventory } from './exportInventory';
import { filterKeys } from './filterKeys';
import { findKey } from './findKey';
import { FindingArguments } from './findingArguments';
import { grantAccess } from './grantAccess';
import { groupKeys } from './groupKeys';
import { Inventories } from './inventories';
import { KeyArguments } from './keyArguments';
import { muteFinding } from './muteFinding';
import { openInCloudConsole } from './openInCloudConsole';
import { openInConfluentCloud } from './openInConfluentCloud';
import { openKey } from './openKey';
import { openKeyJson } from './openKeyJson';
import { openOverview } from './openOverview';
import { refresh, refreshAll } from './refresh';
import { refreshClusters } from './refreshClusters';
import { renameKey } from './renameKey';
import { showFindings } from './showFindings';
import { showLog } from './showLog';
import { showMore } from './showMore';
import { signIn } from './signIn';
import { signInAgain } from './signInAgain';
import { signOut } from './signOut';
import { stopWatching } from './stopWatching';
import { unmuteFinding } from './unmuteFinding';
import { uploadKey } from './uploadKey';
import { watchValidation } from './watchValidation';

/** All commands, each with what it needs and no more. */
export function createCommands(parts: Parts): readonly Command[] {
  const { channel, clusters, connections, findings, held, log, quotas, services, store, view, watch } = parts;
  const keys = new KeyArguments(store, connections, () => view.chosenRows());
  const notify = new Notify(log, showProblem);
  const findingArguments = new FindingArguments(findings, store, connections);
  const inventories = new Inventories({ store, connections, clusters, quotas, findings, notify });
  return [
    signIn(connections, services),
    signInAgain(connections, services, store),
    signOut(connections, notify),
    exploreDemo(connections, store),
    refresh(store, connections, notify),
    refreshAll(store, connections),
    refreshClusters(clusters, connections, notify),
    openKey(keys),
    openOverview(parts.overview),
    openKeyJson(keys),
    compareKeys(keys),
    findKey(keys, view),
    groupKeys(view),
    filterKeys(store, connections, view),
    clearFilter(view),
    showMore(view),
    copyKeyId(keys, notify),
    copyCloudKey(keys, notify),
    openInConfluentCloud(),
    openInCloudConsole(keys, notify),
    uploadKey({ connections, services, store, quotas, view, watch, notify }),
    grantAccess(keys, store, notify),
    watchValidation(keys, store, watch, notify),
    stopWatching(watch, store, notify),
    renameKey(keys, services, store, notify),
    deleteKeys({
      connections,
      keys,
      store,
      clusters,
      held,
      services,
      watch,
      notify,
      confirm: confirmDeletion,
    }),
    showFindings(findingArguments, connections, view),
    muteFinding(findingArguments, notify),
    unmuteFinding(findingArguments, notify),
    exportInventory(inventories, connections, notify),
    copySummary(inventories, connections, notify),
    showLog(channel),
  ];
}
