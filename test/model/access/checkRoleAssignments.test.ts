import assert from 'node:assert/strict';
import { explainAccess } from '../../../src/model/access/accessMessages';
import { checkRoleAssignments } from '../../../src/model/access/checkRoleAssignments';
import { azureKey } from './sampleKeys';

const applicationId = azureKey.applicationId ?? '';
const scope = azureKey.keyVaultId;
const objectId = 'aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee';
const encryptionUser = 'Key Vault Crypto Service Encryption User';
const reader = 'Key Vault Reader';

function assigned(name: string, change: object = {}) {
  const id =
    name === reader ? '21090545-7ca7-4776-b22c-e363652d74d2' : 'e147488a-f6f5-4113-8e2d-b22465e65bf6';
  return {
    condition: null,
    principalId: objectId,
    principalName: applicationId,
    principalType: 'ServicePrincipal',
    roleDefinitionId: `/subscriptions/x/providers/Microsoft.Authorization/roleDefinitions/${id}`,
    roleDefinitionName: name,
    scope,
    ...change,
  };
}
const both = (change: object = {}) => [assigned(encryptionUser, change), assigned(reader, change)];

const cases: readonly (readonly [
  label: string,
  list: readonly object[],
  missing: readonly string[],
  ...warnings: string[],
])[] = [
  ['both roles', both(), []],
  ['nothing', [], [encryptionUser, reader]],
  ['one role', [assigned(reader)], [encryptionUser]],
  [
    'the roles of the whole subscription',
    both({ scope: '/subscriptions/3f2504e0-4f89-11d3-9a0c-0305e82c3301' }),
    [],
  ],
  ['a scope in other letters', both({ scope: scope.toUpperCase() }), []],
  ['a vault whose name begins alike', both({ scope: scope.slice(0, -1) }), [encryptionUser, reader]],
  ['somebody else', both({ principalName: 'x', principalId: 'y' }), [encryptionUser, reader]],
  ['the object id in place of a name', both({ principalName: '' }), []],
  ['a role by its name alone', [assigned(encryptionUser, { roleDefinitionId: '' }), assigned(reader)], []],
  [
    'a role that was given another name',
    [assigned(encryptionUser, { roleDefinitionName: 'Renamed' }), assigned(reader)],
    [],
  ],
  [
    'a role for one key only',
    [assigned(encryptionUser, { scope: `${scope}/keys/key-1` }), assigned(reader)],
    [encryptionUser],
    `${encryptionUser} is assigned for ${scope}/keys/key-1 only. Confluent needs it for the whole vault.`,
  ],
  [
    'a role under a condition',
    [assigned(encryptionUser), assigned(reader, { condition: '(1 == 1)' })],
    [reader],
    'Key Vault Reader is assigned under a condition. Access may fail because of it.',
  ],
  [
    'a condition beside an assignment without one',
    [...both(), assigned(reader, { condition: '(1 == 1)' })],
    [],
  ],
];

describe('checkRoleAssignments', () => {
  for (const [label, list, missing, ...warnings] of cases) {
    it(`${missing.length === 0 ? 'lacks nothing' : 'says what is lacking'} with ${label}`, () => {
      const check = checkRoleAssignments(JSON.stringify(list), { applicationId, scope }, objectId);
      assert.deepEqual(
        check.ok && [check.missing.map(({ name }) => name), check.warnings.map(explainAccess)],
        [missing, warnings],
      );
    });
  }

  for (const output of ['', '{}', 'null', '[', 'ERROR: Please run "az login".']) {
    it(`does not take ${JSON.stringify(output)} for an empty list`, () =>
      assert.deepEqual(checkRoleAssignments(output, { applicationId, scope }), {
        ok: false,
        problem: { code: 'listNotJson', args: [] },
      }));
  }

  it('lacks both roles in a list of nonsense', () => {
    const check = checkRoleAssignments('[null, 1, "x", [], {"scope": 7}]', { applicationId, scope });
    assert.equal(check.ok && check.missing.length, 2);
  });
});
