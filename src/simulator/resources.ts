import type { Role } from './organization';

/** Where a kind of resource is, and who may ask for it. */
export interface Resource {
  /** Ends in `/{id}` for one item. */
  readonly path: string;
  /** What a refusal calls it. */
  readonly resource: string;
  /** Undefined for the one that asks for no credentials. */
  readonly roles: readonly Role[] | undefined;
}

const admins: readonly Role[] = ['OrganizationAdmin', 'EnvironmentAdmin'];
const everybody: readonly Role[] = [...admins, 'MetricsViewer'];

export const keys: Resource = { path: '/byok/v1/keys', resource: 'Key', roles: admins };
export const clusters: Resource = { path: '/cmk/v2/clusters', resource: 'Cluster', roles: admins };
export const environments: Resource = {
  path: '/org/v2/environments',
  resource: 'Environment',
  roles: everybody,
};
export const organizations: Resource = {
  path: '/org/v2/organizations',
  resource: 'Organization',
  roles: everybody,
};
export const quotas: Resource = {
  path: '/service-quota/v1/applied-quotas',
  resource: 'AppliedQuota',
  roles: admins,
};
export const tokens: Resource = { path: '/sts/v1/oauth2/token', resource: 'OauthToken', roles: undefined };

/** One item of the resource, by its id. */
export function itemOf(resource: Resource): Resource {
  return { ...resource, path: `${resource.path}/{id}` };
}
