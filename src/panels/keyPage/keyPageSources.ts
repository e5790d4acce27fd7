import type * as vscode from 'vscode';
import type { ConnectionStore } from '../../connections/connectionStore';
import type { Log } from '../../log';
import type { ClusterStore } from '../../stores/clusterStore';
import type { Findings } from '../../stores/findings';
import type { KeyHistory } from '../../stores/keyHistory';
import type { KeyStore } from '../../stores/keyStore';
import type { WatchedKeys } from '../../watch/watchedKeys';

/** Where a page has from what it shows. */
export interface KeyPageSources {
  readonly connections: ConnectionStore;
  readonly store: KeyStore;
  readonly clusters: ClusterStore;
  readonly history: KeyHistory;
  readonly watched: WatchedKeys;
  readonly findings: () => Promise<Findings>;
  readonly log: Log;
  readonly extensionUri: vscode.Uri;
}
