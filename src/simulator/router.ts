import { type Answer, failure } from './answer';
import type { Operation } from './call';
import { createCluster, deleteCluster, getCluster, listClusters } from './clusters';
import { getEnvironment, listEnvironments } from './environments';
import { badRequest, methodNotAllowed } from './failures';
import { createKey, deleteKey, getKey, listKeys, updateKey } from './keys';
import type { Role } from './organization';
import { getOrganization, listOrganizations } from './organizations';
import { getQuota, listQuotas } from './quotas';
import { exchangeToken } from './sts';

export interface Route {
  readonly method: string;
  /** Ends in `/{id}` for one item. */
  readonly path: string;
  /** What a refusal calls it. */
  readonly resource: string;
  /** Who may; undefined for the one operation that asks for no credentials. */
  readonly roles: readonly Role[] | undefined;
  readonly run: Operation;
}

const admins: readonly Role[] = ['OrganizationAdmin', 'EnvironmentAdmin'];
const everybody: readonly Role[] = [...admins, 'MetricsViewer'];

const keys = { path: '/byok/v1/keys', resource: 'Key', roles: admins };
const key = { ...keys, path: '/byok/v1/keys/{id}' };
const clusters = { path: '/cmk/v2/clusters', resource: 'Cluster', roles: admins };
const cluster = { ...clusters, path: '/cmk/v2/clusters/{id}' };
const environments = { path: '/org/v2/environments', resource: 'Environment', roles: everybody };
const environment = { ...environments, path: '/org/v2/environments/{id}' };
const organizations = { path: '/org/v2/organizations', resource: 'Organization', roles: everybody };
const organization = { ...organizations, path: '/org/v2/organizations/{id}' };
const quotas = { path: '/service-quota/v1/applied-quotas', resource: 'AppliedQuota', roles: admins };
const quota = { ...quotas, path: '/service-quota/v1/applied-quotas/{id}' };
const tokens = { path: '/sts/v1/oauth2/token', resource: 'OauthToken', roles: undefined };

const routes: readonly Route[] = [
  { ...keys, method: 'GET', run: listKeys },
  { ...keys, method: 'POST', run: createKey },
  { ...key, method: 'GET', run: getKey },
  { ...key, method: 'PATCH', run: updateKey },
  { ...key, method: 'DELETE', run: deleteKey },
  { ...clusters, method: 'GET', run: listClusters },
  { ...clusters, method: 'POST', run: createCluster },
  { ...cluster, method: 'GET', run: getCluster },
  { ...cluster, method: 'DELETE', run: deleteCluster },
  { ...environments, method: 'GET', run: listEnvironments },
  { ...environment, method: 'GET', run: getEnvironment },
  { ...organizations, method: 'GET', run: listOrganizations },
  { ...organization, method: 'GET', run: getOrganization },
  { ...quotas, method: 'GET', run: listQuotas },
  { ...quota, method: 'GET', run: getQuota },
  { ...tokens, method: 'POST', run: exchangeToken },
];

/** The operation that a method and a path name, with the id in the path; else 404 or 405. */
export function findRoute(
  method: string,
  path: string,
): { readonly route: Route; readonly id: string } | Answer {
  const parent = path.slice(0, path.lastIndexOf('/'));
  const here = routes.filter(route => route.path === path || route.path === `${parent}/{id}`);
  const route = here.find(candidate => candidate.method === method);
  if (route !== undefined) return { route, id: decodeSegment(path.slice(parent.length + 1)) };
  if (here.length === 0) return failure(404, [{ title: 'Not Found' }]);
  return methodNotAllowed(here.map(candidate => candidate.method).join(', '));
}

function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw badRequest('The path is not valid.');
  }
}
