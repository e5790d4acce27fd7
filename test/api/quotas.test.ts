import assert from 'node:assert/strict';
import { QuotasApi } from '../../src/api/quotas';
import type { Quota } from '../../src/model/cluster';
import { testHttp } from './testHttp';

describe('QuotasApi', () => {
  const id = 'byok.max_keys.per_org';
  const cases: readonly (readonly [label: string, data: readonly unknown[], expected: Quota | undefined])[] =
    [
      ['limit and usage', [{ id, applied_limit: 20, usage: 7 }], { id, limit: 20, usage: 7 }],
      ['a limit alone', [{ id, applied_limit: 20 }], { id, limit: 20, usage: undefined }],
      [
        'another quota first',
        [
          { id: 'x', applied_limit: 1 },
          { id, applied_limit: 20 },
        ],
        { id, limit: 20, usage: undefined },
      ],
      ['no such quota', [], undefined],
      ['a limit that is no number', [{ id, applied_limit: '20' }], undefined],
    ];
  for (const [label, data, expected] of cases) {
    it(`reads ${label}`, async () => {
      const { http, service } = testHttp([{ json: { data } }]);
      assert.deepEqual(await new QuotasApi(http).byokKeys(), expected);
      assert.equal(
        service.requests[0]?.url,
        'https://api.confluent.cloud/service-quota/v1/applied-quotas?scope=ORGANIZATION&id=byok.max_keys.per_org&page_size=100',
      );
    });
  }
});
