import assert from 'node:assert/strict';
import { EnvironmentsApi } from '../../src/api/environments';
import { testHttp } from './testHttp';

describe('EnvironmentsApi', () => {
  it('lists ids and names', async () => {
    const { http, service } = testHttp([
      { json: { data: [{ id: 'env-1', display_name: 'prod' }, { id: 't2' }] } },
    ]);
    assert.deepEqual(await new EnvironmentsApi(http).list(), [
      { id: 'env-1', displayName: 'prod' },
      { id: 't2', displayName: undefined },
    ]);
    assert.equal(service.requests[0]?.url, 'https://api.confluent.cloud/org/v2/environments?page_size=100');
  });
});
