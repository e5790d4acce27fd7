import assert from 'node:assert/strict';
import type { Simulator } from '../../src/simulator/simulator';
import { type As, ask, basic, errorsOf, idsOf } from './ask';
import { simulatorOf } from './simulatorOf';

const token = {
  grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
  subject_token: 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJtZSJ9.c2ln',
  identity_pool_id: 'pool-demo1',
  subject_token_type: 'urn:ietf:params:oauth:token-type:jwt',
  requested_token_type: 'urn:ietf:params:oauth:token-type:access_token',
};

function exchange(simulator: Simulator, change: Readonly<Record<string, string>> = {}) {
  return ask(simulator, 'POST /sts/v1/oauth2/token', {
    as: 'nobody',
    body: String(new URLSearchParams({ ...token, ...change })),
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
  });
}

describe('signing in', () => {
  const { organization } = simulatorOf();
  const [admin] = organization.credentials;
  const [kafka] = organization.kafkaCredentials;
  assert.ok(admin && kafka);
  const cases: readonly [string, As, number][] = [
    ['a Cloud API key', 'admin', 200],
    ['an environment admin', 'environmentAdmin', 200],
    ['a metrics viewer', 'viewer', 403],
    ['nothing', 'nobody', 401],
    ['a wrong secret', { authorization: basic({ ...admin, apiKeySecret: 'wrong' }) }, 401],
    ['an empty secret', { authorization: basic({ ...admin, apiKeySecret: '' }) }, 401],
    ['an unknown key', { authorization: basic({ apiKeyId: 'UNKNOWN', apiKeySecret: 'x' }) }, 401],
    ['the right key of a Kafka cluster', { authorization: basic(kafka) }, 401],
    ['what is no Base64', { authorization: 'Basic $$$' }, 401],
    ['an unknown token', { authorization: 'Bearer made-up' }, 401],
    ['another scheme', { authorization: 'Digest x' }, 401],
  ];
  for (const [name, as, status] of cases) {
    it(`with ${name} answers ${status}`, async () => {
      const reply = await ask(simulatorOf().simulator, 'GET /byok/v1/keys', { as });
      assert.equal(reply.status, status);
    });
  }

  it('says what was wrong, in the words of the service', async () => {
    const { headers, json } = await ask(simulatorOf().simulator, 'GET /byok/v1/keys', { as: 'nobody' });
    assert.equal(
      headers.get('WWW-Authenticate'),
      'Basic error="invalid_key", error_description="The API Key is invalid"',
    );
    assert.deepEqual(errorsOf(json), [
      {
        status: '401',
        code: 'user_unauthenticated',
        title: 'Authentication Required',
        detail: 'Valid authentication credentials must be provided',
      },
    ]);
  });

  it('says which role is missing', async () => {
    const { json } = await ask(simulatorOf().simulator, 'GET /byok/v1/keys', { as: 'viewer' });
    assert.equal(
      errorsOf(json)[0]?.['detail'],
      "The user 'DEMOVIEWER000003' is not allowed to access the 'Key' resource without the 'OrganizationAdmin' role.",
    );
  });

  it('ends when the key is revoked', async () => {
    const { simulator } = simulatorOf();
    simulator.revoke(admin.apiKeyId);
    assert.equal((await ask(simulator, 'GET /byok/v1/keys')).status, 401);
  });

  it('shows an environment admin its own environments only', async () => {
    const { simulator } = simulatorOf();
    const as = 'environmentAdmin';
    const { json } = await ask(simulator, 'GET /org/v2/environments', { as });
    const foreign = await ask(simulator, 'GET /cmk/v2/clusters?environment=env-p7r0d', { as });
    assert.deepEqual([idsOf(json), foreign.status], [['env-s4t6g'], 403]);
  });
});

describe('exchanging a token', () => {
  it('gives one that works until it expires', async () => {
    const { simulator, clock } = simulatorOf();
    const { json } = await exchange(simulator, { expires_in: '60' });
    const { access_token: accessToken, ...rest } = json;
    const as = { authorization: `Bearer ${String(accessToken)}` };
    const statuses = [];
    for (const ms of [0, 59_999, 1]) {
      clock.advance(ms);
      statuses.push((await ask(simulator, 'GET /byok/v1/keys', { as })).status);
    }
    assert.deepEqual(rest, {
      issued_token_type: 'urn:ietf:params:oauth:token-type:access_token',
      token_type: 'Bearer',
      expires_in: 60,
    });
    assert.deepEqual(statuses, [200, 200, 401]);
  });

  const refused: readonly (readonly [string, string])[] = [
    ['grant_type', 'password'],
    ['subject_token', 'no-jwt'],
    ['identity_pool_id', 'pool-unknown'],
    ['subject_token_type', 'urn:ietf:params:oauth:token-type:saml2'],
    ['requested_token_type', ''],
    ['expires_in', '901'],
  ];
  for (const [parameter, value] of refused) {
    it(`refuses ${parameter}=${value}`, async () => {
      const { status, json } = await exchange(simulatorOf().simulator, { [parameter]: value });
      assert.deepEqual([status, errorsOf(json)[0]?.['source']], [400, { parameter }]);
    });
  }
});
