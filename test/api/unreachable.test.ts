import assert from 'node:assert/strict';
import { unreachable } from '../../src/api/unreachable';

const failure = (code: string | undefined, message = 'failed') => Object.assign(new Error(message), { code });

describe('unreachable', () => {
  const cases: readonly (readonly [code: string, kind: string, reason: string])[] = [
    ['ENOTFOUND', 'unreachable', 'hostNotFound'],
    ['EAI_AGAIN', 'unreachable', 'hostNotFound'],
    ['ECONNREFUSED', 'unreachable', 'refused'],
    ['ECONNRESET', 'unreachable', 'reset'],
    ['EPIPE', 'unreachable', 'reset'],
    ['ERR_STREAM_PREMATURE_CLOSE', 'unreachable', 'reset'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'unreachable', 'certificate'],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'unreachable', 'certificate'],
    ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'unreachable', 'certificate'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'unreachable', 'certificate'],
    ['CERT_HAS_EXPIRED', 'unreachable', 'certificate'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'unreachable', 'certificate'],
    ['EPROTO', 'unreachable', 'tls'],
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'unreachable', 'tls'],
    ['EHOSTUNREACH', 'unreachable', 'network'],
    ['HPE_INVALID_CONSTANT', 'badAnswer', 'garbled'],
    ['Z_DATA_ERROR', 'badAnswer', 'garbled'],
  ];
  for (const [code, kind, reason] of cases) {
    it(`takes ${code} for ${reason}`, () => {
      const error = unreachable(failure(code));
      assert.deepEqual([error.kind, error.reason, error.systemCode], [kind, reason, code]);
    });
  }

  const sentences: readonly (readonly [message: string, reason: string])[] = [
    ['Failed to establish a socket connection to proxies: PROXY user:pw@proxy.corp:3128', 'proxy'],
    [
      'request to https://h/ failed, reason: tunneling socket could not be established, statusCode=407',
      'proxy',
    ],
    ['request to https://proxy.corp/ failed, reason: read failed', 'network'],
  ];
  for (const [message, reason] of sentences) {
    it(`takes "${message}" for ${reason}, and quotes none of it`, () => {
      const error = unreachable(failure(undefined, message));
      assert.deepEqual([error.reason, error.message], [reason, `unreachable (${reason})`]);
    });
  }

  it('takes what is no error for a failure of the network', () => {
    assert.equal(unreachable('failed').message, 'unreachable (network)');
  });

  it('takes no code that is not one of Node', () => {
    assert.equal(unreachable(failure('secret value')).systemCode, undefined);
  });
});
