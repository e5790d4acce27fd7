import { azureCloudOf, type AzureHost } from '../identifiers/azureCloud';
import type { AzureCloudKey } from '../key';
import type { AccessCode } from './accessMessages';
import { renderCall, type Call, type Layout } from './command';
import type { Missing } from './grant';

export interface AzureRole {
  readonly name: string;
  /** The same in every cloud of Azure. */
  readonly id: string;
}

/** What the service principal of Confluent must be on the vault. */
export const azureRoles: readonly [AzureRole, AzureRole] = [
  { name: 'Key Vault Crypto Service Encryption User', id: 'e147488a-f6f5-4113-8e2d-b22465e65bf6' },
  { name: 'Key Vault Reader', id: '21090545-7ca7-4776-b22c-e363652d74d2' },
];

export interface AzureGrant {
  readonly kind: 'AzureGrant';
  readonly applicationId: string;
  /** The resource id of the vault, which both roles are assigned on. */
  readonly scope: string;
  readonly roles: typeof azureRoles;
  readonly cloud: AzureHost['cloud'];
}

export function azureGrant(key: AzureCloudKey): AzureGrant | Missing {
  const { applicationId, keyVaultId } = key;
  if (applicationId === undefined || applicationId === '') return { missing: 'applicationId' };
  const cloud = azureCloudOfKey(key);
  return { kind: 'AzureGrant', applicationId, scope: keyVaultId, roles: azureRoles, cloud };
}

/** What to know about the vault and its network, for each type of cluster, and about the commands. */
export function azureNotes(key: AzureCloudKey): readonly AccessCode[] {
  const notes = ['azureRbac', 'azureConsent', 'azureDedicated', 'azureEnterprise'] as const;
  return azureCloudOfKey(key) === 'AzureCloud' ? notes : [...notes, 'azureCloudChanged'];
}

/** The cloud that the vault's host is in; the public one where the host is not known. */
export function azureCloudOfKey({ keyId }: AzureCloudKey): AzureHost['cloud'] {
  const host = /^https:\/\/([^/:?#]+)/i.exec(keyId)?.[1] ?? '';
  return azureCloudOf(host.toLowerCase())?.cloud ?? 'AzureCloud';
}

/** The calls, as the one in POSIX and the one in PowerShell need them. */
export function azureCalls({ applicationId, scope, roles, cloud }: AzureGrant, principal: string) {
  const servicePrincipal = (verb: 'show' | 'create'): Call => [
    ['az', 'ad', 'sp', verb, '--id', { value: applicationId }, '--query', 'id', '--output', 'tsv'],
  ];
  return {
    setCloud: cloud === 'AzureCloud' ? [] : [[['az', 'cloud', 'set', '--name', cloud]] satisfies Call],
    show: servicePrincipal('show'),
    create: servicePrincipal('create'),
    assign: roles.map(({ id }): Call => [
      ['az', 'role', 'assignment', 'create'],
      ['--role', id],
      ['--scope', { value: scope }],
      ['--assignee-object-id', { variable: principal }],
      ['--assignee-principal-type', 'ServicePrincipal'],
    ]),
  };
}

/** The commands for a POSIX shell, each run only when the one before it succeeded. */
export function azurePosix(grant: AzureGrant, layout: Layout): string {
  const { setCloud, show, create, assign } = azureCalls(grant, 'confluent_principal');
  const found = `${renderCall(show, 'posix', 'oneLine')} 2>/dev/null`;
  const made = renderCall(create, 'posix', 'oneLine');
  const separator = layout === 'oneLine' ? ' ' : '\n  ';
  const steps = [
    ...setCloud.map(call => renderCall(call, 'posix', layout)),
    `confluent_principal="$(${found} ||${separator}${made})"`,
    ...assign.map(call => renderCall(call, 'posix', layout)),
  ];
  return layout === 'oneLine' ? steps.join(' && ') : `${steps.join(' &&\n')}\n`;
}

/** The commands for PowerShell, from Windows PowerShell 5.1, which knows no `&&`, on. */
export function azurePowerShell(grant: AzureGrant, layout: Layout): string {
  const { setCloud, show, create, assign } = azureCalls(grant, 'confluentPrincipal');
  const call = (one: Call) => renderCall(one, 'powershell', layout, '  ');
  const steps = [
    ...setCloud.map(call),
    `$confluentPrincipal = ${renderCall(show, 'powershell', 'oneLine')} 2>$null`,
    `if (-not $confluentPrincipal) { $confluentPrincipal = ${renderCall(create, 'powershell', 'oneLine')} }`,
  ];
  const assignments = assign.map(call);
  if (layout === 'oneLine') {
    return [...steps, `if ($confluentPrincipal) { ${assignments.join('; ')} }`].join('; ');
  }
  return [...steps, 'if ($confluentPrincipal) {', ...assignments.map(text => `  ${text}`), '}', ''].join(
    '\n',
  );
}
