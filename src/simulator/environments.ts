import type { JsonObject } from '../model/json';
import { Refusal } from './answer';
import type { Call, Operation, Parts } from './call';
import { unknownId } from './failures';
import type { SimulatedEnvironment } from './organization';
import type { ListKind } from './paging';
import { metadata } from './resourceMetadata';

const list: ListKind = {
  apiVersion: 'org/v2',
  kind: 'EnvironmentList',
  resource: 'Environment',
  maximum: 100,
  filters: [],
};

export const listEnvironments: Operation = (call, parts) =>
  parts.paging.list(
    call,
    list,
    () => parts.state.environments(call.caller),
    environment => environmentJson(environment, call, parts),
  );

export const getEnvironment: Operation = (call, parts) => ({
  status: 200,
  json: environmentJson(visibleEnvironment(call.id, call, parts), call, parts),
});

/** The environment of that id; refuses where the caller sees none. */
export function visibleEnvironment(
  id: string,
  call: Call,
  { state, behaviour }: Parts,
): SimulatedEnvironment {
  const environment = state.environments(call.caller).find(one => one.id === id);
  if (environment === undefined) throw new Refusal(unknownId(behaviour.unknownId, call.caller.id, id));
  return environment;
}

function environmentJson(environment: SimulatedEnvironment, call: Call, { state }: Parts): JsonObject {
  const { id, displayName } = environment;
  return {
    api_version: 'org/v2',
    kind: 'Environment',
    id,
    metadata: metadata(
      environment,
      `${call.base}/org/v2/environments/${id}`,
      `organization=${state.organization.id}/environment=${id}`,
    ),
    display_name: displayName,
    stream_governance_config: { package: 'ESSENTIALS' },
  };
}
