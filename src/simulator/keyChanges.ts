import { cloudIdentifier } from '../model/key';
import type { Answer } from './answer';
import { type Call, jsonBody, type Operation, type Parts } from './call';
import { badRequest, conflict, invalidBody, methodNotAllowed, quotaExceeded } from './failures';
import { readKeyInput } from './keyInput';
import { answerKey, known } from './keys';
import type { SimulatedKey } from './organization';
import { registeredKey } from './registeredKey';

export const createKey: Operation = (call, parts) => {
  const { state, behaviour } = parts;
  const input = readKeyInput(jsonBody(call), behaviour.shape);
  const identifier = cloudIdentifier(input.cloudKey);
  const same = state.keys().find(key => cloudIdentifier(key.cloudKey) === identifier);
  if (same !== undefined && behaviour.duplicates === 'conflict') {
    return conflict(
      {
        code: 'resource_already_exists',
        title: 'Resource Already exists',
        detail: `The key '${same.id}' already exists.`,
      },
      location(call, same),
    );
  }
  if (state.keys().length >= state.organization.keyLimit) return quotaRefusal(parts);
  const key = registeredKey(state.mintId('cck'), input, state.now());
  state.putKey(key);
  state.plan(key.id, [{ afterMs: behaviour.validationDelay, phase: 'VALID' }]);
  const answer = answerKey(201, call, parts, key);
  return { ...answer, headers: { Location: location(call, key) } };
};

export const updateKey: Operation = (call, parts) => {
  if (parts.behaviour.shape === '2023') return methodNotAllowed('GET, DELETE');
  const key = known(call, parts);
  const { display_name: name, key: immutable } = jsonBody(call);
  if (immutable !== undefined)
    throw invalidBody([{ pointer: '/key', detail: "The property '/key' is immutable" }]);
  if (name === undefined) return answerKey(200, call, parts, key);
  if (typeof name !== 'string') {
    throw invalidBody([
      { pointer: '/display_name', detail: "The property '/display_name' must be a string" },
    ]);
  }
  const renamed = { ...key, displayName: name, updatedAt: parts.state.now() };
  parts.state.putKey(renamed);
  return answerKey(200, call, parts, renamed);
};

export const deleteKey: Operation = (call, parts) => {
  const { id } = known(call, parts);
  if (parts.state.isInUse(id)) {
    // That the answer is 409 is known from users' reports; its wording is not.
    return conflict({
      code: 'resource_in_use',
      title: 'Resource In Use',
      detail: `The key '${id}' is in use by a Kafka cluster.`,
    });
  }
  parts.state.deleteKey(id);
  return { status: 204 };
};

function location(call: Call, key: SimulatedKey): string {
  return `${call.base}/byok/v1/keys/${key.id}`;
}

function quotaRefusal({ state, behaviour }: Parts): Answer {
  if (behaviour.quotaStatus === 402) return quotaExceeded();
  const detail = `The number of BYOK keys per organization is currently limited to ${state.organization.keyLimit}.`;
  throw badRequest(detail);
}
