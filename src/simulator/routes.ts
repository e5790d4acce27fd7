import { createCluster, deleteCluster, getCluster } from './clusters';
import { demoChanges } from './demoChanges';
import { demoRoutes } from './demoRoutes';
import { getEnvironment } from './environments';
import { getOrganization } from './organizations';
import { getQuota } from './quotas';
import { clusters, environments, itemOf, organizations, quotas, tokens } from './resources';
import type { Route } from './router';
import { exchangeToken } from './sts';

/** All operations that are simulated. */
export const routes: readonly Route[] = [
  ...demoRoutes,
  ...demoChanges,
  { ...clusters, method: 'POST', run: createCluster },
  { ...itemOf(clusters), method: 'GET', run: getCluster },
  { ...itemOf(clusters), method: 'DELETE', run: deleteCluster },
  { ...itemOf(environments), method: 'GET', run: getEnvironment },
  { ...itemOf(organizations), method: 'GET', run: getOrganization },
  { ...itemOf(quotas), method: 'GET', run: getQuota },
  { ...tokens, method: 'POST', run: exchangeToken },
];
