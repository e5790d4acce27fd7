import type * as vscode from 'vscode';
import type { ConnectionStore } from './connections/connectionStore';
import type { Services } from './connections/services';
import { late } from './late';
import type { Log } from './log';
import type { OverviewPanel } from './panels/overview/overviewPanel';
import type { Settings } from './settings';
import { ClusterStore } from './stores/clusterStore';
import type { Findings } from './stores/findings';
import { HeldKeys } from './stores/heldKeys';
import { forgetGone } from './stores/keptOfConnection';
import { KeyHistory } from './stores/keyHistory';
import type { KeyStore } from './stores/keyStore';
import { QuotaStore } from './stores/quotaStore';
import { KeyDecorations } from './tree/keyDecorations';
import { KeysView } from './tree/keysView';
import type { TreeNode } from './tree/nodes';
import type { ValidationNews } from './watch/outages';
import { outagesIn } from './watch/outages';
import { WatchedKeys } from './watch/watchedKeys';

/** What is there from the start. */
export interface Core {
  readonly channel: vscode.LogOutputChannel;
  readonly connections: ConnectionStore;
  readonly extensionUri: vscode.Uri;
  readonly log: Log;
  /** Of all windows. */
  readonly memento: vscode.Memento;
  /** Of this window. */
  readonly windowMemento: vscode.Memento;
  readonly services: Services;
  readonly settings: Settings;
  readonly store: KeyStore;
  /** The folder where windows tell each other what the user was told. */
  readonly told: string;
  readonly treeView: vscode.TreeView<TreeNode>;
}

/** Everything that there is. */
export interface Parts extends Core {
  readonly clusters: ClusterStore;
  readonly findings: () => Promise<Findings>;
  readonly held: HeldKeys;
  readonly history: KeyHistory;
  readonly overview: () => Promise<OverviewPanel>;
  readonly quotas: QuotaStore;
  readonly view: KeysView;
  readonly watched: WatchedKeys;
}

/** Composes what is there only once somebody looks at the view, runs a command, or keys come in. */
export function composeParts(core: Core, own: <T extends vscode.Disposable>(part: T) => T): Parts {
  const { connections, log, memento, services, store, told } = core;
  const clusters = own(new ClusterStore(id => services.of(id), connections));
  const quotas = own(new QuotaStore(async id => (await services.of(id)).quotas, connections));
  const history = own(new KeyHistory(store, memento));
  const held = own(new HeldKeys(store, clusters, memento));
  const watched = own(new WatchedKeys(store, connections, core.windowMemento));
  const sources = { ...core, clusters, quotas, history, held, watched };
  const view = own(new KeysView(core.treeView, sources));
  own(new KeyDecorations(store, connections));
  const findings = late(async () => {
    const { Findings: All } = await import('./stores/findings');
    return own(new All(sources));
  });
  const overview = late(async () => {
    const { OverviewPanel: Panel } = await import('./panels/overview/overviewPanel');
    return own(new Panel({ ...sources, findings }));
  });

  const tell = async (news: readonly ValidationNews[]): Promise<void> => {
    const { tellNews } = await import('./flows/validationNews');
    await tellNews(news, told);
  };
  own(
    history.onDidTransition(transitions => {
      const outages = outagesIn(transitions, watched);
      if (outages.length > 0) void tell(outages);
    }),
  );
  const watch = late(async () => {
    const { ValidationWatch, WatchStatus } = await import('./watch/watch');
    own(new WatchStatus(watched));
    const begun = own(new ValidationWatch(store, history, watched));
    own(begun.onDidHaveNews(news => void tell([news])));
    own(
      begun.onDidGiveUp(ending => {
        void import('./flows/validationNews').then(({ tellGivenUp }) => tellGivenUp(ending, log));
      }),
    );
  });
  own(watched.onDidStart(() => void watch()));
  if (watched.list().length > 0) void watch();
  own(forgetGone(memento, connections));
  // What came in before there was anybody to see it.
  for (const { id } of connections.list()) history.look(id);
  return { ...sources, findings, overview, view };
}
