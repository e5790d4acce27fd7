import assert from 'node:assert/strict';
import type { Clock } from '../../src/api/clock';
import { createConfluentCloud } from '../../src/api/confluentCloud';
import { createFetch, type ClientFetch } from '../../src/api/crossFetch';
import { ApiError } from '../../src/api/errors';
import type { Fetch } from '../../src/api/fetch';
import type { HttpLogEntry } from '../../src/api/http';
import type { Fault } from '../../src/simulator/faults';
import type { SimulatedOrganization } from '../../src/simulator/organization';
import { organizationOf } from '../../src/simulator/organizationOf';
import { serve } from '../../src/simulator/server';
import { Simulator } from '../../src/simulator/simulator';
import { hurriedClock } from '../fakes/hurriedClock';
import { assertNoCanary, canary, canaryKey } from './canary';
import { operations, type Operation } from './operations';
import { outcomeOf } from './testHttp';

/** How an operation ends: `ok`, or the kind of its error and the reason. */
type Ending = string;

interface Row {
  readonly label: string;
  readonly fault?: Fault;
  /** Below HTTP, in place of a fault of the service. */
  readonly fetch?: Fetch;
  readonly isClosed?: boolean;
  /** How often in a row; for ever unless given. */
  readonly times?: number;
  readonly read: Ending;
  readonly write?: Ending;
  /** Most faults of a body leave it alone: its 204 has none. */
  readonly delete?: Ending;
  /** How many tries of a read fail; one unless given. */
  readonly failures?: number;
  /** In ms of the hurried clock. */
  readonly timeout?: number;
}

const failing =
  (code: string): Fetch =>
  () =>
    Promise.reject(Object.assign(new Error(canary), { code }));
const status = (code: number, headers: Record<string, string> = {}): Fault => ({
  kind: 'status',
  status: code,
  headers,
});
const wrong = (value: string | number | null | readonly []): Fault => ({ kind: 'wrongJson', value });

// prettier-ignore
const rows: readonly Row[] = [
  { label: 'F1 host not found', fetch: failing('ENOTFOUND'), read: 'unreachable hostNotFound' },
  { label: 'F2 connection refused', isClosed: true, read: 'unreachable refused' },
  { label: 'F3 no connection', fetch: () => new Promise(() => undefined), read: 'timeout', timeout: 1000 },
  { label: 'F4 reset before the headers', fault: { kind: 'reset', when: 'beforeHeaders' }, read: 'unreachable reset', failures: 4 },
  { label: 'F5 reset in the body', fault: { kind: 'reset', when: 'midBody' }, read: 'unreachable reset', failures: 4 },
  { label: 'F6 stall before the headers', fault: { kind: 'stall', when: 'beforeHeaders' }, read: 'timeout', timeout: 3000 },
  { label: 'F7 stall after the headers', fault: { kind: 'stall', when: 'afterHeaders' }, read: 'timeout', timeout: 3000 },
  { label: 'F8 less than its content-length', fault: { kind: 'truncate', framing: 'contentLength' }, read: 'unreachable reset', failures: 4 },
  { label: 'F9 chunks without an end', fault: { kind: 'truncate', framing: 'chunked' }, read: 'unreachable reset', failures: 4 },
  { label: 'F10 invalid JSON', fault: { kind: 'invalidJson' }, read: 'badAnswer invalidJson', delete: 'ok' },
  { label: 'F11 captive portal', fault: { kind: 'html' }, read: 'badAnswer notJson' },
  { label: 'F12 empty 200', fault: { kind: 'emptyBody' }, read: 'badAnswer empty', failures: 0, delete: 'ok' },
  { label: 'F13 a list', fault: wrong([]), read: 'badAnswer unexpected', failures: 0, delete: 'ok' },
  { label: 'F13 text', fault: wrong('keys'), read: 'badAnswer unexpected', failures: 0, delete: 'ok' },
  { label: 'F13 a number', fault: wrong(7), read: 'badAnswer unexpected', failures: 0, delete: 'ok' },
  { label: 'F13 null', fault: wrong(null), read: 'badAnswer unexpected', failures: 0, delete: 'ok' },
  { label: 'F14 50 MB', fault: { kind: 'hugeBody', bytes: 50_000_000 }, read: 'badAnswer tooLarge', delete: 'ok' },
  { label: 'F14 50 MB in a gzip of 50 kB', fault: { kind: 'gzipBomb', bytes: 50_000_000 }, read: 'badAnswer tooLarge', delete: 'ok' },
  { label: 'F15 400', fault: status(400), read: 'invalid' },
  { label: 'F16 401', fault: status(401), read: 'unauthenticated' },
  { label: 'F18 402', fault: status(402), read: 'quotaExceeded' },
  { label: 'F19 403', fault: status(403), read: 'forbidden' },
  { label: 'F20 404', fault: status(404), read: 'notFound' },
  { label: 'F21 409', fault: status(409), read: 'conflict' },
  { label: 'F22 429 with Retry-After, once', fault: status(429, { 'Retry-After': '2' }), times: 1, read: 'ok', failures: 1, write: 'rateLimited' },
  { label: 'F23 429 with X-RateLimit-Reset, once', fault: status(429, { 'X-RateLimit-Reset': '2' }), times: 1, read: 'ok', failures: 1, write: 'rateLimited' },
  { label: 'F24 429 with neither, once', fault: status(429), times: 1, read: 'ok', failures: 1, write: 'rateLimited' },
  { label: 'F25 429 with Retry-After 1e9', fault: status(429, { 'Retry-After': '1000000000' }), read: 'rateLimited' },
  { label: 'F26 429 for ever', fault: status(429, { 'Retry-After': '1' }), read: 'rateLimited', failures: 4 },
  { label: 'F27 500 for ever', fault: status(500), read: 'server', failures: 4 },
  { label: 'F27 502 for ever', fault: status(502), read: 'server', failures: 4 },
  { label: 'F27 503 for ever', fault: status(503), read: 'server', failures: 4 },
  { label: 'F27 504 for ever', fault: status(504), read: 'server', failures: 4 },
  { label: 'F28 503, once', fault: status(503), times: 1, read: 'ok', failures: 1, write: 'server' },
  { label: 'F28 a broken connection, once', fault: { kind: 'reset', when: 'beforeHeaders' }, times: 1, read: 'ok', failures: 1, write: 'unreachable reset' },
  { label: 'F35 a proxy that wants to know who asks', fault: status(407), read: 'unreachable proxy' },
];

