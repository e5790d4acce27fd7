import { parseCryptoKeyName, type CryptoKeyName } from '../identifiers/gcp';
import type { GcpCloudKey } from '../key';
import { renderCall, type Call, type Layout } from './command';
import type { GrantOptions, Missing, Unavailable } from './grant';

/** What Confluent does with a key, and all that the custom role permits. */
export const gcpPermissions = [
  'cloudkms.cryptoKeyVersions.useToDecrypt',
  'cloudkms.cryptoKeyVersions.useToEncrypt',
  'cloudkms.cryptoKeys.get',
] as const;
export type GcpPermission = (typeof gcpPermissions)[number];

/** Google's own roles that permit it, and more. */
export const gcpPredefinedRoles = [
  'roles/cloudkms.cryptoKeyEncrypterDecrypter',
  'roles/cloudkms.viewer',
] as const;

export interface GcpGrant {
  readonly kind: 'GcpGrant';
  readonly name: CryptoKeyName;
  /** With `group:` before the group. */
  readonly member: string;
  /** The id of the custom role in the key's project. */
  readonly customRole: string;
}

export function gcpGrant(key: GcpCloudKey): GcpGrant | Missing | Unavailable {
  const { securityGroup } = key;
  if (securityGroup === undefined || securityGroup === '') return { missing: 'securityGroup' };
  const parsed = parseCryptoKeyName(key.keyId);
  if (!parsed.ok) return { unavailable: 'identifierUnexpected' };
  const name = parsed.value;
  return {
    kind: 'GcpGrant',
    name,
    member: `group:${securityGroup}`,
    customRole: customRoleId(name),
  };
}

/** Confluent's rule: ring, key and a fixed ending, with underscores for dashes; the ending alone where that is no id. */
export function customRoleId({ keyRing, key }: Pick<CryptoKeyName, 'keyRing' | 'key'>): string {
  const id = `${keyRing}_${key}_custom_kms_role`.replaceAll('-', '_');
  return /^[a-zA-Z0-9_.]{3,64}$/.test(id) ? id : 'custom_kms_role';
}

/** The full name of the custom role, as a binding names it. */
export function customRoleName({ name, customRole }: GcpGrant): string {
  return `projects/${name.project}/roles/${customRole}`;
}

export function gcpCalls(grant: GcpGrant, roles: GrantOptions['gcpRoles']) {
  const { name, member, customRole } = grant;
  const project = { option: '--project', value: name.project };
  const bind = (role: string): Call => [
    // A name that starts with a dash would be taken for an option; the full name never is.
    [
      'gcloud',
      'kms',
      'keys',
      'add-iam-policy-binding',
      { value: name.key.startsWith('-') ? name.keyName : name.key },
    ],
    [project, { option: '--keyring', value: name.keyRing }, { option: '--location', value: name.location }],
    [
      { option: '--member', value: member },
      { option: '--role', value: role },
    ],
  ];
  if (roles === 'predefined') return { bindings: gcpPredefinedRoles.map(bind) };
  const describe: Call = [['gcloud', 'iam', 'roles', 'describe', { value: customRole }, project]];
  const create: Call = [
    ['gcloud', 'iam', 'roles', 'create', { value: customRole }, project],
    [{ option: '--description', value: 'Grant necessary permissions for Confluent to access KMS key' }],
    [{ option: '--permissions', value: gcpPermissions.join(',') }],
  ];
  return { role: { describe, create }, bindings: [bind(customRoleName(grant))] };
}

/** The commands for a POSIX shell. The custom role is made unless an earlier run has made it. */
export function gcpPosix(grant: GcpGrant, roles: GrantOptions['gcpRoles'], layout: Layout): string {
  const { role, bindings } = gcpCalls(grant, roles);
  const steps = bindings.map(call => renderCall(call, 'posix', layout));
  if (role) {
    const known = `${renderCall(role.describe, 'posix', 'oneLine')} >/dev/null 2>&1`;
    steps.unshift(
      `${known} ||${layout === 'oneLine' ? ' ' : '\n'}${renderCall(role.create, 'posix', layout)}`,
    );
  }
  return layout === 'oneLine' ? steps.join(' && ') : `${steps.join(' &&\n')}\n`;
}

/** The commands for PowerShell, from Windows PowerShell 5.1, which knows no `&&`, on. */
export function gcpPowerShell(grant: GcpGrant, roles: GrantOptions['gcpRoles'], layout: Layout): string {
  const { role, bindings } = gcpCalls(grant, roles);
  const steps = bindings.map(call => renderCall(call, 'powershell', layout));
  if (role) {
    const create = renderCall(role.create, 'powershell', layout, '  ');
    const [open, close] = layout === 'oneLine' ? ['{ ', ' }'] : ['{\n  ', '\n}'];
    steps.unshift(
      `${renderCall(role.describe, 'powershell', 'oneLine')} 2>$null | Out-Null`,
      `if ($LASTEXITCODE -ne 0) ${open}${create}${close}`,
    );
  }
  return layout === 'oneLine' ? steps.join('; ') : `${steps.join('\n')}\n`;
}
