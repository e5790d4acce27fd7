import type { JsonObject } from '../json';
import type { AccessMessage } from './accessMessages';
import { singleActions, statementTemplates } from './keyPolicy';
import {
  admits,
  isAbout,
  readStatement,
  shutsOut,
  touchesAction,
  type PolicyStatement,
} from './policyStatement';

/** An action that a role needs and the policy does not allow it, or allows it under a condition only. */
export interface LackingPermission {
  readonly principal: string;
  readonly action: string;
  readonly because: 'absent' | 'condition';
}

export interface PolicyCheck {
  readonly missing: readonly LackingPermission[];
  readonly warnings: readonly AccessMessage[];
}

const neededActions = statementTemplates.flatMap(({ actions }) => actions);

/** What a key policy lacks for Confluent's roles, and what in it may stand in their way. */
export function checkKeyPolicy(
  statements: readonly JsonObject[],
  roles: readonly string[],
  keyArn?: string,
): PolicyCheck {
  const read = statements.map((statement, index) => readStatement(statement, index, keyArn));
  return {
    missing: roles.flatMap(role => neededActions.flatMap(action => lacking(read, role, action))),
    warnings: read.flatMap(statement => warningsAbout(statement, roles)),
  };
}

function lacking(
  statements: readonly PolicyStatement[],
  principal: string,
  action: string,
): readonly LackingPermission[] {
  const admitting = statements.filter(statement => admits(statement, principal));
  const allowedBy = (some: readonly PolicyStatement[]) =>
    singleActions(action).every(single => some.some(statement => isAbout(statement, single)));
  if (allowedBy(admitting.filter(statement => !statement.conditions))) return [];
  return [{ principal, action, because: allowedBy(admitting) ? 'condition' : 'absent' }];
}

function warningsAbout(statement: PolicyStatement, roles: readonly string[]): readonly AccessMessage[] {
  const { name, conditions, principals } = statement;
  const warnings: AccessMessage[] = [];
  const touched = neededActions.filter(action => touchesAction(statement, action));
  if (conditions && touched.length > 0 && roles.some(role => admits(statement, role))) {
    const isForResource = /"kms:GrantIsForAWSResource"/i.test(JSON.stringify(conditions));
    warnings.push({ code: isForResource ? 'grantIsForAwsResource' : 'conditionOnAllow', args: [name] });
  }
  if (touched.length > 0 && roles.some(role => shutsOut(statement, role))) {
    warnings.push({ code: conditions ? 'denyWithCondition' : 'deny', args: [name, touched.join(', ')] });
  }
  if (statement.allows && !conditions && principals.includes('*')) {
    warnings.push({ code: 'openToEveryone', args: [name] });
  }
  const deleted = principals.find(principal => /^A(ROA|IDA)[A-Z0-9]+$/.test(principal));
  if (deleted !== undefined) warnings.push({ code: 'deletedPrincipal', args: [name, deleted] });
  return warnings;
}
