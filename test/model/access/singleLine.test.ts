import assert from 'node:assert/strict';
import fc from 'fast-check';
import { singleLine } from '../../../src/model/access/singleLine';
import type { CloudKey } from '../../../src/model/key';
import { awsKey, azureKey, gcpKey } from './sampleKeys';

const refused: readonly (readonly [label: string, key: CloudKey, reason: string])[] = [
  ['a line break', { ...azureKey, keyVaultId: `${azureKey.keyVaultId}\nrm -rf ~` }, 'notForTerminal'],
  ['a space around', { ...awsKey, keyArn: ` ${awsKey.keyArn}` }, 'notForTerminal'],
  ['a vault that is none', { ...azureKey, keyVaultId: '/x; rm -rf ~' }, 'notForTerminal'],
  ['an application that is no GUID', { ...azureKey, applicationId: '$(touch f)' }, 'notForTerminal'],
  ['a group that is no address', { ...gcpKey, securityGroup: '`id`@confluent.io' }, 'notForTerminal'],
  ['a group that is an option', { ...gcpKey, securityGroup: '-x@confluent.io' }, 'notForTerminal'],
  ['a role that is everyone', { ...awsKey, roles: ['*'] }, 'roleUnexpected'],
  ['no roles', { ...awsKey, roles: [] }, 'rolesMissing'],
];

describe('singleLine', () => {
  for (const [label, key, reason] of refused) {
    it(`has no line with ${label}`, () =>
      assert.deepEqual(singleLine(key, 'posix'), { unavailable: reason }));
  }

  it('has no PowerShell line with what cmd.exe reads, and a POSIX one all the same', () => {
    const key = { ...azureKey, keyVaultId: azureKey.keyVaultId.replace('/rg/', '/rg(1)/') };
    assert.deepEqual(
      [singleLine(key, 'powershell'), 'line' in singleLine(key, 'posix')],
      [{ unavailable: 'notForPowerShell' }, true],
    );
  });

  for (const key of [awsKey, azureKey, gcpKey]) {
    it(`is one line for ${key.kind}`, () => {
      for (const shell of ['posix', 'powershell'] as const) {
        const made = singleLine(key, shell);
        assert.match('line' in made ? made.line : made.unavailable, /^[\x20-\x7e]{100,}$/);
      }
    });
  }

  it('never has a control character, whatever the service sends', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('posix', 'powershell'), (text, shell) => {
        const keys: CloudKey[] = [
          { ...awsKey, keyArn: awsKey.keyArn + text },
          { ...awsKey, roles: [text] },
          { ...azureKey, keyVaultId: azureKey.keyVaultId + text },
          { ...azureKey, keyVaultId: azureKey.keyVaultId.replace('rg', () => text) },
          { ...azureKey, applicationId: text },
          { ...gcpKey, keyId: gcpKey.keyId + text },
          { ...gcpKey, securityGroup: `${text}@confluent.io` },
        ];
        for (const key of keys) {
          const made = singleLine(key, shell);
          if ('line' in made) assert.doesNotMatch(made.line, /[\p{Cc}\p{Cf}\u2028\u2029]/u);
        }
      }),
    ));
});
