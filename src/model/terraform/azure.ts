import { azureCloudOfKey, azureRoles } from '../access/azure';
import type { AzureCloudKey } from '../key';
import { hclString } from '../shellQuote';
import { attributes, block, resource, type Block } from './block';

const environments = {
  AzureCloud: undefined,
  AzureChinaCloud: 'china',
  AzureUSGovernment: 'usgovernment',
} as const;
const addresses = ['encryption_user', 'reader'] as const;

/** The registration of an Azure key, the service principal of its application, and its two role assignments. */
export function azureTerraform(key: AzureCloudKey, label: string): readonly Block[] {
  const registration = resource('confluent_byok_key', label, [
    block(
      'azure',
      [],
      attributes(
        ['tenant_id', hclString(key.tenantId)],
        ['key_vault_id', hclString(key.keyVaultId)],
        ['key_identifier', hclString(key.keyId)],
      ),
    ).text.trimEnd(),
  ]);
  const environment = environments[azureCloudOfKey(key)];
  const sovereign = `This vault is in a sovereign cloud: the azurerm and azuread providers need environment = "${environment ?? ''}".`;
  const { text } = resource(
    'azuread_service_principal',
    label,
    attributes(
      ['client_id', `confluent_byok_key.${label}.azure[0].application_id`],
      ['use_existing', 'true'],
    ),
    environment === undefined ? [] : [sovereign],
  );
  const assignments = azureRoles.map(({ name }, index) =>
    resource(
      'azurerm_role_assignment',
      `${label}_${addresses[index] ?? String(index)}`,
      attributes(
        ['scope', hclString(key.keyVaultId)],
        ['role_definition_name', hclString(name)],
        ['principal_id', `azuread_service_principal.${label}.object_id`],
        ['principal_type', '"ServicePrincipal"'],
      ),
    ),
  );
  // The assignments depend on the service principal themselves.
  return [registration, { text }, ...assignments];
}
