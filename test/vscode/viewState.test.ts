import assert from 'node:assert/strict';
import { ApiError } from '../../src/api/errors';
import { CredentialMissingError } from '../../src/connections/connectionStore';
import { KeyringError } from '../../src/connections/secretVault';
import { noFilter } from '../../src/model/filter';
import type { KeyFilter } from '../../src/model/filter';
import type { ConnectionKeys } from '../../src/stores/keyStore';
import { viewStateOf } from '../../src/tree/viewState';
import { failureOf } from '../../src/words/failure';
import { loadedKeys, someKey } from '../factories';
import { modelOf } from '../tree/modelOf';

const keys = [someKey('k-1', { name: 'one' })];
const failed = (failure: Error): ConnectionKeys => loadedKeys('one', [], { failure, loadedAt: undefined });
const nothing: KeyFilter = { ...noFilter, text: 'nothing' };

describe('the state of the view', () => {
  const cases: readonly (readonly [
    label: string,
    connections: Record<string, ConnectionKeys>,
    state: string,
    filter?: KeyFilter,
  ])[] = [
    ['nobody is signed in', {}, 'signedOut'],
    [
      'the first list is on its way',
      { one: loadedKeys('one', [], { loadedAt: undefined, isLoading: true }) },
      'loading',
    ],
    ['there are keys', { one: loadedKeys('one', keys) }, 'keys'],
    ['there are none', { one: loadedKeys('one', []) }, 'empty'],
    ['the filter hides all', { one: loadedKeys('one', keys) }, 'filteredOut', nothing],
    ['there are none, and a filter', { one: loadedKeys('one', []) }, 'empty', nothing],
    [
      'only unreadable ones',
      { one: loadedKeys('one', [], { unreadable: [{ id: undefined, reason: 'x', raw: 1 }] }) },
      'keys',
    ],
    ['401', { one: failed(new ApiError('unauthenticated', { status: 401 })) }, 'refused'],
    ['403', { one: failed(new ApiError('forbidden', { status: 403 })) }, 'forbidden'],
    ['no host', { one: failed(new ApiError('unreachable', { reason: 'hostNotFound' })) }, 'unreachable'],
    ['no answer in time', { one: failed(new ApiError('timeout')) }, 'unreachable'],
    ['a portal', { one: failed(new ApiError('badAnswer', { reason: 'notJson' })) }, 'unreachable'],
    ['a problem of the service', { one: failed(new ApiError('server', { status: 503 })) }, 'unreachable'],
    ['too many requests', { one: failed(new ApiError('rateLimited', { status: 429 })) }, 'failed'],
    ['a bug', { one: failed(new TypeError('x')) }, 'failed'],
    ['a keyring that fails', { one: failed(new KeyringError('silent')) }, 'keyring'],
    ['a keyring that forgot', { one: failed(new CredentialMissingError('x')) }, 'keyring'],
    [
      'a failure, but keys of before',
      { one: loadedKeys('one', keys, { failure: new ApiError('timeout') }) },
      'keys',
    ],
    ['two organizations without keys', { one: loadedKeys('one', []), two: loadedKeys('two', []) }, 'keys'],
  ];
  for (const [label, connections, state, filter = noFilter] of cases) {
    it(`${state}: ${label}`, () => assert.equal(viewStateOf(modelOf(connections, { filter })), state));
  }
});

describe('failureOf', () => {
  const hostile = '[Re-auth](command:x)';
  const kinds = [
    'unauthenticated',
    'forbidden',
    'notFound',
    'quotaExceeded',
    'conflict',
    'invalid',
    'rateLimited',
    'rejected',
    'server',
    'redirect',
    'badAnswer',
    'unreachable',
    'timeout',
  ] as const;
  for (const kind of kinds) {
    it(`says nothing of the service's where VS Code makes links of it: ${kind}`, () => {
      const entries = [
        { code: hostile, title: hostile, detail: hostile, pointer: hostile, resolution: hostile },
      ];
      const { reason, advice, words } = failureOf(new ApiError(kind, { entries, requestId: 'r-1' }));
      assert.ok(reason !== '' && advice !== '');
      assert.doesNotMatch(reason + advice, /\[|command:/);
      assert.match(words.join(), /command:x/);
    });
  }
});
