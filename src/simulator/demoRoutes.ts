import { listClusters } from './clusters';
import { listEnvironments } from './environments';
import { getKey, listKeys } from './keys';
import { listOrganizations } from './organizations';
import { listQuotas } from './quotas';
import { clusters, environments, itemOf, keys, organizations, quotas } from './resources';
import type { Route } from './router';

/** The operations that the extension uses to read. */
export const demoRoutes: readonly Route[] = [
  { ...keys, method: 'GET', run: listKeys },
  { ...itemOf(keys), method: 'GET', run: getKey },
  { ...clusters, method: 'GET', run: listClusters },
  { ...environments, method: 'GET', run: listEnvironments },
  { ...organizations, method: 'GET', run: listOrganizations },
  { ...quotas, method: 'GET', run: listQuotas },
];
