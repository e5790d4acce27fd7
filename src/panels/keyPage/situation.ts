import type { Connection } from '../../connections/connection';
import type { Key } from '../../model/key';
import type { Sighting } from '../../model/timeline';
import type { ConnectionFindings } from '../../stores/findings';
import type { ConnectionKeys } from '../../stores/keyStore';
import type { ClusterSources } from './clustersView';

/** All that is known when a page is drawn. */
export interface KeySituation {
  readonly keyId: string;
  /** Undefined when nobody is signed in there any more. */
  readonly connection: Connection | undefined;
  readonly keys: ConnectionKeys;
  /** As the store has it now. */
  readonly key: Key | undefined;
  /** As this page saw it last: what is left to show of a key that is gone. */
  readonly last: Key | undefined;
  /** The service was asked for this one key, and does not have it. */
  readonly isGone: boolean;
  /** Why the service could not be asked for this one key. */
  readonly failure: unknown;
  readonly isLoading: boolean;
  /** The service is asked for this one key. */
  readonly isFetching: boolean;
  /** Another connection that has a key of this id. */
  readonly elsewhere: Connection | undefined;
  readonly isWatched: boolean;
  /** Something the user asked for is under way. */
  readonly isBusy: boolean;
  readonly clusters: Omit<ClusterSources, 'connection'>;
  readonly timeline: readonly Sighting[];
  readonly findings: ConnectionFindings | undefined;
}
