import assert from 'node:assert/strict';
import { ClustersApi } from '../../src/api/clusters';
import type { JsonObject } from '../../src/model/json';
import type { Cluster } from '../../src/model/cluster';
import { testHttp } from './testHttp';

const full: JsonObject = {
  id: 'lkc-12345',
  spec: {
    display_name: 'payments',
    cloud: 'AWS',
    region: 'us-west-2',
    config: { kind: 'Dedicated', cku: 1, encryption_key: 'arn:aws:kms:us-west-2:111122223333:key/1' },
    environment: { id: 'env-00000' },
    byok: { id: 'cck-00000' },
  },
  status: { phase: 'PROVISIONED' },
};

const bare: Cluster = {
  id: 'lkc-1',
  displayName: undefined,
  environmentId: 'env-asked',
  cloud: '',
  region: '',
  type: undefined,
  phase: undefined,
  keyId: undefined,
  legacyEncryptionKey: undefined,
};

describe('ClustersApi', () => {
  const cases: readonly (readonly [label: string, raw: JsonObject, expected: Cluster])[] = [
    [
      'a whole cluster',
      full,
      {
        id: 'lkc-12345',
        displayName: 'payments',
        environmentId: 'env-00000',
        cloud: 'AWS',
        region: 'us-west-2',
        type: 'Dedicated',
        phase: 'PROVISIONED',
        keyId: 'cck-00000',
        legacyEncryptionKey: 'arn:aws:kms:us-west-2:111122223333:key/1',
      },
    ],
    ['one with an id alone', { id: 'lkc-1' }, bare],
    [
      'one of the future',
      {
        id: 'lkc-1',
        spec: { cloud: 'oci', config: { kind: 'Glacier', encryption_key: '' } },
        status: { phase: 'PAUSED' },
      },
      { ...bare, cloud: 'oci', type: 'Glacier', phase: 'PAUSED' },
    ],
    ['a cloud in another case', { id: 'lkc-1', spec: { cloud: 'Azure' } }, { ...bare, cloud: 'AZURE' }],
  ];
  for (const [label, raw, expected] of cases) {
    it(`reads ${label}`, async () => {
      const { http, service } = testHttp([{ json: { data: [raw] } }]);
      assert.deepEqual(await new ClustersApi(http).list('env-asked'), [expected]);
      assert.equal(
        service.requests[0]?.url,
        'https://api.confluent.cloud/cmk/v2/clusters?environment=env-asked&page_size=100',
      );
    });
  }
});
