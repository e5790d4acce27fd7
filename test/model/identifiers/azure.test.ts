import assert from 'node:assert/strict';
import {
  checkVaultMatches,
  parseKeyUrl,
  parseKeyVaultId,
  parseTenantId,
} from '../../../src/model/identifiers/azure';
import { explain } from '../../../src/model/identifiers/messages';
import { outcomeOf, type Cases } from './outcome';

const url = 'https://vault-1.vault.azure.net/keys/key-1';
const version = '0123456789abcdef0123456789abcdef';
const guid = '3f2504e0-4f89-11d3-9a0c-0305e82c3301';
const vault = `/subscriptions/${guid}/resourceGroups/my_(rg).1/providers/Microsoft.KeyVault/vaults/vault-1`;

const urlCases: Cases = [
  ['a key', url, 'ok', url],
  [
    'a host in upper case',
    'https://Vault-1.VAULT.azure.net/keys/Key-1',
    'ok',
    'https://vault-1.vault.azure.net/keys/Key-1',
  ],
  ['a slash at the end', `${url}/`, 'ok', url],
  ['with a version', `${url}/${version}`, 'ok, azureVersionStripped', url],
  ['with the usual port', 'https://vault-1.vault.azure.net:443/keys/key-1', 'ok, azurePortStripped', url],
  [
    'China',
    'https://vault-1.vault.azure.cn/keys/k',
    'ok, azureSovereign',
    'https://vault-1.vault.azure.cn/keys/k',
  ],
  [
    'US Government',
    'https://vault-1.vault.usgovcloudapi.net/keys/k',
    'ok, azureSovereign',
    'https://vault-1.vault.usgovcloudapi.net/keys/k',
  ],
  [
    'a managed HSM',
    'https://hsm-1.managedhsm.azure.net/keys/k',
    'ok, azureManagedHsm',
    'https://hsm-1.managedhsm.azure.net/keys/k',
  ],
  ['http', url.replace('https', 'http'), 'azureHttp', 'http://'],
  ['no scheme', url.slice(8), 'azureSchemeMissing', ''],
  [
    'the portal',
    'https://portal.azure.com/#@x/asset/keys',
    'azurePortalUrl',
    'https://portal.azure.com/#@x/asset/keys',
  ],
  ['the resource id of the vault', vault, 'azureResourceId', vault],
  ['an ARN', 'arn:aws:kms:x', 'otherProvider', 'arn:aws:kms:x'],
  ['another host', 'https://vault-1.example.com/keys/k', 'azureHost', 'vault-1.example.com'],
  [
    'a host that only ends like one',
    'https://vault-1.xvault.azure.net.evil.example/keys/k',
    'azureHost',
    'vault-1.xvault.azure.net.evil.example',
  ],
  [
    'a private link',
    'https://vault-1.privatelink.vaultcore.azure.net/keys/k',
    'azurePrivateLink',
    'vault-1.privatelink.vaultcore.azure.net',
  ],
  ['a user', 'https://me@vault-1.vault.azure.net/keys/k', 'azureUser', 'me@'],
  ['another port', 'https://vault-1.vault.azure.net:8443/keys/k', 'azurePort', ':8443'],
  ['a query', `${url}?api-version=7.4`, 'azureQuery', '?api-version=7.4'],
  ['a short vault', 'https://ab.vault.azure.net/keys/k', 'azureVaultLength', 'ab'],
  ['a long vault', `https://${'a'.repeat(25)}.vault.azure.net/keys/k`, 'azureVaultLength', 'a'.repeat(25)],
  ['a vault that starts with a digit', 'https://1vault.vault.azure.net/keys/k', 'azureVaultStart', '1'],
  ['a vault that ends with a dash', 'https://vault-.vault.azure.net/keys/k', 'azureVaultEnd', '-'],
  ['a vault with two dashes', 'https://vau--lt.vault.azure.net/keys/k', 'azureVaultDashes', '--'],
  ['a vault with an underscore', 'https://vault_1.vault.azure.net/keys/k', 'azureVaultCharacter', '_'],
  ['a secret', 'https://vault-1.vault.azure.net/secrets/s', 'azureSecret', 'secrets'],
  ['a certificate', 'https://vault-1.vault.azure.net/certificates/c', 'azureCertificate', 'certificates'],
  ['another collection', 'https://vault-1.vault.azure.net/kees/c', 'azureCollection', 'kees'],
  ['no key', 'https://vault-1.vault.azure.net/keys/', 'azureKeyMissing', ''],
  [
    'a long key',
    `https://vault-1.vault.azure.net/keys/${'k'.repeat(128)}`,
    'azureKeyLength',
    'k'.repeat(128),
  ],
  ['a key with an underscore', 'https://vault-1.vault.azure.net/keys/key_1', 'azureKeyCharacter', '_'],
  ['no version', `${url}/1.0`, 'azureVersion', '1.0'],
  ['text behind the version', `${url}/${version}/x`, 'azureTrailing', '/x'],
];

