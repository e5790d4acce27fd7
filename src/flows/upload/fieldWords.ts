import * as vscode from 'vscode';
import type { IdentifierField } from './uploadDraft';

/** What a field is called, what is asked, and how a right value looks. */
export interface FieldWords {
  readonly name: string;
  readonly prompt: string;
  readonly example: string;
}

export function fieldWords(field: IdentifierField): FieldWords {
  switch (field) {
    case 'keyArn':
      return {
        name: vscode.l10n.t('Key ARN'),
        prompt: vscode.l10n.t('ARN of the symmetric KMS key, or all that "aws kms describe-key" prints'),
        example: 'arn:aws:kms:us-west-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
      };
    case 'keyUrl':
      return {
        name: vscode.l10n.t('Key URL'),
        prompt: vscode.l10n.t('URL of the key in its vault, or all that "az keyvault key show" prints'),
        example: 'https://my-vault.vault.azure.net/keys/my-key',
      };
    case 'keyVaultId':
      return {
        name: vscode.l10n.t('Key Vault Resource ID'),
        prompt: vscode.l10n.t('Resource ID of the key vault, or all that "az keyvault show" prints'),
        example:
          '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/my-group/providers/Microsoft.KeyVault/vaults/my-vault',
      };
    case 'tenantId':
      return {
        name: vscode.l10n.t('Tenant ID'),
        prompt: vscode.l10n.t('ID of the Microsoft Entra tenant that the vault belongs to'),
        example: '00000000-0000-0000-0000-000000000000',
      };
    case 'keyName':
      return {
        name: vscode.l10n.t('Key Resource Name'),
        prompt: vscode.l10n.t(
          'Resource name of the Cloud KMS key, or all that "gcloud kms keys describe" prints',
        ),
        example: 'projects/my-project/locations/us-central1/keyRings/my-ring/cryptoKeys/my-key',
      };
  }
}
