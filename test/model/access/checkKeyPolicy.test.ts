import assert from 'node:assert/strict';
import { explainAccess } from '../../../src/model/access/accessMessages';
import { checkKeyPolicy } from '../../../src/model/access/checkKeyPolicy';
import type { JsonObject } from '../../../src/model/json';
import { allActions, allow, attachActions, root, useActions } from './keyPolicies';
import { awsKey, roles } from './sampleKeys';

const [first, second] = roles;
const forResource = { Bool: { 'kms:GrantIsForAWSResource': 'true' } };
const inAccount = { StringEquals: { 'kms:CallerAccount': '123456789876' } };

/** What lacks, with a mark where it is allowed under a condition. */
const lacking: readonly (readonly [
  label: string,
  statements: readonly JsonObject[],
  missing: readonly string[],
])[] = [
  ['the two statements', [root, allow(useActions), allow(attachActions)], []],
  ['all actions in one statement', [allow(allActions)], []],
  ['a statement for each role', roles.map(role => allow(allActions, { Principal: { AWS: role } })), []],
  ['every action of KMS', [allow('kms:*')], []],
  ['every action', [allow('*')], []],
  ['wider wildcards', [allow(['kms:*crypt*', 'kms:G*', 'kms:Describe*', 'kms:*Grant*'])], []],
  ['actions in other letters', [allow(allActions.map(action => action.toUpperCase()))], []],
  ['everyone', [allow('kms:*', { Principal: '*' })], []],
  ['everyone in AWS', [allow('kms:*', { Principal: { AWS: '*' } })], []],
  ['the key by its ARN', [allow(allActions, { Resource: awsKey.keyArn })], []],
  ['all but one action that nobody needs', [allow([], { NotAction: 'kms:ScheduleKeyDeletion' })], []],
  [
    'single actions in place of the wildcards',
    [
      allow([
        ...allActions.filter(action => !action.endsWith('*')),
        ...['kms:ReEncryptFrom', 'kms:ReEncryptTo', 'kms:GenerateDataKey', 'kms:GenerateDataKeyPair'],
        ...['kms:GenerateDataKeyWithoutPlaintext', 'kms:GenerateDataKeyPairWithoutPlaintext'],
      ]),
    ],
    [],
  ],
  [
    'half of a wildcard',
    [allow([...allActions.filter(action => action !== 'kms:ReEncrypt*'), 'kms:ReEncryptFrom'])],
    [`${first} kms:ReEncrypt*`, `${second} kms:ReEncrypt*`],
  ],
  ['nothing of ours', [root], roles.flatMap(role => allActions.map(action => `${role} ${action}`))],
  [
    'one role of two',
    [allow(allActions, { Principal: { AWS: first } })],
    allActions.map(action => `${second} ${action}`),
  ],
  ['no grants', [allow(useActions)], roles.flatMap(role => attachActions.map(action => `${role} ${action}`))],
  [
    'another key',
    [allow(allActions, { Resource: `${awsKey.keyArn}0`, Principal: { AWS: first } })],
    roles.flatMap(role => allActions.map(action => `${role} ${action}`)),
  ],
  [
    'a denial alone',
    [{ ...allow('kms:*'), Effect: 'Deny' }],
    roles.flatMap(role => allActions.map(action => `${role} ${action}`)),
  ],
  [
    'a condition',
    [allow(useActions), allow(attachActions, { Condition: forResource })],
    roles.flatMap(role => attachActions.map(action => `${role} ${action}!`)),
  ],
  [
    'a condition beside a statement without one',
    [allow(allActions), allow(attachActions, { Condition: forResource })],
    [],
  ],
  ['an empty condition', [allow(allActions, { Condition: {} })], []],
];

