import * as vscode from 'vscode';
import type { CloudKey, Key } from '../../model/key';
import { regionOf } from '../../model/region';
import { providerName } from '../../words/words';
import type { Fact, FactSection } from '../protocol/keyPage';
import { code, copied, plain, time } from './facts';

export function identitySection(key: Key, organization: string): FactSection {
  const { id, resourceName, createdAt, updatedAt, provider } = key;
  const region = regionOf(key);
  return {
    id: 'identity',
    title: vscode.l10n.t('Registration'),
    facts: [
      code('id', vscode.l10n.t('ID'), id),
      ...(resourceName === undefined
        ? []
        : [code('resourceName', vscode.l10n.t('Resource name'), resourceName)]),
      copied('organization', vscode.l10n.t('Organization'), organization),
      copied('provider', vscode.l10n.t('Provider'), providerName(provider)),
      region === undefined
        ? plain(vscode.l10n.t('Region'), vscode.l10n.t('known once the key is valid'))
        : copied('region', vscode.l10n.t('Region'), region),
      time('createdAt', vscode.l10n.t('Created'), createdAt),
      ...(updatedAt === undefined || updatedAt === createdAt
        ? []
        : [time('updatedAt', vscode.l10n.t('Updated'), updatedAt)]),
    ],
  };
}

/** What Confluent has assigned to the key: whom it acts as in the cloud. */
export function confluentSection({ cloudKey }: Key): FactSection | undefined {
  if (cloudKey.kind === 'unknown') return undefined;
  const { lead, facts } = assignedTo(cloudKey);
  return { id: 'confluent', title: vscode.l10n.t('Assigned by Confluent'), lead, facts };
}

function assignedTo(cloudKey: Exclude<CloudKey, { readonly kind: 'unknown' }>): {
  readonly lead: string;
  readonly facts: readonly Fact[];
} {
  switch (cloudKey.kind) {
    case 'AwsKey':
      return {
        lead: vscode.l10n.t('The roles that the key policy must admit.'),
        facts:
          cloudKey.roles.length === 0
            ? [notYet(vscode.l10n.t('IAM roles'))]
            : cloudKey.roles.map((role, index) => code(`role${index}`, vscode.l10n.t('IAM role'), role)),
      };
    case 'AzureKey':
      return {
        lead: vscode.l10n.t('The application that needs two roles on the vault.'),
        facts: [oneOrNotYet('applicationId', vscode.l10n.t('Application id'), cloudKey.applicationId)],
      };
    case 'GcpKey':
      return {
        lead: vscode.l10n.t('The group that needs a role on the key.'),
        facts: [oneOrNotYet('securityGroup', vscode.l10n.t('Google group'), cloudKey.securityGroup)],
      };
  }
}

function oneOrNotYet(copy: string, name: string, value: string | undefined): Fact {
  return value === undefined ? notYet(name) : code(copy, name, value);
}

function notYet(name: string): Fact {
  return plain(
    name,
    vscode.l10n.t('not assigned yet'),
    vscode.l10n.t('Confluent assigns it some time after the upload: refresh to see.'),
  );
}
