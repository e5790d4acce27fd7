import { azureCloudOf, type AzureHost } from './azureCloud';
import type { Parsed, Problem } from './problem';
import { Reading } from './reading';
import { readText } from './readText';
import { checkVaultName } from './vaultName';

export { parseKeyVaultId } from './keyVaultId';
export { parseTenantId } from './tenantId';

export interface KeyUrl {
  /** Without a version, the host in lower case. */
  readonly text: string;
  readonly host: string;
  readonly vault: string;
  readonly keyName: string;
  /** What was left out. */
  readonly version: string | undefined;
  readonly cloud: AzureHost['cloud'];
  readonly managedHsm: boolean;
}

const example = 'https://vault-name.vault.azure.net/keys/key-name';

/** Reads the URL of a key in an Azure key vault; a version is left out and said. */
export function parseKeyUrl(text: string): Parsed<KeyUrl> {
  const reading = readText(text, example);
  if (!(reading instanceof Reading)) return { ok: false, problem: reading.problem };
  const scheme = /^https:\/\//i.exec(reading.text)?.[0];
  if (scheme === undefined) return withoutScheme(reading);
  const rest = reading.text.slice(scheme.length);
  const query = rest.search(/[?#]/);
  const authorityEnd = rest.search(/[/?#]/);
  const authority = authorityEnd < 0 ? rest : rest.slice(0, authorityEnd);
  if (/^([^.]+\.)?portal\.azure\.(com|cn|us)$/i.test(authority))
    return reading.fail('azurePortalUrl', 'whole');
  const host = readHost(reading, authority, scheme.length);
  if ('ok' in host) return host;
  if (query >= 0) return reading.fail('azureQuery', 'whole', scheme.length + query);
  const path = rest.slice(authority.length);
  return readPath(reading, path, scheme.length + authority.length, host);
}

function withoutScheme(reading: Reading): Parsed<never> {
  const { text } = reading;
  const http = /^http:\/?\/?/i.exec(text)?.[0];
  if (http !== undefined) return reading.fail('azureHttp', 'scheme', 0, http.length);
  if (/^\/?subscriptions\//i.test(text)) return reading.fail('azureResourceId', 'whole');
  if (text.startsWith('arn:')) return reading.fail('otherProvider', 'whole', 0, text.length, 'AWS');
  if (/^\/?projects\//.test(text))
    return reading.fail('otherProvider', 'whole', 0, text.length, 'Google Cloud');
  if (/^[a-z][a-z0-9-]*\.[a-z0-9.-]+\/keys\//i.test(text))
    return reading.fail('azureSchemeMissing', 'scheme', 0, 0);
  return reading.fail('azureNotUrl', 'whole');
}

function readHost(reading: Reading, authority: string, start: number): AzureHost | Parsed<never> {
  const at = authority.lastIndexOf('@');
  if (at >= 0) return reading.fail('azureUser', 'host', start, start + at + 1);
  const colon = authority.indexOf(':');
  const name = colon < 0 ? authority : authority.slice(0, colon);
  const end = start + authority.length;
  const host = azureCloudOf(name.toLowerCase());
  if (!host) return reading.fail('azureHost', 'host', start, start + name.length);
  if (host.privateLink) return reading.fail('azurePrivateLink', 'host', start, start + name.length);
  const nameFailure = checkVaultName(reading, host.vault, start);
  if (nameFailure) return nameFailure;
  if (colon >= 0) {
    if (authority.slice(colon) !== ':443') return reading.fail('azurePort', 'host', start + colon, end);
    reading.warn('azurePortStripped', 'host', start + colon, end);
  }
  const nameEnd = start + name.length;
  if (host.managedHsm) reading.warn('azureManagedHsm', 'host', start, nameEnd);
  if (host.cloudName !== undefined) reading.warn('azureSovereign', 'host', start, nameEnd, host.cloudName);
  return host;
}

function readPath(reading: Reading, path: string, start: number, host: AzureHost): Parsed<KeyUrl> {
  const [, collection = '', keyName = '', version = '', ...more] = path.split('/');
  const collectionEnd = start + 1 + collection.length;
  const keyStart = collectionEnd + 1;
  const versionStart = keyStart + keyName.length + 1;
  const place = ['resource', start + 1, collectionEnd] as const;
  if (/^secrets$/i.test(collection)) return reading.fail('azureSecret', ...place);
  if (/^certificates$/i.test(collection)) return reading.fail('azureCertificate', ...place);
  if (collection === '') return reading.fail('azureKeyMissing', 'keyName');
  if (!/^keys$/i.test(collection)) return reading.fail('azureCollection', ...place);
  if (keyName === '')
    return reading.fail('azureKeyMissing', 'keyName', Math.min(keyStart, start + path.length));
  const keyEnd = keyStart + keyName.length;
  if (keyName.length > 127) {
    return reading.fail('azureKeyLength', 'keyName', keyStart, keyEnd, String(keyName.length));
  }
  const wrong = keyName.search(/[^0-9A-Za-z-]/);
  if (wrong >= 0) {
    return reading.fail('azureKeyCharacter', 'keyName', keyStart + wrong, keyStart + wrong + 1);
  }
  const versionEnd = versionStart + version.length;
  if (version === '' ? more.length > 0 : more.join('/') !== '') {
    return reading.fail('azureTrailing', 'whole', versionEnd);
  }
  if (version !== '') {
    if (!/^[0-9a-f]{32}$/i.test(version))
      return reading.fail('azureVersion', 'version', versionStart, versionEnd);
    reading.warn('azureVersionStripped', 'version', versionStart, versionEnd);
  }
  return reading.done({
    text: `https://${host.host}/keys/${keyName}`,
    host: host.host,
    vault: host.vault,
    keyName,
    version: version === '' ? undefined : version,
    cloud: host.cloud,
    managedHsm: host.managedHsm,
  });
}

/** Whether the key's URL and the resource id speak of one vault; the problem's place is in the resource id. */
export function checkVaultMatches(
  url: Pick<KeyUrl, 'vault'>,
  vaultId: { readonly text: string; readonly vault: string },
): Problem | undefined {
  if (url.vault.toLowerCase() === vaultId.vault.toLowerCase()) return undefined;
  return {
    code: 'vaultMismatch',
    args: [url.vault, vaultId.vault],
    part: 'vault',
    start: vaultId.text.length - vaultId.vault.length,
    length: vaultId.vault.length,
    example: vaultId.text.slice(0, -vaultId.vault.length) + url.vault,
  };
}
