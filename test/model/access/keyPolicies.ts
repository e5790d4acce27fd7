import type { JsonObject } from '../../../src/model/json';
import { roles } from './sampleKeys';

export const useSid = 'Allow Confluent accounts to use the key';
export const attachSid = 'Allow Confluent accounts to attach persistent resources';
export const useActions = [
  'kms:Encrypt',
  'kms:Decrypt',
  'kms:ReEncrypt*',
  'kms:GenerateDataKey*',
  'kms:DescribeKey',
] as const;
export const attachActions = ['kms:CreateGrant', 'kms:ListGrants', 'kms:RevokeGrant'] as const;
export const allActions = [...useActions, ...attachActions] as const;

/** The statement that AWS puts into every new key policy. */
export const root: JsonObject = {
  Sid: 'Enable IAM User Permissions',
  Effect: 'Allow',
  Principal: { AWS: 'arn:aws:iam::111122223333:root' },
  Action: 'kms:*',
  Resource: '*',
};

/** A statement for both roles of the sample key, changed as a case needs it. */
export function allow(actions: string | readonly string[], change: JsonObject = {}): JsonObject {
  return { Effect: 'Allow', Principal: { AWS: roles }, Action: actions, Resource: '*', ...change };
}
