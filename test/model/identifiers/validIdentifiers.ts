import fc from 'fast-check';
import { parseKeyArn } from '../../../src/model/identifiers/aws';
import { parseKeyUrl, parseKeyVaultId, parseTenantId } from '../../../src/model/identifiers/azure';
import { parseCryptoKeyName } from '../../../src/model/identifiers/gcp';
import type { Parsed } from '../../../src/model/identifiers/problem';
import { parseRoleArn } from '../../../src/model/identifiers/roleArn';

interface Kind {
  readonly name: string;
  readonly parse: (text: string) => Parsed<{ readonly text: string }>;
  /** Identifiers as the vendor's grammar makes them, in the form that they are normalised to. */
  readonly valid: fc.Arbitrary<string>;
}

const matching = (pattern: RegExp) => fc.stringMatching(pattern);
const uuid = fc.uuid();
const account = matching(/^\d{12}$/);
const region = fc.constantFrom(
  ['aws', 'us-west-2'],
  ['aws', 'ap-southeast-3'],
  ['aws-cn', 'cn-northwest-1'],
  ['aws-us-gov', 'us-gov-east-1'],
);
const vault = matching(/^[a-z][a-z0-9]{2,10}(-[a-z0-9]{1,5})?$/);

/** Every kind of identifier with its parser. */
export const kinds: readonly Kind[] = [
  {
    name: 'key ARN',
    parse: parseKeyArn,
    valid: fc
      .tuple(region, account, fc.oneof(uuid, matching(/^mrk-[0-9a-f]{32}$/)))
      .map(([[partition, name], owner, id]) => `arn:${partition}:kms:${name}:${owner}:key/${id}`),
  },
  {
    name: 'role ARN',
    parse: parseRoleArn,
    valid: fc
      .tuple(account, matching(/^(\/[a-z]{1,5})?\/[\w+=,.@-]{1,64}$/))
      .filter(([, path]) => !/[",]$/.test(path))
      .map(([owner, path]) => `arn:aws:iam::${owner}:role${path}`),
  },
  {
    name: 'key URL',
    parse: parseKeyUrl,
    valid: fc
      .tuple(
        vault,
        fc.constantFrom('vault.azure.net', 'vault.azure.cn', 'managedhsm.azure.net'),
        matching(/^[0-9A-Za-z-]{1,127}$/),
      )
      .map(([name, suffix, key]) => `https://${name}.${suffix}/keys/${key}`),
  },
  {
    name: 'Key Vault resource id',
    parse: parseKeyVaultId,
    valid: fc
      .tuple(uuid, matching(/^[\w().-]{0,89}[\w()-]$/), vault)
      .map(
        ([subscription, group, name]) =>
          `/subscriptions/${subscription}/resourceGroups/${group}/providers/Microsoft.KeyVault/vaults/${name}`,
      ),
  },
  { name: 'tenant id', parse: parseTenantId, valid: uuid },
  {
    name: 'crypto key name',
    parse: parseCryptoKeyName,
    valid: fc
      .tuple(
        matching(/^([a-z]{2,8}\.com:)?[a-z][a-z0-9-]{4,28}[a-z0-9]$/),
        fc.constantFrom('us-central1', 'europe-west4', 'global', 'nam4'),
        matching(/^[\w-]{1,63}$/),
        matching(/^[\w-]{1,63}(\/cryptoKeyVersions\/[1-9]\d{0,3})?$/),
      )
      .map(
        ([project, location, ring, key]) =>
          `projects/${project}/locations/${location}/keyRings/${ring}/cryptoKeys/${key}`,
      ),
  },
];
