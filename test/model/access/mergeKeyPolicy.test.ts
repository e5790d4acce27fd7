import assert from 'node:assert/strict';
import { explainAccess } from '../../../src/model/access/accessMessages';
import { mergeKeyPolicy } from '../../../src/model/access/mergeKeyPolicy';
import type { JsonObject } from '../../../src/model/json';
import { allow, attachActions, attachSid, root, useActions, useSid } from './keyPolicies';
import { awsKey, roles } from './sampleKeys';

const [first, second] = roles;
const other = 'arn:aws:iam::111122223333:role/other';
const use = { Sid: useSid, ...allow(useActions) };
const attach = { Sid: attachSid, ...allow(attachActions) };
const policyOf = (...statements: readonly JsonObject[]) => ({ Version: '2012-10-17', Statement: statements });

/** The merged policy, or what is wrong with the one that was given. */
function merged(current: JsonObject | string): unknown {
  const text = typeof current === 'string' ? current : JSON.stringify(current);
  const merge = mergeKeyPolicy(text, roles, awsKey.keyArn);
  return merge.ok ? JSON.parse(merge.merged) : merge.problem;
}

const merges: readonly (readonly [label: string, current: JsonObject | string, merged: unknown])[] = [
  ['adds both statements behind the others', policyOf(root), policyOf(root, use, attach)],
  ['adds both to none', policyOf(), policyOf(use, attach)],
  ['changes nothing where nothing is lacking', policyOf(attach, root, use), policyOf(attach, root, use)],
  ['adds nothing to one statement with all actions', policyOf(allow('kms:*')), policyOf(allow('kms:*'))],
  [
    'keeps what it does not know',
    { Id: 'x', New: [1, { a: null }], Statement: [{ ...root, Extra: true }], Version: '2008-10-17' },
    {
      Id: 'x',
      New: [1, { a: null }],
      Statement: [{ ...root, Extra: true }, use, attach],
      Version: '2008-10-17',
    },
  ],
  ['takes one statement that is no list', { Statement: root }, { Statement: [root, use, attach] }],
  [
    'adds a role to our statements',
    policyOf({ ...use, Principal: { AWS: [first] } }, { ...attach, Principal: { AWS: first } }),
    policyOf(use, attach),
  ],
  [
    'adds a role beside another',
    policyOf({ ...use, Principal: { AWS: [other, second] } }, attach),
    policyOf({ ...use, Principal: { AWS: [other, second, first] } }, attach),
  ],
  [
    'adds actions to our statements',
    policyOf(
      { ...use, Action: ['kms:Encrypt', 'kms:GenerateDataKey*'] },
      { ...attach, Action: 'kms:CreateGrant' },
    ),
    policyOf(
      {
        ...use,
        Action: ['kms:Encrypt', 'kms:GenerateDataKey*', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:DescribeKey'],
      },
      attach,
    ),
  ],
  [
    'gives no more actions to somebody else who is in our statement',
    policyOf({ ...use, Principal: { AWS: [other, first, second] }, Action: 'kms:Encrypt' }, attach),
    policyOf({ ...use, Principal: { AWS: [other, first, second] }, Action: 'kms:Encrypt' }, attach, {
      ...use,
      Sid: `${useSid} 2`,
    }),
  ],
  [
    'adds only the half that is lacking',
    policyOf(root, allow(useActions)),
    policyOf(root, allow(useActions), attach),
  ],
  [
    'gives a role that is lacking a statement of its own where ours permits more than that',
    policyOf({ ...use, Principal: { AWS: first }, Action: 'kms:*' }),
    policyOf(
      { ...use, Principal: { AWS: first }, Action: 'kms:*' },
      { ...use, Sid: `${useSid} 2`, Principal: { AWS: [second] } },
      { ...attach, Principal: { AWS: [second] } },
    ),
  ],
  [
    'takes a fresh Sid where ours denies',
    policyOf({ ...use, Effect: 'Deny', Action: 'kms:Sign' }, attach),
    policyOf({ ...use, Effect: 'Deny', Action: 'kms:Sign' }, attach, { ...use, Sid: `${useSid} 2` }),
  ],
  [
    'takes a fresh Sid where ours is about another key',
    policyOf({ ...attach, Resource: 'arn:aws:kms:us-west-2:1:key/x' }, { ...use, Sid: `${attachSid} 2` }),
    policyOf(
      { ...attach, Resource: 'arn:aws:kms:us-west-2:1:key/x' },
      { ...use, Sid: `${attachSid} 2` },
      { ...attach, Sid: `${attachSid} 3` },
    ),
  ],
  [
    'leaves a condition alone, and adds a statement without',
    policyOf(use, { ...attach, Condition: { Bool: { 'kms:GrantIsForAWSResource': 'true' } } }),
    policyOf(
      use,
      { ...attach, Condition: { Bool: { 'kms:GrantIsForAWSResource': 'true' } } },
      { ...attach, Sid: `${attachSid} 2` },
    ),
  ],
  [
    'does not extend a statement for a service',
    policyOf({ ...use, Principal: { Service: 'logs.amazonaws.com' } }, attach),
    policyOf({ ...use, Principal: { Service: 'logs.amazonaws.com' } }, attach, {
      ...use,
      Sid: `${useSid} 2`,
    }),
  ],
  [
    'takes the policy out of what the AWS CLI wraps it in',
    { Policy: JSON.stringify(policyOf(root)), PolicyName: 'default' },
    policyOf(root, use, attach),
  ],
  [
    'keeps a member named __proto__',
    '{"Statement":[],"__proto__":{"a":1}}',
    JSON.parse(`{"Statement":${JSON.stringify([use, attach])},"__proto__":{"a":1}}`),
  ],
];

const faults: readonly (readonly [label: string, current: string, sentence: string, place: string])[] = [
  ['nothing', ' ', 'There is no policy.', ' '],
  ['broken JSON', '{"Statement": [}', 'This is not JSON: "}" cannot stand here.', '}'],
  ['half a JSON', '{"Statement": [', 'This is not JSON: it ends too early.', ''],
  ['a name twice', '{"a":1,"a":2}', '"a" stands here a second time in the same object.', '"a"'],
  ['a list', '[]', 'The policy must be an object.', '[]'],
  ['another object', '{"a":1}', 'The policy has no list of statements ("Statement").', '{"a":1}'],
  [
    'a statement that is none',
    '{"Statement":[{},7]}',
    'Statement 2 is not an object.',
    '{"Statement":[{},7]}',
  ],
  [
    'a wrapped policy that is broken',
    '{"Policy":"{"}',
    'This is not JSON: it ends too early.',
    '{"Policy":"{"}',
  ],
];

describe('mergeKeyPolicy', () => {
  for (const [label, current, expected] of merges) {
    it(label, () => assert.deepEqual(merged(current), expected));
  }

  for (const [label, current, sentence, place] of faults) {
    it(`says what is wrong with ${label}, and where`, () => {
      const merge = mergeKeyPolicy(current, roles);
      if (merge.ok) assert.fail(merge.merged);
      const { start, length } = merge.problem;
      assert.deepEqual(
        [explainAccess(merge.problem), current.slice(start, start + length)],
        [sentence, place],
      );
    });
  }

  it('says what was lacking', () => {
    const merge = mergeKeyPolicy(
      JSON.stringify(policyOf(use, { ...attach, Action: attachActions.slice(1) })),
      roles,
    );
    assert.deepEqual(
      merge.ok && merge.missing,
      roles.map(principal => ({ principal, action: 'kms:CreateGrant', because: 'absent' })),
    );
  });

  it('warns of a policy that AWS would find too large', () => {
    const merge = mergeKeyPolicy(JSON.stringify({ ...policyOf(use, attach), Id: 'é'.repeat(16384) }), roles);
    assert.deepEqual(merge.ok && merge.warnings.map(({ code }) => code), ['policyTooLarge']);
  });

  it('refuses a megabyte', () => {
    const merge = mergeKeyPolicy('['.repeat(1_000_000), roles);
    assert.equal(merge.ok || merge.problem.code, 'policyTooLong');
  });
});
