import * as vscode from 'vscode';
import { consoleAddress } from '../../model/consoleAddress';
import { parseKeyArn } from '../../model/identifiers/aws';
import { parseKeyUrl, parseKeyVaultId } from '../../model/identifiers/azure';
import { azureCloudOf } from '../../model/identifiers/azureCloud';
import { parseCryptoKeyName } from '../../model/identifiers/gcp';
import type { Parsed, Problem } from '../../model/identifiers/problem';
import type { AwsCloudKey, AzureCloudKey, GcpCloudKey, Key, UnknownCloudKey } from '../../model/key';
import { explainProblem } from '../../words/explain';
import { providerName } from '../../words/words';
import type { Fact, FactSection } from '../protocol/keyPage';
import { code, copied } from './facts';

/** What the key is in its cloud: its identifier, and that taken apart. */
export function cloudSection({ cloudKey, provider }: Key): FactSection {
  const href = consoleAddress(cloudKey);
  const cloud = providerName(provider);
  return {
    id: 'cloudKey',
    title: vscode.l10n.t('Key in {0}', cloud),
    facts: factsOf(cloudKey),
    ...(href === undefined
      ? {}
      : { link: { text: vscode.l10n.t('Open in the console of {0}', cloud), href } }),
  };
}

function factsOf(cloudKey: Key['cloudKey']): readonly Fact[] {
  switch (cloudKey.kind) {
    case 'AwsKey':
      return awsFacts(cloudKey);
    case 'AzureKey':
      return azureFacts(cloudKey);
    case 'GcpKey':
      return googleFacts(cloudKey);
    case 'unknown':
      return unknownFacts(cloudKey);
  }
}

function awsFacts({ keyArn }: AwsCloudKey): readonly Fact[] {
  const arn = parseKeyArn(keyArn);
  const whole = code('cloudKey', 'ARN', keyArn, problemOf(arn));
  if (!arn.ok) return [whole];
  const { partition, region, account, keyId, multiRegion } = arn.value;
  return [
    whole,
    ...(partition === 'aws' ? [] : [copied('partition', vscode.l10n.t('Partition'), partition)]),
    copied('keyRegion', vscode.l10n.t('Region'), region),
    code('account', vscode.l10n.t('Account'), account),
    code(
      'cloudKeyId',
      vscode.l10n.t('Key id'),
      keyId,
      multiRegion ? vscode.l10n.t('A multi-Region key: AWS may have replicas of it elsewhere.') : undefined,
    ),
  ];
}

function azureFacts({ keyId, keyVaultId, tenantId }: AzureCloudKey): readonly Fact[] {
  const url = parseKeyUrl(keyId);
  const vault = parseKeyVaultId(keyVaultId);
  const cloudName = url.ok ? azureCloudOf(url.value.host)?.cloudName : undefined;
  return [
    code('cloudKey', vscode.l10n.t('Key URL'), keyId, problemOf(url)),
    ...(cloudName === undefined ? [] : [copied('cloud', vscode.l10n.t('Cloud'), cloudName)]),
    ...(url.ok
      ? [
          code(
            'vault',
            vscode.l10n.t('Vault'),
            url.value.vault,
            url.value.managedHsm ? vscode.l10n.t('A managed HSM.') : undefined,
          ),
          code('cloudKeyId', vscode.l10n.t('Key name'), url.value.keyName),
        ]
      : []),
    code('vaultId', vscode.l10n.t('Vault id'), keyVaultId, problemOf(vault)),
    ...(vault.ok
      ? [
          code('resourceGroup', vscode.l10n.t('Resource group'), vault.value.resourceGroup),
          code('subscription', vscode.l10n.t('Subscription'), vault.value.subscription),
        ]
      : []),
    code('tenant', vscode.l10n.t('Tenant'), tenantId),
  ];
}

function googleFacts({ keyId }: GcpCloudKey): readonly Fact[] {
  const name = parseCryptoKeyName(keyId);
  const whole = code('cloudKey', vscode.l10n.t('Resource name'), keyId, problemOf(name));
  if (!name.ok) return [whole];
  const { project, location, keyRing, key, version } = name.value;
  const isMultiRegion = name.warnings.some(warning => warning.code === 'gcpMultiRegion');
  return [
    whole,
    code('project', vscode.l10n.t('Project'), project),
    {
      ...copied('location', vscode.l10n.t('Location'), location),
      ...(isMultiRegion ? { hint: vscode.l10n.t('More than one region. Clusters are in one.') } : {}),
    },
    code('keyRing', vscode.l10n.t('Key ring'), keyRing),
    code('cloudKeyId', vscode.l10n.t('Key'), key),
    ...(version === undefined ? [] : [copied('version', vscode.l10n.t('Version'), version)]),
  ];
}

/** The members that are short and plain: the rest is in the JSON. */
function unknownFacts({ apiKind, raw }: UnknownCloudKey): readonly Fact[] {
  const members = Object.entries(raw).flatMap(([name, value]) =>
    name !== 'kind' && typeof value === 'string' && value.length <= 500 ? [[name, value] as const] : [],
  );
  return [
    copied(
      'kind',
      vscode.l10n.t('Kind'),
      apiKind,
      vscode.l10n.t('This version of the extension does not know it. What is known is shown as it came.'),
    ),
    ...members.slice(0, 20).map(([name, value], index) => code(`member${index}`, name, value)),
  ];
}

function problemOf(parsed: Parsed<unknown>): string | undefined {
  return parsed.ok ? undefined : explained(parsed.problem);
}

function explained(problem: Problem): string {
  return vscode.l10n.t('Not as the cloud spells it: {0}', explainProblem(problem));
}
