import assert from 'node:assert/strict';
import { OrganizationsApi } from '../../src/api/organizations';
import { testHttp } from './testHttp';

describe('OrganizationsApi', () => {
  it('lists ids and names', async () => {
    const { http, service } = testHttp([{ json: { data: [{ id: '9bb441c4', display_name: 'Acme' }] } }]);
    assert.deepEqual(await new OrganizationsApi(http).list(), [{ id: '9bb441c4', displayName: 'Acme' }]);
    assert.equal(service.requests[0]?.url, 'https://api.confluent.cloud/org/v2/organizations?page_size=100');
  });
});
