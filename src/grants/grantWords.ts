import * as vscode from 'vscode';
import type { GrantShape } from '../model/access/grant';
import type { CloudKey } from '../model/key';

/** What each cloud's grant can be had as, in the order of the menu. */
export function shapesOf(kind: CloudKey['kind']): readonly GrantShape[] {
  return shapes[kind];
}

const commands: GrantShape = { form: 'commands' };
const powershell: GrantShape = { form: 'powershell' };
const terraform: GrantShape = { form: 'terraform' };

const shapes: Readonly<Record<CloudKey['kind'], readonly GrantShape[]>> = {
  AwsKey: [{ form: 'policy' }, { form: 'statements' }, commands, powershell, terraform],
  AzureKey: [commands, powershell, terraform],
  GcpKey: [
    commands,
    { form: 'commands', gcpRoles: 'predefined' },
    powershell,
    { form: 'powershell', gcpRoles: 'predefined' },
    terraform,
  ],
  unknown: [terraform],
};

export interface GrantWords {
  readonly label: string;
  readonly description: string;
  readonly detail: string;
}

export function grantWords({ form, gcpRoles }: GrantShape, kind: CloudKey['kind']): GrantWords {
  const words = (label: string, detail: string): GrantWords => ({ label, description: '', detail });
  switch (form) {
    case 'policy':
      return words(
        vscode.l10n.t('Key Policy'),
        vscode.l10n.t('A whole policy for a new key: the account itself, and the roles of Confluent'),
      );
    case 'statements':
      return words(
        vscode.l10n.t('Policy Statements'),
        vscode.l10n.t('The two statements to add to the list "Statement" of the key policy'),
      );
    case 'commands': {
      const label =
        gcpRoles === 'predefined' ? vscode.l10n.t('Commands, Predefined Roles') : vscode.l10n.t('Commands');
      return { ...words(label, commandsOf(kind, gcpRoles)), description: 'bash, zsh, sh' };
    }
    case 'powershell': {
      const label = gcpRoles === 'predefined' ? vscode.l10n.t('PowerShell, Predefined Roles') : 'PowerShell';
      return words(label, commandsOf(kind, gcpRoles));
    }
    case 'terraform':
      return words(
        'Terraform',
        vscode.l10n.t('The registration, the grant, and an import block, in the order that works'),
      );
  }
}

function commandsOf(kind: CloudKey['kind'], gcpRoles: GrantShape['gcpRoles']): string {
  switch (kind) {
    case 'AwsKey':
      return vscode.l10n.t('AWS CLI: saves the key policy, and puts it back once the statements are in it');
    case 'AzureKey':
      return vscode.l10n.t('Azure CLI: makes the service principal if it is missing, and assigns two roles');
    case 'GcpKey':
      return gcpRoles === 'predefined'
        ? vscode.l10n.t('gcloud: binds two predefined roles, which permit more than Confluent needs')
        : vscode.l10n.t('gcloud: makes a custom role of just what Confluent needs, and binds it');
    case 'unknown':
      return '';
  }
}
