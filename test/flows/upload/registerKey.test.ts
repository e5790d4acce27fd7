import assert from 'node:assert/strict';
import { createConfluentCloud } from '../../../src/api/confluentCloud';
import { isApiError } from '../../../src/api/isApiError';
import type { KeysApi, NewKey } from '../../../src/api/keys';
import type { Registration } from '../../../src/flows/upload/registerKey';
import { registerKey } from '../../../src/flows/upload/registerKey';
import type { Key } from '../../../src/model/key';
import type { Fault, PlannedFault } from '../../../src/simulator/faults';
import { collect } from '../../api/testHttp';
import { hurriedClock } from '../../fakes/hurriedClock';
import { basic, origin } from '../../simulator/ask';
import { simulatorOf } from '../../simulator/simulatorOf';

const keyArn = 'arn:aws:kms:us-west-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ff';
const newKey: NewKey = { displayName: 'new', key: { kind: 'AwsKey', keyArn } };

type Simulated = ReturnType<typeof simulatorOf>;

function apiOf({ simulator, organization }: Simulated): KeysApi {
  const [admin] = organization.credentials;
  return createConfluentCloud({
    endpoint: origin,
    authorize: () => Promise.resolve(admin ? basic(admin) : ''),
    fetch: simulator.fetch,
    clock: hurriedClock(1000),
    userAgent: 'confluent-byok/test',
    timeout: () => 30_000,
    log: () => undefined,
  }).keys;
}

async function keysOf(api: KeysApi): Promise<readonly Key[]> {
  return (await collect(api.pages())).flatMap(({ keys }) => keys);
}

/** What became of it: the outcome, whether a key is in it, and the kind of the error. */
function read(registration: Registration): string {
  if ('key' in registration) return `${registration.outcome} ${registration.key.displayName ?? ''}`;
  const { outcome, error } = registration;
  const existing = outcome === 'conflict' ? [registration.existing ? 'with the key' : 'without the key'] : [];
  return [outcome, ...existing, isApiError(error) ? error.kind : String(error)].join(' ');
}

const post = { method: 'POST' } as const;
const lost: Fault = { kind: 'reset', when: 'midBody' };
const down: PlannedFault = {
  match: { method: 'GET' },
  times: Infinity,
  fault: { kind: 'status', status: 401 },
};

const cases: readonly {
  readonly label: string;
  readonly faults?: readonly PlannedFault[];
  readonly behaviour?: Parameters<typeof simulatorOf>[1];
  readonly limit?: number;
  /** Whether the keys of before are known. */
  readonly isKnown?: boolean;
  /** How often the same key was registered before. */
  readonly before?: number;
  readonly outcome: string;
  /** How many more of it there are afterwards. */
  readonly more: number;
}[] = [
  { label: 'an answer', outcome: 'registered new', more: 1 },
  {
    label: 'an answer that is lost, of a key that was registered',
    faults: [{ match: post, fault: lost }],
    outcome: 'found new',
    more: 1,
  },
  {
    label: 'an answer that is lost, where the same key was registered before too',
    faults: [{ match: post, fault: lost }],
    before: 1,
    outcome: 'found new',
    more: 1,
  },
  {
    label: 'a page in place of the answer',
    faults: [{ match: post, takesEffect: true, fault: { kind: 'html' } }],
    outcome: 'found new',
    more: 1,
  },
  {
    label: 'a request that did not arrive',
    faults: [{ match: post, fault: { kind: 'reset', when: 'beforeHeaders' } }],
    outcome: 'notRegistered unreachable',
    more: 0,
  },
  {
    label: 'a request that did not arrive, where the same key was registered before',
    faults: [{ match: post, fault: { kind: 'reset', when: 'beforeHeaders' } }],
    before: 1,
    outcome: 'notRegistered unreachable',
    more: 0,
  },
  {
    label: 'a failure of the service',
    faults: [{ match: post, fault: { kind: 'status', status: 500 } }],
    outcome: 'notRegistered server',
    more: 0,
  },
  {
    label: 'an answer that is lost, with nobody to ask afterwards',
    faults: [{ match: post, fault: lost }, down],
    outcome: 'unknown unreachable',
    more: 1,
  },
  {
    label: 'an answer that is lost, where it is not known what there was before',
    faults: [{ match: post, fault: lost }],
    isKnown: false,
    outcome: 'unknown unreachable',
    more: 1,
  },
  {
    label: 'a request that did not arrive, where it is not known what there was before',
    faults: [{ match: post, fault: { kind: 'reset', when: 'beforeHeaders' } }],
    isKnown: false,
    outcome: 'notRegistered unreachable',
    more: 0,
  },
  {
    label: 'a conflict with a key that the service names',
    behaviour: { duplicates: 'conflict' },
    before: 1,
    outcome: 'conflict with the key conflict',
    more: 0,
  },
  {
    label: 'a conflict with a key that the service does not name',
    faults: [{ match: post, fault: { kind: 'status', status: 409 } }],
    before: 1,
    outcome: 'conflict with the key conflict',
    more: 0,
  },
  {
    label: 'a conflict with a key that cannot be seen',
    faults: [{ match: post, fault: { kind: 'status', status: 409 } }, down],
    outcome: 'conflict without the key conflict',
    more: 0,
  },
  { label: 'a quota that is used up', limit: 1, outcome: 'refused quotaExceeded', more: 0 },
  {
    label: 'a quota that is used up, said with 400',
    behaviour: { quotaStatus: 400 },
    limit: 1,
    outcome: 'refused quotaExceeded',
    more: 0,
  },
  ...([400, 401, 403, 422, 429] as const).map(status => ({
    label: `an answer ${status}`,
    faults: [{ match: post, times: Infinity, fault: { kind: 'status', status } as const }],
    outcome: `refused ${
      { 400: 'invalid', 401: 'unauthenticated', 403: 'forbidden', 422: 'invalid', 429: 'rateLimited' }[status]
    }`,
    more: 0,
  })),
];

describe('registerKey', () => {
  for (const {
    label,
    faults = [],
    behaviour = {},
    limit,
    isKnown = true,
    before = 0,
    outcome,
    more,
  } of cases) {
    it(`says what became of it: ${label}`, async () => {
      const simulated = simulatorOf(limit === undefined ? {} : { keyLimit: limit }, behaviour);
      const { simulator } = simulated;
      const api = apiOf(simulated);
      for (let n = 0; n < before; n += 1) await api.create(newKey);
      const known = await keysOf(api);
      const sent = simulator.requests.filter(({ method }) => method === 'POST').length;
      for (const fault of faults) simulator.faults.add(fault);

      assert.equal(read(await registerKey(api, newKey, isKnown ? known : undefined)), outcome);

      simulator.faults.clear();
      assert.equal((await keysOf(api)).length - known.length, more);
      const isLimited = outcome.endsWith('rateLimited');
      // Only what the service says it has not looked at is sent again.
      if (!isLimited)
        assert.equal(simulator.requests.filter(({ method }) => method === 'POST').length - sent, 1);
    });
  }
});