const vaultCases: Cases = [
  ['a vault', vault, 'ok', vault],
  ['other case', vault.toLowerCase(), 'ok', vault],
  ['a slash at the end', `${vault}/`, 'ok', vault],
  ['no slash before', vault.slice(1), 'ok, vaultSlashAdded', vault],
  [
    'a page of the portal',
    `https://portal.azure.com/#@example.com/resource${vault}/overview`,
    'ok, vaultPortalPage vaultPageStripped',
    vault,
  ],
  [
    'a managed HSM',
    vault.replace('vaults', 'managedHSMs'),
    'ok, vaultManagedHsm',
    vault.replace('vaults', 'managedHSMs'),
  ],
  ['a key URL', url, 'vaultUrl', url],
  [
    'another resource',
    vault.replace('Microsoft.KeyVault', 'Microsoft.Storage'),
    'vaultProvider',
    'Microsoft.Storage',
  ],
  ['another kind', vault.replace('/vaults/', '/deletedVaults/'), 'vaultKind', 'deletedVaults'],
  ['a key in the vault', `${vault}/keys/k`, 'vaultTrailing', '/keys/k'],
  ['a subscription alone', `/subscriptions/${guid}`, 'vaultSegmentMissing', ''],
  ['no value', '/subscriptions/', 'vaultValueMissing', 'subscriptions'],
  ['a wrong word', vault.replace('resourceGroups', 'groups'), 'vaultSegment', 'groups'],
  ['a short subscription', vault.replace(guid, guid.slice(1)), 'guidLength', guid.slice(1)],
  ['a group with a star', vault.replace('my_(rg).1', 'my*'), 'vaultGroupCharacter', '*'],
  ['a group that ends with a full stop', vault.replace('my_(rg).1', 'my.'), 'vaultGroupEnd', '.'],
  ['a long group', vault.replace('my_(rg).1', 'g'.repeat(91)), 'vaultGroupLength', 'g'.repeat(91)],
  [
    'a group of another script',
    vault.replace('my_(rg).1', 'größe'),
    'ok',
    vault.replace('my_(rg).1', 'größe'),
  ],
];

const tenantCases: Cases = [
  ['a tenant', guid, 'ok', guid],
  ['upper case', guid.toUpperCase(), 'ok', guid],
  ['braces', `{${guid}}`, 'ok, guidBraces', guid],
  ['no dashes', guid.replaceAll('-', ''), 'guidDashes', guid.replaceAll('-', '')],
  ['a dash too few', guid.replace('-', ''), 'guidLength', guid.replace('-', '')],
  ['a dash moved', '3f2504e-04f89-11d3-9a0c-0305e82c3301', 'guidCharacter', '-'],
  ['too long', `${guid}0`, 'guidTrailing', '0'],
  ['a letter that is no digit', guid.replace('f', 'g'), 'guidCharacter', 'g'],
  ['a domain', 'contoso.onmicrosoft.com', 'tenantDomain', 'contoso.onmicrosoft.com'],
];

describe('parseKeyUrl', () => {
  for (const [label, text, ...outcome] of urlCases) {
    it(label, () => assert.deepEqual(outcomeOf(text, parseKeyUrl(text)), outcome));
  }
});

describe('parseKeyVaultId', () => {
  for (const [label, text, ...outcome] of vaultCases) {
    it(label, () => assert.deepEqual(outcomeOf(text, parseKeyVaultId(text)), outcome));
  }
});

describe('parseTenantId', () => {
  for (const [label, text, ...outcome] of tenantCases) {
    it(label, () => assert.deepEqual(outcomeOf(text, parseTenantId(text)), outcome));
  }

  it('shows the id with its dashes', () => {
    const parsed = parseTenantId(guid.replaceAll('-', ''));
    assert.equal(parsed.ok ? '' : explain(parsed.problem), `The dashes are missing: write ${guid}.`);
  });
});

describe('checkVaultMatches', () => {
  it('is content with one vault, in any case', () => {
    assert.equal(checkVaultMatches({ vault: 'vault-1' }, { text: vault, vault: 'Vault-1' }), undefined);
  });

  it('names both vaults, and shows the resource id as it should be', () => {
    const problem = checkVaultMatches({ vault: 'vault-2' }, { text: vault, vault: 'vault-1' });
    assert.ok(problem);
    assert.deepEqual(
      [explain(problem), problem.start, problem.length, problem.example],
      [
        'The key URL names the vault "vault-2", the resource id names "vault-1". They must be the same.',
        vault.length - 7,
        7,
        vault.replace('vault-1', 'vault-2'),
      ],
    );
  });
});
