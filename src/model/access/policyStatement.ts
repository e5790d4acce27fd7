import { isJsonObject, type JsonObject, type JsonValue } from '../json';
import { singleActions } from './keyPolicy';
import { matchesWildcard } from './wildcard';

/** A statement of a key policy, with the forms of writing it made one. */
export interface PolicyStatement {
  /** Its Sid, or its number counted from 1. */
  readonly name: string;
  readonly allows: boolean;
  readonly denies: boolean;
  readonly principals: readonly string[];
  readonly exceptPrincipals: readonly string[] | undefined;
  readonly actions: readonly string[];
  readonly exceptActions: readonly string[] | undefined;
  readonly hitsKey: boolean;
  readonly conditions: JsonObject | undefined;
}

/** `keyArn`: the key that the policy is of, for statements that name it in place of `*`. */
export function readStatement(statement: JsonObject, index: number, keyArn?: string): PolicyStatement {
  const { Sid, Effect, Condition, Resource, NotResource } = statement;
  const isThisKey = (pattern: string) =>
    pattern === '*' || (keyArn !== undefined && matchesWildcard(pattern, keyArn));
  const hasCondition = isJsonObject(Condition) && Object.keys(Condition).length > 0;
  return {
    name: typeof Sid === 'string' && Sid !== '' ? Sid : String(index + 1),
    allows: Effect === 'Allow',
    denies: Effect === 'Deny',
    principals: awsPrincipals(statement['Principal']),
    exceptPrincipals: 'NotPrincipal' in statement ? awsPrincipals(statement['NotPrincipal']) : undefined,
    actions: textList(statement['Action']),
    exceptActions: 'NotAction' in statement ? textList(statement['NotAction']) : undefined,
    hitsKey:
      NotResource === undefined ? textList(Resource).some(isThisKey) : !textList(NotResource).some(isThisKey),
    conditions: hasCondition ? Condition : undefined,
  };
}

/** A text or a list of texts, as IAM takes either. */
export function textList(value: JsonValue | undefined): readonly string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter(item => typeof item === 'string') : [];
}

/** Whether an allowing statement admits the role by name, or everyone. */
export function admits(statement: PolicyStatement, role: string): boolean {
  return (
    statement.allows && statement.hitsKey && statement.principals.some(name => name === role || name === '*')
  );
}

/** Whether a denying statement shuts out the role: by name, by its account, with everyone, or as no exception. */
export function shutsOut(statement: PolicyStatement, role: string): boolean {
  if (!statement.denies || !statement.hitsKey) return false;
  const [, partition = '', , , account = ''] = role.split(':');
  const names = ['*', role, account, `arn:${partition}:iam::${account}:root`];
  if (statement.exceptPrincipals) return !statement.exceptPrincipals.includes(role);
  return statement.principals.some(name => names.includes(name));
}

/** Whether the statement is about all that a needed action stands for. */
export function coversAction(statement: PolicyStatement, action: string): boolean {
  return singleActions(action).every(single => isAbout(statement, single));
}

/** Whether the statement is about a part at least of what a needed action stands for. */
export function touchesAction(statement: PolicyStatement, action: string): boolean {
  return singleActions(action).some(single => isAbout(statement, single));
}

export function isAbout({ actions, exceptActions }: PolicyStatement, action: string): boolean {
  const fits = (pattern: string) => matchesWildcard(pattern, action);
  return exceptActions ? !exceptActions.some(fits) : actions.some(fits);
}

function awsPrincipals(value: JsonValue | undefined): readonly string[] {
  return isJsonObject(value) ? textList(value['AWS']) : textList(value);
}
