import assert from 'node:assert/strict';
import { systemClock } from '../../src/api/clock';
import { createConfluentCloud, type ConfluentCloud } from '../../src/api/confluentCloud';
import { Http, type HttpOptions } from '../../src/api/http';
import { StsApi } from '../../src/api/sts';
import { demoOrganization } from '../../src/simulator/demoOrganization';
import { Simulator } from '../../src/simulator/simulator';
import { collect } from '../api/testHttp';
import { checkRequest, describeContract, loadSpec } from './openapi';

interface Row {
  readonly what: string;
  readonly spec: string;
  readonly requests: readonly string[];
  readonly run: (cloud: ConfluentCloud, sts: StsApi) => Promise<unknown>;
}

const keyArn = 'arn:aws:kms:us-west-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';
const keyVaultId =
  '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/v';
const tenantId = '00000000-0000-0000-0000-000000000000';

const rows: readonly Row[] = [
  {
    what: 'listing keys by every filter',
    spec: 'byok-v1',
    requests: [
      'GET /byok/v1/keys?display_name=pay&provider=AWS&state=IN_USE&validation_phase=VALID&validation_region=eu-west-1&key=arn&page_size=100',
    ],
    run: ({ keys }) =>
      collect(
        keys.pages({
          displayName: 'pay',
          provider: 'AWS',
          state: 'IN_USE',
          phase: 'VALID',
          region: 'eu-west-1',
          cloudKey: 'arn',
        }),
      ),
  },
  {
    what: 'reading a key',
    spec: 'byok-v1',
    requests: ['GET /byok/v1/keys/cck-7k2ma'],
    run: ({ keys }) => keys.get('cck-7k2ma'),
  },
  {
    what: 'registering a key of AWS',
    spec: 'byok-v1',
    requests: ['POST /byok/v1/keys'],
    run: ({ keys }) => keys.create({ displayName: 'new', key: { kind: 'AwsKey', keyArn } }),
  },
  {
    what: 'registering a key of Azure',
    spec: 'byok-v1',
    requests: ['POST /byok/v1/keys'],
    run: ({ keys }) =>
      keys.create({
        key: { kind: 'AzureKey', keyId: 'https://v.vault.azure.net/keys/k', keyVaultId, tenantId },
      }),
  },
  {
    what: 'registering a key of Google Cloud',
    spec: 'byok-v1',
    requests: ['POST /byok/v1/keys'],
    run: ({ keys }) =>
      keys.create({
        key: { kind: 'GcpKey', keyId: 'projects/project-1/locations/us-central1/keyRings/r/cryptoKeys/k' },
      }),
  },
  {
    what: 'renaming a key',
    spec: 'byok-v1',
    requests: ['PATCH /byok/v1/keys/cck-7k2ma'],
    run: ({ keys }) => keys.rename('cck-7k2ma', 'new'),
  },
  {
    what: 'registering and deleting a key',
    spec: 'byok-v1',
    requests: ['POST /byok/v1/keys', 'DELETE /byok/v1/keys/{new}'],
    run: async ({ keys }) => {
      const { id } = await keys.create({ key: { kind: 'AwsKey', keyArn } });
      await keys.delete(id);
    },
  },
  {
    what: 'listing clusters',
    spec: 'cmk-v2',
    requests: ['GET /cmk/v2/clusters?environment=env-p7r0d&page_size=100'],
    run: ({ clusters }) => clusters.list('env-p7r0d'),
  },
  {
    what: 'listing environments',
    spec: 'org-v2',
    requests: ['GET /org/v2/environments?page_size=100'],
    run: ({ environments }) => environments.list(),
  },
  {
    what: 'listing organizations',
    spec: 'org-v2',
    requests: ['GET /org/v2/organizations?page_size=100'],
    run: ({ organizations }) => organizations.list(),
  },
  {
    what: 'reading the quota',
    spec: 'service-quota-v1',
    requests: [
      'GET /service-quota/v1/applied-quotas?scope=ORGANIZATION&id=byok.max_keys.per_org&page_size=100',
    ],
    run: ({ quotas }) => quotas.byokKeys(),
  },
  {
    what: 'exchanging a token',
    spec: 'sts-v1',
    requests: ['POST /sts/v1/oauth2/token'],
    run: (_, sts) => sts.exchange({ subjectToken: 'a.b.c', identityPoolId: 'pool-demo1', expiresIn: 600 }),
  },
];

describeContract('what the client sends keeps to the published descriptions', () => {
  for (const { what, spec, requests, run } of rows) {
    it(what, async () => {
      const organization = { ...demoOrganization(Date.now()), keyLimit: 100 };
      const [admin] = organization.credentials;
      const simulator = new Simulator({ organization });
      const options: HttpOptions = {
        endpoint: 'https://api.confluent.cloud',
        authorize: () =>
          Promise.resolve(`Basic ${btoa(`${admin?.apiKeyId ?? ''}:${admin?.apiKeySecret ?? ''}`)}`),
        fetch: simulator.fetch,
        clock: systemClock,
        userAgent: 'confluent-byok/test',
        timeout: () => 30_000,
      };
      await run(createConfluentCloud(options), new StsApi(new Http(options)));
      const known = new Set(organization.keys.map(({ id }) => id));
      assert.deepEqual(
        simulator.requests.map(
          ({ method, path }) => `${method} ${path.replace(/cck-\w+$/, id => (known.has(id) ? id : '{new}'))}`,
        ),
        requests,
      );
      const description = loadSpec(`${spec}.openapi.yaml`);
      assert.deepEqual(
        simulator.requests.flatMap(request => checkRequest(description, request)),
        [],
      );
    });
  }
});
