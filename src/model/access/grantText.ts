import type { CloudKey } from '../key';
import { jsonText } from '../shellQuote';
import { terraformText } from '../terraform/terraform';
import type { AccessCode } from './accessMessages';
import { awsGrant, getKeyPolicy, putKeyPolicy, type AwsGrant } from './aws';
import { awsPosix, awsPowerShell } from './awsCommands';
import { azureCalls, azureGrant, azureNotes, azurePosix, azurePowerShell, type AzureGrant } from './azure';
import { isSafeForWindows, type Call } from './command';
import { gcpCalls, gcpGrant, gcpPosix, gcpPowerShell, type GcpGrant } from './gcp';
import { unavailableFor, type GrantForm, type GrantOptions, type Missing, type Unavailable } from './grant';
import { mergeKeyPolicy } from './mergeKeyPolicy';

export interface GrantText {
  readonly text: string;
  /** The language id of the editor. */
  readonly language: 'json' | 'shellscript' | 'powershell' | 'terraform';
  /** What to know before it is used. */
  readonly notes: readonly AccessCode[];
}

const languages = {
  policy: 'json',
  statements: 'json',
  commands: 'shellscript',
  powershell: 'powershell',
} as const;

export type Grant = AwsGrant | AzureGrant | GcpGrant;

/** What the key needs in its cloud. */
export function grantOf(key: CloudKey): Grant | Missing | Unavailable {
  switch (key.kind) {
    case 'AwsKey':
      return awsGrant(key);
    case 'AzureKey':
      return azureGrant(key);
    case 'GcpKey':
      return gcpGrant(key);
    case 'unknown':
      return { unavailable: 'unknownKind' };
  }
}

/** The grant in one of its forms, to be read, copied and shown: every value is quoted for its language. */
export function grantText(
  key: CloudKey,
  form: GrantForm,
  options: GrantOptions = {},
): GrantText | Unavailable {
  const grant = grantOf(key);
  if ('unavailable' in grant) return grant;
  if (form === 'terraform') {
    // Terraform reads from the registration what Confluent assigns, so it can be written before that.
    const text = terraformText(key, options);
    return typeof text === 'string' ? { text, language: 'terraform', notes: grantNotes(key) } : text;
  }
  if ('missing' in grant) return unavailableFor(grant);
  if (form === 'powershell' && !isSafeForWindows(callsOf(grant, options)))
    return { unavailable: 'notForPowerShell' };
  const text = plainText(grant, form, options);
  return typeof text === 'string' ? { text, language: languages[form], notes: grantNotes(key) } : text;
}

/** What to know before the key's grant is used: codes of `accessMessages`. */
export function grantNotes(key: CloudKey): readonly AccessCode[] {
  switch (key.kind) {
    case 'AwsKey':
      return ['policyReplaced'];
    case 'AzureKey':
      return azureNotes(key);
    case 'GcpKey':
      return ['gcpFreshGroup', 'gcpServiceControls'];
    case 'unknown':
      return [];
  }
}

function plainText(
  grant: Grant,
  form: Exclude<GrantForm, 'terraform'>,
  options: GrantOptions,
): string | Unavailable {
  if (grant.kind === 'AwsGrant') return awsText(grant, form, options);
  if (form === 'policy' || form === 'statements') return { unavailable: 'noSuchForm' };
  if (grant.kind === 'AzureGrant') {
    return form === 'commands' ? azurePosix(grant, 'lines') : azurePowerShell(grant, 'lines');
  }
  const render = form === 'commands' ? gcpPosix : gcpPowerShell;
  return render(grant, options.gcpRoles, 'lines');
}

function awsText(
  grant: AwsGrant,
  form: Exclude<GrantForm, 'terraform'>,
  { currentPolicy }: GrantOptions,
): string | Unavailable {
  if (form === 'statements') return jsonText(grant.statements);
  const { keyArn, policy, roles } = grant;
  const merge = currentPolicy === undefined ? undefined : mergeKeyPolicy(currentPolicy, roles, keyArn?.text);
  if (merge && !merge.ok) return { unavailable: 'policyUnreadable' };
  if (form === 'policy' && merge) return merge.merged;
  if (!keyArn || !policy) return { unavailable: 'identifierUnexpected' };
  if (form === 'policy') return jsonText(policy);
  return (form === 'commands' ? awsPosix : awsPowerShell)(grant, keyArn, merge?.merged);
}

function callsOf(grant: Grant, options: GrantOptions): readonly Call[] {
  switch (grant.kind) {
    case 'AwsGrant':
      return grant.keyArn ? [getKeyPolicy(grant.keyArn), putKeyPolicy(grant.keyArn)] : [];
    case 'AzureGrant': {
      const { setCloud, show, create, assign } = azureCalls(grant, 'principal');
      return [...setCloud, show, create, ...assign];
    }
    case 'GcpGrant': {
      const { role, bindings } = gcpCalls(grant, options.gcpRoles);
      return role ? [role.describe, role.create, ...bindings] : bindings;
    }
  }
}
