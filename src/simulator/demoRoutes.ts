import { listClusters } from './clusters';
import { listEnvironments } from './environments';
import { createKey, deleteKey, getKey, listKeys, updateKey } from './keys';
import { listOrganizations } from './organizations';
import { listQuotas } from './quotas';
import { clusters, environments, itemOf, keys, organizations, quotas } from './resources';
import type { Route } from './router';

/** The operations that the extension uses. */
export const demoRoutes: readonly Route[] = [
  { ...keys, method: 'GET', run: listKeys },
  { ...keys, method: 'POST', run: createKey },
  { ...itemOf(keys), method: 'GET', run: getKey },
  { ...itemOf(keys), method: 'PATCH', run: updateKey },
  { ...itemOf(keys), method: 'DELETE', run: deleteKey },
  { ...clusters, method: 'GET', run: listClusters },
  { ...environments, method: 'GET', run: listEnvironments },
  { ...organizations, method: 'GET', run: listOrganizations },
  { ...quotas, method: 'GET', run: listQuotas },
];