const warned: readonly (readonly [label: string, statement: JsonObject, ...sentences: string[]])[] = [
  ['the root of the account', root],
  [
    "AWS's own condition on grants",
    allow(attachActions, { Sid: 'Grants', Condition: forResource }),
    '"Grants" asks for kms:GrantIsForAWSResource. Confluent makes its grants itself: access may fail because of it.',
  ],
  [
    'another condition, in a statement without a name',
    allow(useActions, { Condition: inAccount }),
    '"2" has a condition. The policy that Confluent gives has none, and access may fail because of it.',
  ],
  [
    'a condition for somebody else',
    allow(useActions, { Principal: { AWS: 'arn:aws:iam::1:role/x' }, Condition: inAccount }),
  ],
  [
    'a denial of a role',
    {
      Sid: 'No',
      Effect: 'Deny',
      Principal: { AWS: second },
      Action: ['kms:Decrypt', 'kms:Put*'],
      Resource: '*',
    },
    '"No" denies kms:Decrypt to the roles of Confluent. A denial beats every permission.',
  ],
  [
    'a denial of its account',
    { Sid: 'No', Effect: 'Deny', Principal: { AWS: '987654321234' }, Action: 'kms:*Grant', Resource: '*' },
    '"No" denies kms:CreateGrant, kms:RevokeGrant to the roles of Confluent. A denial beats every permission.',
  ],
  [
    'a denial of all but somebody else',
    {
      Sid: 'No',
      Effect: 'Deny',
      NotPrincipal: { AWS: 'arn:aws:iam::1:root' },
      Action: 'kms:Encrypt',
      Resource: '*',
    },
    '"No" denies kms:Encrypt to the roles of Confluent. A denial beats every permission.',
  ],
  [
    'a denial under a condition',
    {
      Sid: 'No',
      Effect: 'Deny',
      Principal: '*',
      NotAction: 'kms:[DE]*',
      Resource: '*',
      Condition: inAccount,
    },
    `"No" denies ${allActions.join(', ')} to the roles of Confluent under a condition. See whether it applies.`,
  ],
  [
    'a denial of somebody else',
    { Effect: 'Deny', Principal: { AWS: 'arn:aws:iam::1:root' }, Action: '*', Resource: '*' },
  ],
  [
    'a denial of what nobody needs',
    { Effect: 'Deny', Principal: '*', Action: 'kms:ScheduleKeyDeletion', Resource: '*' },
  ],
  [
    'everyone',
    allow('kms:*', { Sid: 'All', Principal: '*' }),
    '"All" admits everyone. Name the roles instead.',
  ],
  [
    'everyone under a condition',
    allow('kms:*', { Sid: 'All', Principal: '*', Condition: inAccount }),
    '"All" has a condition. The policy that Confluent gives has none, and access may fail because of it.',
  ],
  [
    'a role that was deleted',
    allow('kms:Decrypt', { Sid: 'Old', Principal: { AWS: ['AROAEXAMPLEEXAMPLE123'] } }),
    '"Old" names AROAEXAMPLEEXAMPLE123, which is what AWS shows for a role or a user that was deleted.',
  ],
  ['a service of AWS', allow('kms:*', { Principal: { Service: 'logs.amazonaws.com' } })],
  ['nonsense', { Effect: 7, Principal: [null], Action: { a: 1 }, Resource: null, Condition: 'x' }],
];

describe('checkKeyPolicy', () => {
  for (const [label, statements, missing] of lacking) {
    it(`${missing.length === 0 ? 'lacks nothing' : 'says what is lacking'} with ${label}`, () =>
      assert.deepEqual(
        checkKeyPolicy(statements, roles, awsKey.keyArn).missing.map(
          ({ principal, action, because }) => `${principal} ${action}${because === 'condition' ? '!' : ''}`,
        ),
        missing,
      ));
  }

  for (const [label, statement, ...sentences] of warned) {
    it(`${sentences.length === 0 ? 'says nothing' : 'warns'} about ${label}`, () =>
      assert.deepEqual(
        checkKeyPolicy([allow(allActions), statement], roles, awsKey.keyArn).warnings.map(explainAccess),
        sentences,
      ));
  }
});
