import { parseKeyArn } from '../identifiers/aws';
import { parseKeyUrl, parseKeyVaultId, parseTenantId } from '../identifiers/azure';
import { parseCryptoKeyName } from '../identifiers/gcp';
import type { CloudKey } from '../key';
import type { AwsGrant } from './aws';
import { getKeyPolicy, putKeyPolicy } from './aws';
import { savePolicyPosix, savePolicyPowerShell } from './awsCommands';
import { azureCalls, azurePosix, azurePowerShell } from './azure';
import { isSafeForWindows, renderCall, type ShellName } from './command';
import { gcpCalls, gcpPosix, gcpPowerShell } from './gcp';
import { unavailableFor, type GrantOptions, type Unavailable } from './grant';
import { grantOf, type Grant } from './grantText';

export interface SingleLineOptions extends Pick<GrantOptions, 'gcpRoles'> {
  /** AWS: `get` (where it is not said) saves the policy that the key has, `put` sends the file back. */
  readonly step?: 'get' | 'put';
}

/**
 * The commands as one line that can stand in a terminal and wait for Enter. Made only of values that are what
 * they should be; a shell in a terminal would run a line break or a control character before anybody reads it.
 */
export function singleLine(
  key: CloudKey,
  shell: ShellName,
  options: SingleLineOptions = {},
): { readonly line: string } | Unavailable {
  const grant = grantOf(key);
  if ('missing' in grant) return unavailableFor(grant);
  if ('unavailable' in grant) return grant;
  if (!isAsItShouldBe(key)) return { unavailable: 'notForTerminal' };
  const line = lineFor(grant, shell, options);
  if (line === undefined)
    return { unavailable: shell === 'powershell' ? 'notForPowerShell' : 'notForTerminal' };
  return /[\p{Cc}\p{Cf}\u2028\u2029]/u.test(line) ? { unavailable: 'notForTerminal' } : { line };
}

function isAsItShouldBe(key: CloudKey): boolean {
  switch (key.kind) {
    case 'AwsKey':
      return isExactly(parseKeyArn(key.keyArn), key.keyArn);
    case 'AzureKey':
      return (
        isExactly(parseKeyVaultId(key.keyVaultId), key.keyVaultId) &&
        parseKeyUrl(key.keyId).ok &&
        parseTenantId(key.applicationId ?? '').ok
      );
    case 'GcpKey':
      return (
        isExactly(parseCryptoKeyName(key.keyId), key.keyId) &&
        /^[A-Za-z0-9][A-Za-z0-9._+-]*@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$/.test(key.securityGroup ?? '')
      );
    case 'unknown':
      return false;
  }
}

function isExactly(parsed: { ok: true; value: { text: string } } | { ok: false }, text: string): boolean {
  return parsed.ok && parsed.value.text.toLowerCase() === text.toLowerCase();
}

function lineFor(grant: Grant, shell: ShellName, { gcpRoles, step }: SingleLineOptions): string | undefined {
  const isPosix = shell === 'posix';
  switch (grant.kind) {
    case 'AwsGrant':
      return awsLine(grant, shell, step ?? 'get');
    case 'AzureGrant': {
      const { show, create, assign } = azureCalls(grant, 'principal');
      if (!isPosix && !isSafeForWindows([show, create, ...assign])) return undefined;
      return (isPosix ? azurePosix : azurePowerShell)(grant, 'oneLine');
    }
    case 'GcpGrant': {
      if (!isPosix && !isSafeForWindows(gcpCalls(grant, gcpRoles).bindings)) return undefined;
      return (isPosix ? gcpPosix : gcpPowerShell)(grant, gcpRoles, 'oneLine');
    }
  }
}

function awsLine({ keyArn }: AwsGrant, shell: ShellName, step: 'get' | 'put'): string | undefined {
  if (!keyArn) return undefined;
  if (step === 'put') return renderCall(putKeyPolicy(keyArn), shell, 'oneLine');
  if (shell === 'powershell') {
    return isSafeForWindows([getKeyPolicy(keyArn)]) ? savePolicyPowerShell(keyArn, 'oneLine') : undefined;
  }
  return savePolicyPosix(keyArn, 'oneLine');
}
