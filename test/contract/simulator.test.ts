import assert from 'node:assert/strict';
import { MovableClock } from '../../src/simulator/clock';
import { demoOrganization } from '../../src/simulator/demoOrganization';
import { Simulator } from '../../src/simulator/simulator';
import { ask, dataOf, nextOf, start } from '../simulator/ask';
import { checkRequest, checkResponse, describeContract, loadSpec } from './openapi';
import { badRequests, deviations, type Row, rows } from './simulatorRows';
import { objectAt, type Spec } from './spec';

const specs = {
  byok: 'byok-v1.openapi.yaml',
  cmk: 'cmk-v2.openapi.yaml',
  org: 'org-v2.openapi.yaml',
  'service-quota': 'service-quota-v1.openapi.yaml',
  sts: 'sts-v1.openapi.yaml',
};

const conflicting = { Location: 'https://api.confluent.cloud/byok/v1/keys/cck-7k2ma' };

describeContract('contract: the simulator', () => {
  const loaded = new Map<string, Spec>();

  before(() => {
    for (const [group, file] of Object.entries(specs)) loaded.set(group, loadSpec(file));
  });

  function specOf(what: string): Spec {
    const spec = loaded.get(what.split('/')[1] ?? '');
    assert.ok(spec, what);
    return spec;
  }

  async function run({ what, behaviour = {}, ...question }: Row, prepare?: (simulator: Simulator) => void) {
    const simulator = new Simulator({
      organization: demoOrganization(start),
      clock: new MovableClock(start),
      behaviour,
    });
    prepare?.(simulator);
    const reply = await ask(simulator, what, question);
    const [request] = simulator.requests;
    assert.ok(request);
    const response = { status: reply.status, headers: reply.headers, body: reply.text };
    return { request, response, problems: checkResponse(specOf(what), request, response) };
  }

  describe('answers as described', () => {
    for (const row of [...rows, ...badRequests]) {
      it(`${row.what} with ${row.status}${row.behaviour ? ` when ${JSON.stringify(row.behaviour)}` : ''}`, async () => {
        const { response, problems } = await run(row);
        assert.deepEqual({ status: response.status, problems }, { status: row.status, problems: [] });
      });
    }
  });

  it('is asked as described in the rows above', async () => {
    const secured = rows.filter(row => row.as !== 'nobody' || row.what.includes('/sts/'));
    const described = secured.filter(row => !/page_size=(0|101)$/.test(row.what));
    for (const row of described) {
      const { request } = await run(row);
      assert.deepEqual(checkRequest(specOf(row.what), request), [], row.what);
    }
  });

  describe('leaves the description where', () => {
    for (const { why, problems: expected, ...row } of deviations) {
      it(why, async () => {
        const { response, problems } = await run(row);
        assert.deepEqual({ status: response.status, problems }, { status: row.status, problems: expected });
      });
    }
  });

  it('fails as described, with every status that an operation of it can fail with', async () => {
    const served = new Map(rows.map(row => [operationName(specOf(row.what), row.what), row]));
    for (const [name, row] of served) {
      const operation = specOf(row.what).operations.find(({ method, path }) => `${method} ${path}` === name);
      const statuses = Object.keys(operation?.responses ?? {}).filter(status => status >= '400');
      for (const status of statuses.map(Number)) {
        const located = 'Location' in objectAt(operation?.responses ?? {}, String(status), 'headers');
        const fault = { kind: 'status', status, ...(located ? { headers: conflicting } : {}) } as const;
        const { response, problems } = await run(row, simulator => simulator.faults.add({ fault }));
        assert.deepEqual(
          { status: response.status, problems },
          { status, problems: [] },
          `${name} ${status}`,
        );
      }
    }
    assert.equal(served.size, 16);
  });

  it('pages as described to the end', async () => {
    const simulator = new Simulator({
      organization: demoOrganization(start),
      clock: new MovableClock(start),
    });
    const spec = specOf('GET /byok/v1/keys');
    const lengths: number[] = [];
    let next: string | undefined = '/byok/v1/keys?page_size=7';
    while (next !== undefined) {
      const reply = await ask(simulator, `GET ${next}`);
      const request = simulator.requests.at(-1);
      assert.ok(request);
      const response = { status: reply.status, headers: reply.headers, body: reply.text };
      assert.deepEqual([...checkRequest(spec, request), ...checkResponse(spec, request, response)], []);
      lengths.push(dataOf(reply.json).length);
      next = nextOf(reply.json);
    }
    assert.deepEqual(lengths, [7, 7, 4]);
  });
});

function operationName(spec: Spec, what: string): string {
  const [method = '', target = ''] = what.split(' ');
  const operation = spec.operation(method, target.split('?', 1)[0] ?? '');
  assert.ok(operation, what);
  return `${operation.method} ${operation.path}`;
}
