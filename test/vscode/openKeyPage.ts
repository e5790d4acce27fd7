import * as vscode from 'vscode';
import type { Log } from '../../src/log';
import { KeyPage } from '../../src/panels/keyPage/keyPage';
import type { KeyPageState } from '../../src/panels/protocol/keyPage';
import { Settings } from '../../src/settings';
import { ClusterStore } from '../../src/stores/clusterStore';
import { Findings } from '../../src/stores/findings';
import { HeldKeys } from '../../src/stores/heldKeys';
import { KeyHistory } from '../../src/stores/keyHistory';
import { QuotaStore } from '../../src/stores/quotaStore';
import { WatchedKeys } from '../../src/watch/watchedKeys';
import { FakeMemento } from '../fakes/fakeMemento';
import { FakePanel } from '../fakes/fakePanel';
import { silentLog } from '../fakes/silentLog';
import { openStores } from './openStores';

/** The stores of one window, and pages of keys in panels without a browser. */
export async function openKeyPages() {
  const stores = await openStores();
  const { cloud, connections, memento, store } = stores;
  const clusters = new ClusterStore(() => Promise.resolve(cloud), connections);
  const quotas = new QuotaStore(() => Promise.resolve(cloud.quotas), connections);
  const history = new KeyHistory(store, memento);
  const held = new HeldKeys(store, clusters, memento);
  const watched = new WatchedKeys(store, connections, new FakeMemento());
  const settings = new Settings();
  const findings = new Findings({
    store,
    clusters,
    quotas,
    held,
    history,
    connections,
    settings,
    memento,
  });
  const warnings: string[] = [];
  const log: Log = { ...silentLog, warn: message => warnings.push(message) };
  const pages: KeyPage[] = [];
  const open = (keyId: string, connectionId = stores.id) => {
    const panel = new FakePanel();
    const sources = {
      connections,
      store,
      clusters,
      history,
      watched,
      log,
      findings: () => Promise.resolve(findings),
      extensionUri: vscode.Uri.file('/extension'),
    };
    pages.push(new KeyPage(panel, { connectionId, keyId }, sources));
    return { panel, state: () => stateOf(panel) };
  };
  const dispose = (): void => {
    for (const each of [...pages, findings, watched, held, history, quotas, clusters, stores]) each.dispose();
  };
  return { ...stores, clusters, watched, findings, warnings, open, dispose };
}

/** What the page shows: the last state that was sent to it, or the one that it began with. */
function stateOf({ webview }: FakePanel): KeyPageState {
  const states = webview.sent.flatMap(message => {
    const { type, state } = message as { type: string; state?: KeyPageState };
    return type === 'state' && state ? [state] : [];
  });
  return states.at(-1) ?? beginningOf(webview.html);
}

export function beginningOf(html: string): KeyPageState {
  const [, json = 'null'] = /<script type="application\/json" id="state">(.*?)<\/script>/s.exec(html) ?? [];
  return JSON.parse(json) as KeyPageState;
}
