import type { ConfluentCloud } from '../../src/api/confluentCloud';
import type { PlannedFault } from '../../src/simulator/faults';
import { collect } from './testHttp';

/** One of the seven things that the client does, and the request of it that a fault hits. */
export interface Operation {
  readonly name: 'sign-in check' | 'first page' | 'later page' | 'get' | 'create' | 'rename' | 'delete';
  readonly isRead: boolean;
  readonly match: NonNullable<PlannedFault['match']>;
  run(cloud: ConfluentCloud, keyId: string, signal?: AbortSignal): Promise<unknown>;
}

const keyArn = 'arn:aws:kms:us-west-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';
const item = /^\/byok\/v1\/keys\/[^/?]+$/;

export const operations: readonly Operation[] = [
  {
    name: 'sign-in check',
    isRead: true,
    match: { path: /^\/org\/v2\/organizations/ },
    run: (cloud, _, signal) => cloud.organizations.list(signal),
  },
  {
    name: 'first page',
    isRead: true,
    match: { method: 'GET', path: /^\/byok\/v1\/keys\?/ },
    run: (cloud, _, signal) => collect(cloud.keys.pages({}, signal)),
  },
  {
    name: 'later page',
    isRead: true,
    match: { method: 'GET', path: /page_token=/ },
    run: (cloud, _, signal) => collect(cloud.keys.pages({}, signal)),
  },
  {
    name: 'get',
    isRead: true,
    match: { method: 'GET', path: item },
    run: (cloud, keyId, signal) => cloud.keys.get(keyId, signal),
  },
  {
    name: 'create',
    isRead: false,
    match: { method: 'POST' },
    run: (cloud, _, signal) =>
      cloud.keys.create({ displayName: 'new', key: { kind: 'AwsKey', keyArn } }, signal),
  },
  {
    name: 'rename',
    isRead: false,
    match: { method: 'PATCH' },
    run: (cloud, keyId, signal) => cloud.keys.rename(keyId, 'new', signal),
  },
  {
    name: 'delete',
    isRead: false,
    match: { method: 'DELETE' },
    run: (cloud, keyId, signal) => cloud.keys.delete(keyId, signal),
  },
];
