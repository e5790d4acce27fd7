import type { ConnectionStore } from '../connections/connectionStore';
import type { ClusterStore } from '../stores/clusterStore';
import type { KeyStore } from '../stores/keyStore';

/** What the hovers know, all of it without asking the service. */
export interface HoverParts {
  readonly connections: ConnectionStore;
  readonly store: KeyStore;
  readonly clusters: ClusterStore;
}
