import assert from 'node:assert/strict';
import { parseCryptoKeyName } from '../../../src/model/identifiers/gcp';
import { outcomeOf, type Cases } from './outcome';

const good = 'projects/my-project/locations/us-central1/keyRings/my_ring/cryptoKeys/my-key';

const cases: Cases = [
  ['a key', good, 'ok', good],
  ['with a version', `${good}/cryptoKeyVersions/3`, 'ok, gcpVersion', `${good}/cryptoKeyVersions/3`],
  ['a slash at the end', `${good}/`, 'ok', good],
  ['a slash before', `/${good}`, 'ok, gcpSlashStripped', good],
  ['a full resource name', `//cloudkms.googleapis.com/${good}`, 'ok, gcpPrefixStripped', good],
  ['the address of the API', `https://cloudkms.googleapis.com/v1/${good}`, 'ok, gcpPrefixStripped', good],
  [
    'a project number',
    good.replace('my-project', '123456789012'),
    'ok',
    good.replace('my-project', '123456789012'),
  ],
  [
    'a project of a domain',
    good.replace('my-project', 'example.com:my-project'),
    'ok',
    good.replace('my-project', 'example.com:my-project'),
  ],
  [
    'a multi-region',
    good.replace('us-central1', 'europe'),
    'ok, gcpMultiRegion',
    good.replace('us-central1', 'europe'),
  ],
  [
    'a dual region',
    good.replace('us-central1', 'nam4'),
    'ok, gcpMultiRegion',
    good.replace('us-central1', 'nam4'),
  ],
  [
    'everywhere',
    good.replace('us-central1', 'global'),
    'ok, gcpMultiRegion',
    good.replace('us-central1', 'global'),
  ],
  [
    'a page of the console',
    'https://console.cloud.google.com/security/kms/key/manage/us/r/k',
    'gcpConsoleUrl',
    'https://console.cloud.google.com/security/kms/key/manage/us/r/k',
  ],
  ['an ARN', 'arn:aws:kms:x', 'otherProvider', 'arn:aws:kms:x'],
  [
    'an Azure key',
    'https://v-1.vault.azure.net/keys/k',
    'otherProvider',
    'https://v-1.vault.azure.net/keys/k',
  ],
  ['a name alone', 'my-key', 'gcpNotName', 'my-key'],
  ['no project', good.slice('projects/my-project/'.length), 'gcpProjectMissing', 'locations'],
  ['an empty project', good.replace('my-project', ''), 'gcpProjectMissing', ''],
  ['no location', good.replace('/locations/us-central1', ''), 'gcpLocationMissing', 'keyRings'],
  ['no key ring', good.replace('/keyRings/my_ring', ''), 'gcpKeyRingMissing', 'cryptoKeys'],
  ['a key ring', good.replace('/cryptoKeys/my-key', ''), 'gcpKeyMissing', ''],
  ['no name', good.replace('/my-key', ''), 'gcpKeyMissing', ''],
  [
    'the wrong order',
    'projects/my-project/keyRings/my_ring/locations/us-central1/cryptoKeys/my-key',
    'gcpWrongOrder',
    'projects/my-project/keyRings/my_ring/locations/us-central1/cryptoKeys/my-key',
  ],
  ['other case', good.replace('keyRings', 'keyrings'), 'gcpCollectionCase', 'keyrings'],
  ['another word', good.replace('locations', 'regions'), 'gcpCollection', 'regions'],
  ['an import job', good.replace('cryptoKeys', 'importJobs'), 'gcpImportJob', 'importJobs'],
  ['a short project', good.replace('my-project', 'proj'), 'gcpProject', 'proj'],
  ['a bad location', good.replace('us-central1', 'us_central1'), 'gcpLocation', 'us_central1'],
  ['a zone', good.replace('us-central1', 'us-central1-a'), 'gcpLocationIsZone', 'us-central1-a'],
  ['a key ring with a dot', good.replace('my_ring', 'my.ring'), 'gcpKeyRing', '.'],
  ['a long key ring', good.replace('my_ring', 'r'.repeat(64)), 'gcpKeyRingLength', 'r'.repeat(64)],
  ['a key with a dot', good.replace('my-key', 'my.key'), 'gcpKey', '.'],
  ['a long key', good.replace('my-key', 'k'.repeat(64)), 'gcpKeyLength', 'k'.repeat(64)],
  ['no version number', `${good}/cryptoKeyVersions/`, 'gcpVersionMissing', ''],
  ['a version that is no number', `${good}/cryptoKeyVersions/primary`, 'gcpVersionNumber', 'primary'],
  ['text behind', `${good}/x`, 'gcpTrailing', '/x'],
  ['text behind the version', `${good}/cryptoKeyVersions/3:encrypt`, 'gcpVersionNumber', '3:encrypt'],
];

describe('parseCryptoKeyName', () => {
  for (const [label, text, ...outcome] of cases) {
    it(label, () => assert.deepEqual(outcomeOf(text, parseCryptoKeyName(text)), outcome));
  }

  it('takes a name apart, and keeps the version beside it', () =>
    assert.deepEqual(parseCryptoKeyName(`${good}/cryptoKeyVersions/3`), {
      ok: true,
      value: {
        text: `${good}/cryptoKeyVersions/3`,
        keyName: good,
        project: 'my-project',
        location: 'us-central1',
        keyRing: 'my_ring',
        key: 'my-key',
        version: '3',
      },
      warnings: [
        {
          code: 'gcpVersion',
          args: ['3'],
          part: 'version',
          start: good.length + '/cryptoKeyVersions/'.length,
          length: 1,
          example: 'projects/my-project/locations/us-central1/keyRings/my-ring/cryptoKeys/my-key',
        },
      ],
    }));
});
