import type { JsonObject } from '../json';

/** One of the two statements that Confluent asks for in a key policy. */
export interface StatementTemplate {
  readonly sid: string;
  readonly actions: readonly string[];
}

/** As Confluent's CLI prints them. */
export const statementTemplates: readonly [StatementTemplate, StatementTemplate] = [
  {
    sid: 'Allow Confluent accounts to use the key',
    actions: ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:DescribeKey'],
  },
  {
    sid: 'Allow Confluent accounts to attach persistent resources',
    actions: ['kms:CreateGrant', 'kms:ListGrants', 'kms:RevokeGrant'],
  },
];

/** What the two wildcards of the statements stand for. */
const wildcards: ReadonlyMap<string, readonly string[]> = new Map([
  ['kms:ReEncrypt*', ['kms:ReEncryptFrom', 'kms:ReEncryptTo']],
  [
    'kms:GenerateDataKey*',
    [
      'kms:GenerateDataKey',
      'kms:GenerateDataKeyWithoutPlaintext',
      'kms:GenerateDataKeyPair',
      'kms:GenerateDataKeyPairWithoutPlaintext',
    ],
  ],
]);

/** The single actions that a needed action stands for. */
export function singleActions(action: string): readonly string[] {
  return wildcards.get(action) ?? [action];
}

export function makeStatement(sid: string, roles: readonly string[], actions: readonly string[]): JsonObject {
  return { Sid: sid, Effect: 'Allow', Principal: { AWS: roles }, Action: actions, Resource: '*' };
}

export function confluentStatements(roles: readonly string[]): readonly JsonObject[] {
  return statementTemplates.map(({ sid, actions }) => makeStatement(sid, roles, actions));
}

/** AWS's own first statement: without it nobody in the account could change the policy again. */
export function accountStatement(arn: { readonly partition: string; readonly account: string }): JsonObject {
  return {
    Sid: 'Enable IAM User Permissions',
    Effect: 'Allow',
    Principal: { AWS: `arn:${arn.partition}:iam::${arn.account}:root` },
    Action: 'kms:*',
    Resource: '*',
  };
}
