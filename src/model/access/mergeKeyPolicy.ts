import { isJsonObject, type JsonObject, type JsonValue } from '../json';
import { jsonText } from '../shellQuote';
import type { AccessMessage } from './accessMessages';
import { checkKeyPolicy, type LackingPermission } from './checkKeyPolicy';
import { jsonFault, type JsonFault } from './jsonFault';
import { makeStatement, singleActions, statementTemplates, type StatementTemplate } from './keyPolicy';
import { coversAction, readStatement, textList } from './policyStatement';

export type PolicyMerge =
  | {
      readonly ok: true;
      /** The policy as it was given, indented as `merged` is, so that a diff shows what was added and nothing else. */
      readonly current: string;
      /** The same with what was lacking, and nothing taken away. */
      readonly merged: string;
      /** What `current` lacks. */
      readonly missing: readonly LackingPermission[];
      readonly warnings: readonly AccessMessage[];
    }
  | { readonly ok: false; readonly problem: JsonFault };

/** In UTF-16 units: eight times what AWS allows. */
const longest = 262_144;
/** In bytes; AWS's limit for a key policy. */
const largest = 32_768;

/**
 * Adds what Confluent's roles lack to a key policy. `keyArn` is the key's, for statements that name it. Takes
 * the policy alone, and the JSON that `aws kms get-key-policy` wraps it in.
 */
export function mergeKeyPolicy(
  currentPolicy: string,
  roles: readonly string[],
  keyArn?: string,
): PolicyMerge {
  const read = readPolicy(currentPolicy);
  if ('code' in read) return { ok: false, problem: read };
  const { policy, statements } = read;
  const check = checkKeyPolicy(statements, roles, keyArn);
  const added = statementTemplates.reduce(
    (sum, template) => add(sum, template, check.missing, roles),
    statements,
  );
  const merged = jsonText(check.missing.length === 0 ? policy : { ...policy, Statement: added });
  const size = new TextEncoder().encode(merged).length;
  const tooLarge: AccessMessage = { code: 'policyTooLarge', args: [String(size)] };
  return {
    ok: true,
    current: jsonText(policy),
    merged,
    missing: check.missing,
    warnings: size > largest ? [...check.warnings, tooLarge] : check.warnings,
  };
}

function readPolicy(text: string): { policy: JsonObject; statements: readonly JsonObject[] } | JsonFault {
  const whole = { start: 0, length: text.length };
  if (text.trim() === '') return { code: 'policyEmpty', args: [], ...whole };
  if (text.length > longest) return { code: 'policyTooLong', args: [String(text.length)], ...whole };
  const fault = jsonFault(text);
  if (fault) return fault;
  const policy = JSON.parse(text) as JsonValue;
  if (!isJsonObject(policy)) return { code: 'policyNotObject', args: [], ...whole };
  const { Statement: list, Policy: inner } = policy;
  if (list === undefined && typeof inner === 'string') {
    const result = readPolicy(inner);
    return 'code' in result ? { ...result, ...whole } : result;
  }
  const statements = Array.isArray(list) ? (list as readonly JsonValue[]) : list === undefined ? [] : [list];
  if (list === undefined) return { code: 'policyNoStatement', args: [], ...whole };
  const wrong = statements.findIndex(statement => !isJsonObject(statement));
  if (wrong >= 0) return { code: 'policyStatement', args: [String(wrong + 1)], ...whole };
  return { policy, statements: statements.filter(isJsonObject) };
}

function add(
  statements: readonly JsonObject[],
  template: StatementTemplate,
  missing: readonly LackingPermission[],
  roles: readonly string[],
): readonly JsonObject[] {
  const lacking = missing.filter(({ action }) => template.actions.includes(action));
  if (lacking.length === 0) return statements;
  const added = [...new Set(lacking.map(({ principal }) => principal))];
  const ours = statements.findIndex(statement => isExtensible(statement, template, roles));
  if (ours >= 0) return statements.map((one, index) => (index === ours ? extend(one, template, added) : one));
  return [...statements, makeStatement(freeSid(statements, template.sid), added, template.actions)];
}

/** Ours, and so plain that more in it gives Confluent no more than it needs, and nobody else anything. */
function isExtensible(
  statement: JsonObject,
  { sid, actions }: StatementTemplate,
  roles: readonly string[],
): boolean {
  const { Sid, Effect, Principal, Action, Resource } = statement;
  const names = Object.keys(statement);
  if (Sid !== sid || Effect !== 'Allow' || !isJsonObject(Principal)) return false;
  if (!names.every(name => ['Sid', 'Effect', 'Principal', 'Action', 'Resource'].includes(name))) return false;
  const principals = textList(Principal['AWS']);
  if (Object.keys(Principal).some(name => name !== 'AWS') || principals.includes('*')) return false;
  const read = readStatement(statement, 0);
  const isComplete = actions.every(action => coversAction(read, action));
  if (!isComplete && !principals.every(principal => roles.includes(principal))) return false;
  const needed = [...actions, ...actions.flatMap(singleActions)].map(action => action.toLowerCase());
  return (
    textList(Resource).includes('*') &&
    textList(Action).every(action => needed.includes(action.toLowerCase()))
  );
}

function extend(statement: JsonObject, { actions }: StatementTemplate, roles: readonly string[]): JsonObject {
  const { Principal, Action } = statement;
  const principals = isJsonObject(Principal) ? textList(Principal['AWS']) : [];
  const read = readStatement(statement, 0);
  const newActions = actions.filter(action => !coversAction(read, action));
  return {
    ...statement,
    Principal: { AWS: [...new Set([...principals, ...roles])] },
    Action: newActions.length === 0 ? (Action ?? []) : [...textList(Action), ...newActions],
  };
}

function freeSid(statements: readonly JsonObject[], sid: string): string {
  const taken = new Set(statements.map(statement => statement['Sid']));
  let free = sid;
  for (let n = 2; taken.has(free); n++) free = `${sid} ${n}`;
  return free;
}
