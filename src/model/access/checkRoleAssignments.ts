import { isJsonObject, type JsonObject, type JsonValue } from '../json';
import type { AccessMessage } from './accessMessages';
import { azureRoles, type AzureGrant, type AzureRole } from './azure';
import { readList } from './readList';

export type RoleAssignmentCheck =
  | { readonly ok: true; readonly missing: readonly AzureRole[]; readonly warnings: readonly AccessMessage[] }
  | { readonly ok: false; readonly problem: AccessMessage };

/**
 * What `az role assignment list --scope <vault> --include-inherited --all --output json` lacks for Confluent's
 * application. Azure names a service principal there by its application id; where it does not, `objectId` does.
 */
export function checkRoleAssignments(
  output: string,
  { applicationId, scope }: Pick<AzureGrant, 'applicationId' | 'scope'>,
  objectId?: string,
): RoleAssignmentCheck {
  const list = readList(output);
  if (!list) return { ok: false, problem: { code: 'listNotJson', args: [] } };
  const isConfluent = (assignment: JsonObject) =>
    same(assignment['principalName'], applicationId) ||
    (objectId !== undefined && same(assignment['principalId'], objectId));
  const ours = list.filter(isJsonObject).filter(isConfluent);
  const warnings: AccessMessage[] = [];
  const missing = azureRoles.filter(role => {
    const ofRole = ours.filter(assignment => isRole(assignment, role));
    const here = ofRole.filter(assignment => isUnder(scope, text(assignment['scope'])));
    const narrow = ofRole.find(
      assignment => isUnder(text(assignment['scope']), scope) && !here.includes(assignment),
    );
    if (here.some(assignment => !text(assignment['condition']))) return false;
    if (here.length > 0) warnings.push({ code: 'conditionOnAssignment', args: [role.name] });
    else if (narrow) warnings.push({ code: 'narrowScope', args: [role.name, text(narrow['scope'])] });
    return true;
  });
  return { ok: true, missing, warnings };
}

function isRole(assignment: JsonObject, { id, name }: AzureRole): boolean {
  const definition = text(assignment['roleDefinitionId']).toLowerCase();
  return definition === '' ? same(assignment['roleDefinitionName'], name) : definition.endsWith(id);
}

/** Whether a resource is the scope itself or in it. */
function isUnder(resource: string, scope: string): boolean {
  const [inner, outer] = [resource, scope].map(path => `${path.toLowerCase().replace(/\/$/, '')}/`);
  return scope !== '' && inner !== undefined && outer !== undefined && inner.startsWith(outer);
}

function same(value: JsonValue | undefined, wanted: string): boolean {
  return text(value).toLowerCase() === wanted.toLowerCase();
}

function text(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : '';
}
