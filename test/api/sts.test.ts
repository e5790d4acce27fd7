import assert from 'node:assert/strict';
import type { ApiError } from '../../src/api/errors';
import { StsApi } from '../../src/api/sts';
import { outcomeOf, testHttp } from './testHttp';

const exchange = { subjectToken: 'idp.jwt', identityPoolId: 'pool-1', expiresIn: 600 };

describe('StsApi', () => {
  it('exchanges a token, without signing in and without a word of it in the log', async () => {
    const { http, service, log } = testHttp([
      { json: { access_token: 'sts.jwt', token_type: 'Bearer', expires_in: 600 } },
    ]);
    assert.deepEqual(await new StsApi(http).exchange(exchange), { accessToken: 'sts.jwt', expiresIn: 600 });
    const [request] = service.requests;
    assert.deepEqual(Object.fromEntries(new URLSearchParams(request?.body)), {
      grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
      subject_token: 'idp.jwt',
      identity_pool_id: 'pool-1',
      subject_token_type: 'urn:ietf:params:oauth:token-type:jwt',
      requested_token_type: 'urn:ietf:params:oauth:token-type:access_token',
      expires_in: '600',
    });
    assert.equal(request?.headers['Authorization'], undefined);
    assert.doesNotMatch(JSON.stringify(log), /jwt/);
  });

  it('throws for an answer without a token', async () => {
    const { http } = testHttp([{ json: { access_token: 7 } }]);
    assert.equal(((await outcomeOf(new StsApi(http).exchange(exchange))) as ApiError).reason, 'unexpected');
  });
});
