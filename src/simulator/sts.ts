import { failure, Refusal } from './answer';
import type { Operation } from './call';

const maximumSeconds = 900;
const accessToken = 'urn:ietf:params:oauth:token-type:access_token';

const required = {
  grant_type: /^urn:ietf:params:oauth:grant-type:token-exchange$/,
  identity_pool_id: /./,
  requested_token_type: new RegExp(`^${accessToken}$`),
  subject_token: /^[\w-]+\.[\w-]+\.[\w-]*$/,
  subject_token_type: /^urn:ietf:params:oauth:token-type:jwt$/,
};

/** Exchanges a JWT of an identity provider for an access token. Any JWT will do: there is no provider to ask. */
export const exchangeToken: Operation = (call, { tokens, state }) => {
  const form = new URLSearchParams(call.body);
  for (const [name, pattern] of Object.entries(required)) {
    if (!pattern.test(form.get(name) ?? '')) throw invalid(name);
  }
  const seconds = Number(form.get('expires_in') ?? maximumSeconds);
  if (!Number.isInteger(seconds) || seconds < 1 || seconds > maximumSeconds) throw invalid('expires_in');
  const token = tokens?.issue(form.get('identity_pool_id') ?? '', seconds * 1000, state.now());
  if (token === undefined) throw invalid('identity_pool_id');
  return {
    status: 200,
    json: {
      access_token: token,
      issued_token_type: accessToken,
      token_type: 'Bearer',
      expires_in: seconds,
    },
  };
};

function invalid(parameter: string): Refusal {
  const detail = `The parameter '${parameter}' is missing or not valid.`;
  return new Refusal(failure(400, [{ code: 'invalid_request', title: 'Bad Request', detail, parameter }]));
}
