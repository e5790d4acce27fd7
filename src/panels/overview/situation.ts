import type { Finding } from '../../model/findings/finding';
import type { Connection } from '../../connections/connection';
import type { Quota } from '../../model/cluster';
import type { SeenClusters } from '../../model/usage';
import type { ConnectionFindings } from '../../stores/findings';
import type { ConnectionKeys } from '../../stores/keyStore';
import type { Look } from '../protocol/overview';

/** What is known of one organization. */
export interface OrganizationSituation {
  readonly connection: Connection;
  readonly keys: ConnectionKeys;
  readonly clusters: {
    /** Undefined where nobody has looked yet, or they could not be listed. */
    readonly seen: SeenClusters | undefined;
    readonly failure: unknown;
  };
  readonly quota: Quota | undefined;
  /** Undefined while the rules are being loaded. */
  readonly findings: ConnectionFindings | undefined;
}

/** All that is known when the overview is drawn. */
export interface OverviewSituation {
  readonly organizations: readonly OrganizationSituation[];
  readonly look: Look;
  /** The user asked for everything again. */
  readonly isBusy: boolean;
  /** Clusters are being listed. */
  readonly isListing: boolean;
  /** In ms since 1970. */
  readonly now: number;
}

/** Whether the keys of the organization are there, be it of before. */
export function isKnown({ keys }: OrganizationSituation): boolean {
  return keys.loadedAt !== undefined || keys.keys.length > 0;
}

/** A finding and where it was found. */
export interface Found<F extends Finding> {
  readonly finding: F;
  readonly organization: OrganizationSituation;
}
