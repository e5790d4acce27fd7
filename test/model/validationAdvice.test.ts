import assert from 'node:assert/strict';
import fc from 'fast-check';
import { knownProviders } from '../../src/model/key';
import { validationAdvice } from '../../src/model/validationAdvice';
import { validationAdviceMessages } from '../../src/model/validationAdviceMessages';

const aws = ['fixAwsPolicy', 'fixSupport'];
const azure = ['fixAzureRoles', 'fixAzureRbac', 'fixAzureNetwork', 'fixSupport'];

const cases: readonly (readonly [
  provider: string,
  message: string | undefined,
  cause: string,
  fixes: readonly string[],
])[] = [
  ['AWS', 'Access to key denied.', 'causeAccess', aws],
  ['Azure', 'key access denied', 'causeAccess', azure],
  [
    'GCP',
    'Key access permissions not configured correctly',
    'causeAccess',
    ['fixGcpRoles', 'fixGcpNetwork', 'fixSupport'],
  ],
  [
    'AWS',
    'Cluster configuration is invalid. Reasons=[encryption_key_id]',
    'causeTooEarly',
    ['fixWaitForValid', 'fixAwsPolicy'],
  ],
  ['AWS', 'encryption key is not valid or not authorized', 'causeAccess', aws],
  ['AWS', 'AccessDeniedException: User is not authorized to perform kms:Decrypt', 'causeAccess', aws],
  ['AWS', 'UnauthorizedOperation', 'causeAccess', aws],
  ['AWS', 'Key rotation fails', 'causeAccess', aws],
  ['AWS', 'arn:aws:kms:us-west-2:1:key/x is disabled.', 'causeDisabled', ['fixEnable']],
  ['GCP', 'The key version is not enabled.', 'causeDisabled', ['fixEnable']],
  ['AWS', 'arn:aws:kms:us-west-2:1:key/x is pending deletion.', 'causeDeleted', ['fixRestore']],
  [
    'GCP',
    'The key version is not enabled, current state is: DESTROY_SCHEDULED.',
    'causeDeleted',
    ['fixRestore'],
  ],
  ['AWS', "Key 'arn:aws:kms:us-west-2:1:key/x' does not exist", 'causeNotFound', ['fixIdentifier']],
  ['Azure', '(KeyNotFound) A key with (name/id) k was not found', 'causeNotFound', ['fixIdentifier']],
  ['Azure', 'The key has expired', 'causeExpired', ['fixExpiry']],
  ['Azure', 'Client address is not authorized (ForbiddenByFirewall)', 'causeNetwork', ['fixAzureNetwork']],
  ['GCP', 'Request is prohibited by VPC Service Controls', 'causeNetwork', ['fixGcpNetwork']],
  [
    'Azure',
    'AADSTS7000229: the client application is missing service principal',
    'causeConsent',
    ['fixConsent', 'fixAzureRoles'],
  ],
  ['AWS', 'Rate exceeded', 'causeThrottled', ['fixWait']],
  ['AWS', 'key spec RSA_2048 is not supported: symmetric required', 'causeKeyType', ['fixNewKey']],
  ['AWS', 'the key is in region us-east-1', 'causeRegion', ['fixRegion']],
  ['AWS', 'Something new went wrong', 'causeUnknown', aws],
  ['AWS', undefined, 'causeUnknown', aws],
  ['OCI', 'Access denied', 'causeAccess', ['fixAnyGrant', 'fixSupport']],
];

describe('validationAdvice', () => {
  for (const [provider, message, cause, fixes] of cases) {
    it(`${provider}: ${message ?? 'no message'}`, () =>
      assert.deepEqual(validationAdvice(provider, message), { cause, fixes }));
  }

  it('has a cause and something to do for any message', () =>
    fc.assert(
      fc.property(fc.constantFrom(...knownProviders, 'OCI'), fc.string(), (provider, message) => {
        const { cause, fixes } = validationAdvice(provider, message);
        assert.ok(fixes.length > 0);
        for (const code of [cause, ...fixes]) assert.match(validationAdviceMessages[code], /^[A-Z].*\.$/);
      }),
    ));

  it('reads a long message in no time', () => {
    const before = process.cpuUsage();
    for (const word of ['a', ' ', 'pending', 'not', 'private.', 'key '])
      validationAdvice('AWS', word.repeat(100_000));
    assert.ok(process.cpuUsage(before).user < 500_000);
  });
});
