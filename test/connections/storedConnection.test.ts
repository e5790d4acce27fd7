import fc from 'fast-check';
import assert from 'node:assert/strict';
import type { Connection } from '../../src/connections/connection';
import { apiKeyCredential, authorizationOf, bearerCredential } from '../../src/connections/credential';
import type { StoredConnection } from '../../src/connections/storedConnection';
import { decodeStored, encodeStored } from '../../src/connections/storedConnection';

/** With the secrets in sight, so that two can be compared. */
function revealed({ connection, credential }: StoredConnection) {
  return { connection, authorization: authorizationOf(credential) };
}

const details = fc.record({
  id: fc.stringMatching(/^[0-9a-f]{12}$/),
  label: fc.string({ unit: 'binary' }),
  endpoint: fc.constantFrom('https://api.confluent.cloud', 'http://127.0.0.1:8080'),
});

const stored = fc.oneof(
  fc.tuple(details, fc.string(), fc.string()).map(([about, apiKeyId, secret]): StoredConnection => {
    const connection: Connection = { ...about, kind: 'apiKey', apiKeyId };
    return { connection, credential: apiKeyCredential(apiKeyId, secret) };
  }),
  fc.tuple(details, fc.string()).map(([about, token]): StoredConnection => {
    return { connection: { ...about, kind: 'bearer' }, credential: bearerCredential(token) };
  }),
);

describe('a connection in the keyring', () => {
  it('comes back as it was', () => {
    fc.assert(
      fc.property(stored, each => {
        const back = decodeStored(encodeStored(each));
        assert.deepEqual(back && revealed(back), revealed(each));
      }),
    );
  });

  const whole = { id: 'a1', label: 'Prod', endpoint: 'https://api.confluent.cloud', bearerToken: 't' };
  const unreadable: readonly (readonly [label: string, text: string])[] = [
    ['nothing', ''],
    ['half of it', JSON.stringify(whole).slice(0, -5)],
    ['no object', 'null'],
    ['a list', '[]'],
    ['no id', JSON.stringify({ ...whole, id: undefined })],
    ['no label', JSON.stringify({ ...whole, label: undefined })],
    ['no endpoint', JSON.stringify({ ...whole, endpoint: undefined })],
    ['an id that is no text', JSON.stringify({ ...whole, id: 1 })],
    [
      'an endpoint that a credential must not go to',
      JSON.stringify({ ...whole, endpoint: 'http://evil.example' }),
    ],
    ['no credential', JSON.stringify({ ...whole, bearerToken: undefined })],
    ['half a credential', JSON.stringify({ ...whole, bearerToken: undefined, apiKeyId: 'A' })],
  ];
  for (const [label, text] of unreadable) {
    it(`is not there when it is ${label}`, () => assert.equal(decodeStored(text), undefined));
  }
});

describe('authorizationOf', () => {
  it('joins id and secret for HTTP Basic', () => {
    assert.equal(authorizationOf(apiKeyCredential('id', 'päss:word')), 'Basic aWQ6cMOkc3M6d29yZA==');
  });

  it('names a bearer token as one', () => {
    assert.equal(authorizationOf(bearerCredential('abc.def')), 'Bearer abc.def');
  });
});
