import type { JsonObject } from '../json';
import type { ProblemCode } from './messages';
import { field, flag, texts } from './outputField';
import type { Problem } from './problem';

/** Makes the note with that code about that value of the output. */
export type Say = (code: ProblemCode, value: string) => Problem;

type Finding = readonly [code: ProblemCode, value: string | undefined];

/** What the output of `aws kms describe-key` says against a key. */
export function awsNotes(output: JsonObject, say: Say): readonly Problem[] {
  const meta = (name: string) => field(output, 'KeyMetadata', name);
  const state = meta('KeyState');
  const spec = meta('KeySpec') ?? meta('CustomerMasterKeySpec');
  const usage = meta('KeyUsage');
  const origin = meta('Origin');
  const deletion = state === 'PendingDeletion' || state === 'PendingReplicaDeletion';
  return tell(say, [
    [deletion ? 'keyPendingDeletion' : 'keyDisabled', unless(state, 'Enabled')],
    ['keyNotSymmetric', unless(spec, 'SYMMETRIC_DEFAULT')],
    ['keyWrongUsage', unless(usage, 'ENCRYPT_DECRYPT')],
    ['keyImported', origin === 'EXTERNAL' ? origin : undefined],
    ['keyMultiRegion', flag(output, 'KeyMetadata', 'MultiRegion') ? 'MultiRegion' : undefined],
    ['keyAwsManaged', meta('KeyManager') === 'AWS' ? 'KeyManager' : undefined],
  ]);
}

/** What the output of `az keyvault key show` says against a key. */
export function azureKeyNotes(output: JsonObject, say: Say): readonly Problem[] {
  const type = field(output, 'key', 'kty');
  const isRsa = type === undefined || /^RSA(-HSM)?$/i.test(type);
  const operations = texts(output, 'key', 'keyOps') ?? texts(output, 'key', 'key_ops');
  const lacking = ['wrapKey', 'unwrapKey'].filter(needed => operations && !operations.includes(needed));
  return tell(say, [
    ['keyDisabled', flag(output, 'attributes', 'enabled') === false ? 'enabled' : undefined],
    ['keyNotRsa', isRsa ? undefined : type],
    ...lacking.map(operation => ['keyOperationsMissing', operation] as const),
    ['keyExpires', field(output, 'attributes', 'expires')],
    ['keyCertificate', flag(output, 'managed') ? 'managed' : undefined],
  ]);
}

/** What the output of `az keyvault show` says against a vault. */
export function azureVaultNotes(output: JsonObject, say: Say): readonly Problem[] {
  const property = (...names: string[]) => field(output, 'properties', ...names);
  const closed = property('networkAcls', 'defaultAction') === 'Deny';
  const noPublicAccess = property('publicNetworkAccess') === 'Disabled';
  const trusted = property('networkAcls', 'bypass') === 'AzureServices';
  const rbac = flag(output, 'properties', 'enableRbacAuthorization');
  // `az` prints null for a vault that never had the switch on.
  const purge = flag(output, 'properties', 'enablePurgeProtection') ?? false;
  return tell(say, [
    ['vaultNoRbac', rbac === false ? 'enableRbacAuthorization' : undefined],
    ['vaultNoPurgeProtection', purge ? undefined : 'enablePurgeProtection'],
    ['vaultFirewall', (closed || noPublicAccess) && !trusted ? 'bypass' : undefined],
    [
      'vaultPrivate',
      closed || noPublicAccess ? (closed ? 'defaultAction' : 'publicNetworkAccess') : undefined,
    ],
  ]);
}

/** What the output of `gcloud kms keys describe` says against a key. */
export function gcpNotes(output: JsonObject, say: Say): readonly Problem[] {
  const state = field(output, 'primary', 'state');
  const imported = field(output, 'primary', 'importJob');
  const importOnly = flag(output, 'importOnly') ? 'importOnly' : undefined;
  const isDying = state === 'DESTROY_SCHEDULED' || state === 'DESTROYED';
  return tell(say, [
    ['keyWrongUsage', unless(field(output, 'purpose'), 'ENCRYPT_DECRYPT')],
    [isDying ? 'keyPendingDeletion' : 'keyDisabled', unless(state, 'ENABLED')],
    ['keyImported', imported ?? importOnly],
  ]);
}

function unless(value: string | undefined, right: string): string | undefined {
  return value === right ? undefined : value;
}

function tell(say: Say, findings: readonly Finding[]): readonly Problem[] {
  return findings.flatMap(([code, value]) => (value === undefined ? [] : [say(code, value)]));
}
