import type { JsonObject } from '../model/json';
import { Refusal } from './answer';
import type { Call, Operation, Parts } from './call';
import { badParameter, unknownId } from './failures';
import type { ListKind } from './paging';
import { metadata, reference } from './resourceMetadata';

interface AppliedQuota {
  readonly id: string;
  readonly displayName: string;
  readonly defaultLimit: number;
  readonly appliedLimit: number;
  readonly usage: number;
  readonly createdAt: number;
}

const scopes = ['environment', 'network', 'kafka_cluster', 'identity_provider', 'certificate_authority'];

const list: ListKind = {
  apiVersion: 'service-quota/v1',
  kind: 'AppliedQuotaList',
  resource: 'AppliedQuota',
  maximum: 200,
  filters: ['scope', 'id', ...scopes],
};

export const listQuotas: Operation = (call, parts) => {
  if (!call.query.has('page_token') && !call.query.get('scope')) {
    throw badParameter('scope', "The query parameter 'scope' is required.");
  }
  return parts.paging.list(
    call,
    list,
    filters =>
      // All quotas here are of the organization: what is asked of another scope is an empty list.
      filters.get('scope') !== 'ORGANIZATION' || scopes.some(scope => filters.has(scope))
        ? []
        : appliedQuotas(parts).filter(quota => (filters.get('id') ?? quota.id) === quota.id),
    quota => quotaJson(quota, call, parts),
  );
};

export const getQuota: Operation = (call, parts) => {
  const quota = appliedQuotas(parts).find(({ id }) => id === call.id);
  if (quota === undefined) throw new Refusal(unknownId(parts.behaviour.unknownId, call.caller.id, call.id));
  return { status: 200, json: quotaJson(quota, call, parts) };
};

function appliedQuotas({ state }: Parts): readonly AppliedQuota[] {
  const { createdAt, keyLimit, environments } = state.organization;
  return [
    {
      id: 'byok.max_keys.per_org',
      displayName: 'Max BYOK keys per organization',
      defaultLimit: 20,
      appliedLimit: keyLimit,
      usage: state.keys().length,
      createdAt,
    },
    {
      id: 'iam.max_environments.per_org',
      displayName: 'Max environments per organization',
      defaultLimit: 25,
      appliedLimit: Math.max(25, environments.length),
      usage: environments.length,
      createdAt,
    },
  ];
}

function quotaJson(quota: AppliedQuota, call: Call, { state, behaviour }: Parts): JsonObject {
  const { id: organization } = state.organization;
  const { id, usage } = quota;
  return {
    api_version: 'service-quota/v1',
    kind: 'AppliedQuota',
    id,
    metadata: metadata(
      quota,
      `${call.base}/service-quota/v1/applied-quotas/${id}`,
      `organization=${organization}/applied-quota=${id}`,
    ),
    scope: 'ORGANIZATION',
    display_name: quota.displayName,
    default_limit: quota.defaultLimit,
    applied_limit: quota.appliedLimit,
    // The service leaves out a usage of zero.
    ...(behaviour.quotaUsage === 'reported' && usage > 0 ? { usage } : {}),
    organization: reference(
      organization,
      `${call.base}/org/v2/organizations/${organization}`,
      `organization=${organization}`,
    ),
  };
}
