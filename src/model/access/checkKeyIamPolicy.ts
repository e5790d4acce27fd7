import { isJsonObject, type JsonObject } from '../json';
import type { AccessMessage } from './accessMessages';
import { customRoleName, gcpPermissions, type GcpGrant, type GcpPermission } from './gcp';
import { textList } from './policyStatement';
import { readList } from './readList';

export type KeyIamPolicyCheck =
  | {
      readonly ok: true;
      readonly missing: readonly GcpPermission[];
      readonly warnings: readonly AccessMessage[];
    }
  | { readonly ok: false; readonly problem: AccessMessage };

const [useToDecrypt, useToEncrypt, get] = gcpPermissions;

/** What Google's roles permit of the three. */
const rolePermissions: ReadonlyMap<string, readonly GcpPermission[]> = new Map([
  ['roles/cloudkms.cryptoKeyEncrypterDecrypter', [useToDecrypt, useToEncrypt]],
  ['roles/cloudkms.cryptoKeyEncrypter', [useToEncrypt]],
  ['roles/cloudkms.cryptoKeyDecrypter', [useToDecrypt]],
  ['roles/cloudkms.viewer', [get]],
  ['roles/cloudkms.admin', [get]],
]);

/** What `gcloud kms keys get-iam-policy … --format=json` lacks for Confluent's group. */
export function checkKeyIamPolicy(output: string, grant: GcpGrant): KeyIamPolicyCheck {
  const list = readList(output, 'bindings');
  if (!list) return { ok: false, problem: { code: 'listNotJson', args: [] } };
  const admitted = new Set<GcpPermission>();
  const warnings: AccessMessage[] = [];
  for (const binding of list.filter(isJsonObject).filter(one => admitsGroup(one, grant.member))) {
    const role = typeof binding['role'] === 'string' ? binding['role'] : '';
    const isOurs = role === customRoleName(grant);
    const isCustom = !role.startsWith('roles/');
    if (isCustom && !isOurs) warnings.push({ code: 'customRoleUnseen', args: [role] });
    if (isJsonObject(binding['condition'])) warnings.push({ code: 'conditionOnBinding', args: [role] });
    else (isOurs ? gcpPermissions : (rolePermissions.get(role) ?? [])).forEach(one => admitted.add(one));
  }
  const missing = gcpPermissions.filter(permission => !admitted.has(permission));
  if (missing.length > 0) warnings.push({ code: 'inheritedUnseen', args: [] });
  return { ok: true, missing, warnings };
}

function admitsGroup(binding: JsonObject, member: string): boolean {
  return textList(binding['members']).some(one => one.toLowerCase() === member.toLowerCase());
}
