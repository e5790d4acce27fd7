import { parseKeyArn, type KeyArn } from '../identifiers/aws';
import { parseRoleArn } from '../identifiers/roleArn';
import type { JsonObject } from '../json';
import type { AwsCloudKey } from '../key';
import type { Call } from './command';
import type { Missing, Unavailable } from './grant';
import { accountStatement, confluentStatements } from './keyPolicy';

export interface AwsGrant {
  readonly kind: 'AwsGrant';
  /** Undefined where the key's identifier does not read like the ARN of a key. */
  readonly keyArn: KeyArn | undefined;
  readonly roles: readonly string[];
  /** The two statements that Confluent asks for. */
  readonly statements: readonly JsonObject[];
  /** A whole key policy of the account's own statement and the two; undefined where the account is not known. */
  readonly policy: JsonObject | undefined;
}

/** What an AWS key needs. A role that is no role's ARN, such as `*`, would admit somebody else: it is refused. */
export function awsGrant(key: AwsCloudKey): AwsGrant | Missing | Unavailable {
  const roles = [...new Set(key.roles.filter(role => role !== ''))];
  if (roles.length === 0) return { missing: 'roles' };
  if (!roles.every(isRoleArn)) return { unavailable: 'roleUnexpected' };
  const parsed = parseKeyArn(key.keyArn);
  const keyArn = parsed.ok ? parsed.value : undefined;
  const statements = confluentStatements(roles);
  const policy = keyArn && { Version: '2012-10-17', Statement: [accountStatement(keyArn), ...statements] };
  return { kind: 'AwsGrant', keyArn, roles, statements, policy };
}

/** The file that the commands keep the policy in, in the current folder. */
export const policyFile = 'key-policy.json';

/** `aws kms get-key-policy`: the policy of the key as it is. */
export function getKeyPolicy({ text, region }: KeyArn): Call {
  return [
    ['aws', 'kms', 'get-key-policy'],
    ['--key-id', { value: text }],
    ['--region', { value: region }],
    ['--policy-name', 'default', '--query', 'Policy', '--output', 'text'],
  ];
}

/** `aws kms put-key-policy`: replaces the policy of the key as a whole. */
export function putKeyPolicy({ text, region }: KeyArn): Call {
  return [
    ['aws', 'kms', 'put-key-policy'],
    ['--key-id', { value: text }],
    ['--region', { value: region }],
    ['--policy-name', 'default', '--policy', `file://${policyFile}`],
  ];
}

function isRoleArn(role: string): boolean {
  const parsed = parseRoleArn(role);
  return parsed.ok && parsed.value.text === role;
}
