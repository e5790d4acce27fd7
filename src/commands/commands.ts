import type * as vscode from 'vscode';
import type { ConnectionStore } from '../connections/connectionStore';
import type { Services } from '../connections/services';
import { showProblem } from '../documents/problemDocuments';
import type { KeyStore } from '../keyStore';
import type { Log } from '../log';
import { Notify } from '../notify';
import type { KeysView } from '../tree/keysView';
import { clearFilter } from './clearFilter';
import type { Command } from './command';
import { compareKeys } from './compareKeys';
import { copyCloudKey } from './copyCloudKey';
import { copyKeyId } from './copyKeyId';
import { exploreDemo } from './exploreDemo';
import { filterKeys } from './filterKeys';
import { findKey } from './findKey';
import { groupKeys } from './groupKeys';
import { KeyArguments } from './keyArguments';
import { openInCloudConsole } from './openInCloudConsole';
import { openInConfluentCloud } from './openInConfluentCloud';
import { openKeyJson } from './openKeyJson';
import { refresh } from './refresh';
import { showLog } from './showLog';
import { showMore } from './showMore';
import { signIn } from './signIn';
import { signInAgain } from './signInAgain';
import { signOut } from './signOut';

/** What the commands work with. */
export interface Parts {
  readonly channel: vscode.LogOutputChannel;
  readonly connections: ConnectionStore;
  readonly log: Log;
  readonly services: Services;
  readonly store: KeyStore;
  readonly view: KeysView;
}

/** All commands, each with what it needs and no more. */
export function createCommands({
  channel,
  connections,
  log,
  services,
  store,
  view,
}: Parts): readonly Command[] {
  const keys = new KeyArguments(store, connections);
  const notify = new Notify(log, showProblem);
  return [
    signIn(connections, services),
    signInAgain(connections, services, store),
    signOut(connections, notify),
    exploreDemo(connections, store),
    refresh(store, connections, notify),
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
    showLog(channel),
  ];
}
