import { ClustersApi } from './clusters';
import { EnvironmentsApi } from './environments';
import { Http, type HttpOptions } from './http';
import { KeysApi } from './keys';
import { OrganizationsApi } from './organizations';
import { QuotasApi } from './quotas';

/** One organization of Confluent Cloud, as one sign-in sees it. */
export interface ConfluentCloud {
  readonly keys: KeysApi;
  readonly clusters: ClustersApi;
  readonly environments: EnvironmentsApi;
  readonly organizations: OrganizationsApi;
  readonly quotas: QuotasApi;
}

export function createConfluentCloud(options: HttpOptions): ConfluentCloud {
  const http = new Http(options);
  return {
    keys: new KeysApi(http),
    clusters: new ClustersApi(http),
    environments: new EnvironmentsApi(http),
    organizations: new OrganizationsApi(http),
    quotas: new QuotasApi(http),
  };
}