describe('under faults, over real connections, every operation ends as it should', function () {
  this.timeout(60_000);
  const clock: Clock = hurriedClock(10);
  let client: ClientFetch;

  beforeEach(() => {
    client = createFetch();
  });
  afterEach(() => client.destroy());

  async function run(row: Row, operation: Operation): Promise<string> {
    const organization = canaryOrganization();
    const simulator = new Simulator({ organization });
    const server = await serve(simulator);
    const { fault, times = Infinity } = row;
    if (fault) simulator.faults.add({ match: operation.match, times, fault });
    if (row.isClosed) await server.close();
    const log: HttpLogEntry[] = [];
    const cloud = createConfluentCloud({
      endpoint: server.url,
      authorize: () => Promise.resolve(canary),
      fetch: row.fetch ?? client.fetch,
      clock,
      userAgent: 'confluent-byok/test',
      timeout: () => row.timeout ?? 30_000,
      random: () => 0,
      log: entry => log.push(entry),
    });
    const outcome = await outcomeOf(operation.run(cloud, organization.keys[1]?.id ?? ''));
    await server.close();
    const writes = simulator.requests.filter(({ method }) => method !== 'GET');
    assert.ok(writes.length <= 1);
    assertNoCanary(outcome, log);
    return told(endingIn(outcome), log.filter(({ error }) => error !== undefined).length);
  }

  for (const row of rows) {
    it(row.label, async () => {
      const seen = await Promise.all(
        operations.map(async operation => [operation.name, await run(row, operation)] as const),
      );
      const expected = operations.map(({ name, isRead }) => {
        if (isRead) return [name, told(row.read, row.failures ?? 1)] as const;
        const ending = (name === 'delete' ? row.delete : undefined) ?? row.write ?? row.read;
        return [name, told(ending, ending === 'ok' ? 0 : Math.min(row.failures ?? 1, 1))] as const;
      });
      assert.deepEqual(Object.fromEntries(seen), Object.fromEntries(expected));
    });
  }
});

/** Two pages of keys, of which the second is in no cluster's use. */
function canaryOrganization(): SimulatedOrganization {
  return {
    ...organizationOf(120, Date.now(), { clusters: 0 }),
    keyLimit: 200,
    credentials: [{ ...canaryKey, role: 'OrganizationAdmin' }],
  };
}

function told(ending: Ending, failures: number): string {
  return `${ending}, ${failures} failed`;
}

function endingIn(outcome: unknown): Ending {
  if (!(outcome instanceof Error)) return 'ok';
  if (!(outcome instanceof ApiError)) throw outcome;
  return outcome.reason === undefined ? outcome.kind : `${outcome.kind} ${outcome.reason}`;
}
