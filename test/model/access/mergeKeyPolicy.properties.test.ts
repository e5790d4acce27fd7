import assert from 'node:assert/strict';
import fc from 'fast-check';
import { checkKeyPolicy } from '../../../src/model/access/checkKeyPolicy';
import { mergeKeyPolicy } from '../../../src/model/access/mergeKeyPolicy';
import type { JsonObject } from '../../../src/model/json';
import { allActions, attachSid, useSid } from './keyPolicies';
import { awsKey, roles } from './sampleKeys';

const [first, second] = roles;
const other = 'arn:aws:iam::111122223333:role/other';

const statement = fc.record(
  {
    Sid: fc.constantFrom(useSid, attachSid, `${useSid} 2`, 'Other', ''),
    Effect: fc.constantFrom('Allow', 'Deny'),
    Principal: fc.constantFrom('*', { AWS: [first] }, { AWS: second }, { AWS: [other] }, { Service: 's3' }),
    Action: fc.oneof(
      fc.constantFrom('kms:*', 'kms:Decrypt', 'kms:Re*', 'kms:Sign'),
      fc.subarray([...allActions, 'kms:ReEncryptTo', 'kms:Sign']),
    ),
    Resource: fc.constantFrom('*', ['*'], awsKey.keyArn, 'arn:aws:kms:us-west-2:1:key/x'),
    Condition: fc.constant({ Bool: { 'kms:GrantIsForAWSResource': 'true' } }),
  },
  { requiredKeys: ['Effect', 'Principal', 'Action', 'Resource'], noNullPrototype: true },
);
const policy = fc
  .array(statement, { maxLength: 5 })
  .map(statements => ({ Version: '2012-10-17', Statement: statements }));

function mergeInto(current: JsonObject) {
  const merge = mergeKeyPolicy(JSON.stringify(current), roles, awsKey.keyArn);
  if (!merge.ok) assert.fail(merge.problem.code);
  return { merge, result: JSON.parse(merge.merged) as { Statement: readonly JsonObject[] } };
}

describe('mergeKeyPolicy, with any policy', () => {
  it('leaves nothing lacking, takes nothing away, and has nothing to add to its own result', () =>
    fc.assert(
      fc.property(policy, current => {
        const { merge, result } = mergeInto(current);
        assert.deepEqual(checkKeyPolicy(result.Statement, roles, awsKey.keyArn).missing, []);
        assert.deepEqual(JSON.parse(merge.current), current);
        for (const [index, before] of current.Statement.entries()) {
          assert.ok(holds(result.Statement[index], before), JSON.stringify(before));
        }
        const again = mergeKeyPolicy(merge.merged, roles, awsKey.keyArn);
        assert.deepEqual(again.ok && [again.merged, again.missing], [merge.merged, []]);
      }),
      { numRuns: 1000 },
    ));

  it('gives nobody but the roles anything, and gives every new statement a Sid of its own', () =>
    fc.assert(
      fc.property(policy, current => {
        const { result } = mergeInto(current);
        const added = result.Statement.slice(current.Statement.length);
        for (const { Principal } of added) {
          const names = (Principal as { AWS: readonly string[] }).AWS;
          assert.ok(names.every(name => name === first || name === second));
        }
        const sids = result.Statement.map(({ Sid }) => Sid);
        for (const { Sid } of added) assert.equal(sids.filter(sid => sid === Sid).length, 1);
      }),
    ));
});

/** Whether a statement is the one before, with at most more principals, and more actions where all of them are roles. */
function holds(after: JsonObject | undefined, before: JsonObject): boolean {
  if (!after) return false;
  const list = (value: unknown) => (Array.isArray(value) ? value : [value]) as unknown[];
  const names = ({ Principal }: JsonObject) => list((Principal as { AWS?: unknown }).AWS ?? Principal);
  const includes = (all: unknown[], some: unknown[]) =>
    some.every(one => all.some(each => JSON.stringify(each) === JSON.stringify(one)));
  const rest = (statement: JsonObject) => JSON.stringify({ ...statement, Principal: '', Action: '' });
  const isOfRoles = names(before).every(name => name === first || name === second);
  return (
    rest(after) === rest(before) &&
    includes(names(after), names(before)) &&
    includes(list(after['Action']), list(before['Action'])) &&
    (isOfRoles || includes(list(before['Action']), list(after['Action'])))
  );
}
