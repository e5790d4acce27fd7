import type { Answer } from './answer';
import { Refusal } from './answer';
import type { Call, Operation, Parts } from './call';
import { unknownId } from './failures';
import { passes } from './keyFilter';
import { keyJson } from './keyJson';
import type { SimulatedKey } from './organization';
import type { ListKind } from './paging';

const list: ListKind = {
  apiVersion: 'byok/v1',
  kind: 'KeyList',
  resource: 'Key',
  maximum: 100,
  filters: ['display_name', 'provider', 'state', 'validation_phase', 'validation_region', 'key'],
};

const list2023: ListKind = { ...list, filters: ['provider', 'state'] };

export const listKeys: Operation = (call, parts) => {
  const { state, behaviour, paging } = parts;
  return paging.list(
    call,
    behaviour.shape === 'current' ? list : list2023,
    filters => state.keys().filter(key => passes(key, filters, state, behaviour)),
    key => keyJson(key, call.base, parts),
  );
};

export const getKey: Operation = (call, parts) => answerKey(200, call, parts, known(call, parts));

/** The key that a call names; refuses one that is not there. */
export function known(call: Call, { state, behaviour }: Parts): SimulatedKey {
  const key = state.key(call.id);
  if (key === undefined) throw new Refusal(unknownId(behaviour.unknownId, call.caller.id, call.id));
  return key;
}

export function answerKey(status: number, call: Call, parts: Parts, key: SimulatedKey): Answer {
  return { status, json: keyJson(key, call.base, parts) };
}
