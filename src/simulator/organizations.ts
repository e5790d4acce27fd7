import type { JsonObject } from '../model/json';
import { Refusal } from './answer';
import type { Call, Operation } from './call';
import { unknownId } from './failures';
import type { SimulatedOrganization } from './organization';
import type { ListKind } from './paging';
import { metadata } from './resourceMetadata';

const list: ListKind = {
  apiVersion: 'org/v2',
  kind: 'OrganizationList',
  resource: 'Organization',
  maximum: 100,
  filters: [],
};

/** Credentials see the one organization they are of. */
export const listOrganizations: Operation = (call, { state, paging }) =>
  paging.list(
    call,
    list,
    () => [state.organization],
    organization => organizationJson(organization, call),
  );

export const getOrganization: Operation = (call, { state, behaviour }) => {
  if (call.id !== state.organization.id) {
    throw new Refusal(unknownId(behaviour.unknownId, call.caller.id, call.id));
  }
  return { status: 200, json: organizationJson(state.organization, call) };
};

function organizationJson(organization: SimulatedOrganization, call: Call): JsonObject {
  const { id, displayName } = organization;
  return {
    api_version: 'org/v2',
    kind: 'Organization',
    id,
    metadata: metadata(organization, `${call.base}/org/v2/organizations/${id}`, `organization=${id}`),
    display_name: displayName,
    jit_enabled: false,
  };
}
