import assert from 'node:assert/strict';
import { cloudKeyIdentity } from '../../src/model/cloudKeyIdentity';

const arn = 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';
const url = 'https://vault.vault.azure.net/keys/name';
const name = 'projects/acme/locations/europe-west1/keyRings/ring/cryptoKeys/Key';

describe('cloudKeyIdentity', () => {
  const same: readonly (readonly [label: string, one: string, other: string])[] = [
    ['an ARN in capitals', arn, arn.toUpperCase()],
    ['a key URL in capitals', url, 'https://VAULT.vault.azure.net/keys/Name'],
    ['a key URL with a version', url, `${url}/0123456789abcdef0123456789abcdef`],
    ['a key URL with a slash behind', url, `${url}/`],
    ['a key URL with its usual port', url, url.replace('.net/', '.net:443/')],
    ['a resource name with a version', name, `${name}/cryptoKeyVersions/3`],
    ['a full resource name', name, `//cloudkms.googleapis.com/v1/${name}`],
  ];
  for (const [label, one, other] of same) {
    it(`${label}: the same key`, () => assert.equal(cloudKeyIdentity(other), cloudKeyIdentity(one)));
  }

  const others: readonly (readonly [label: string, one: string, other: string])[] = [
    ['another region', arn, arn.replace('eu-west-1', 'eu-west-2')],
    ['another vault', url, url.replace('vault.', 'other.')],
    ['a resource name in other letters', name, name.toLowerCase()],
    ['nothing that anybody knows', 'x', 'X'],
  ];
  for (const [label, one, other] of others) {
    it(`${label}: another key`, () => assert.notEqual(cloudKeyIdentity(other), cloudKeyIdentity(one)));
  }
});
