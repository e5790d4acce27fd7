import type { FindingInput } from '../../../src/model/findings/estate';
import { someCluster } from '../../factories';
import {
  azure,
  checkFindings,
  cluster,
  day,
  gcp,
  inUse,
  legacy,
  legacyArn,
  namedKey,
  now,
  seen,
  withArn,
} from './findingInput';

describe('findings about what belongs together', () => {
  checkFindings([
    [
      'registered twice',
      {
        keys: [
          withArn(legacyArn),
          { ...withArn(legacyArn.toUpperCase().replace('ARN', 'arn')), id: 'cck-2' },
        ],
      },
      ['warning registeredTwice:cck-1', 'warning registeredTwice:cck-2'],
    ],
    [
      'a version of Azure apart',
      {
        keys: [
          azure('cck-1', 'https://V.vault.azure.net/keys/K'),
          azure('cck-2', 'https://v.vault.azure.net:443/keys/k/0123456789abcdef0123456789abcdef'),
        ],
      },
      ['warning registeredTwice:cck-1', 'warning registeredTwice:cck-2'],
    ],
    [
      'a version of Google Cloud apart',
      { keys: [gcp('cck-1', 'europe-west1'), gcp('cck-2', 'europe-west1', '/cryptoKeyVersions/3')] },
      ['warning registeredTwice:cck-1', 'warning registeredTwice:cck-2'],
    ],
    [
      'one key of two vaults',
      {
        keys: [
          azure('cck-1', 'https://a.vault.azure.net/keys/k'),
          azure('cck-2', 'https://b.vault.azure.net/keys/k'),
        ],
      },
      [],
    ],
    [
      'keys of a kind that nobody knows',
      { keys: [namedKey({ provider: 'OCI' }), namedKey({ provider: 'OCI' }, 'cck-2')] },
      [],
    ],

    ['in use by no cluster', { keys: [namedKey(inUse)] }, ['info inUseUnseen:cck-1']],
    [
      'in use by no cluster, for six days',
      { keys: [namedKey(inUse)], heldSince: () => now - 6 * day },
      ['warning inUseUnseen:cck-1'],
    ],
    [
      'in use by no cluster, for four days',
      { keys: [namedKey(inUse)], heldSince: () => now - 4 * day },
      ['info inUseUnseen:cck-1'],
    ],
    [
      'for six days, with an environment that is closed',
      {
        keys: [namedKey(inUse)],
        heldSince: () => now - 6 * day,
        clusters: { ...seen(), closed: [{ id: 'env-1', displayName: undefined }] },
      },
      ['info inUseUnseen:cck-1'],
    ],
    ['in use, and nobody has looked for clusters', { keys: [namedKey(inUse)], clusters: undefined }, []],
    [
      'in use since after the clusters were listed',
      { keys: [namedKey(inUse)], stateSince: () => now + 1 },
      [],
    ],
    [
      'in use, and a cluster with a legacy key has it',
      { keys: [withArn(legacyArn, inUse)], clusters: seen(legacy) },
      ['info legacyKey:lkc-9'],
    ],

    [
      'a key of AWS, a cluster in Azure',
      { keys: [namedKey(inUse)], clusters: seen({ ...cluster, cloud: 'AZURE' }) },
      ['error otherCloud:cck-1'],
    ],
    [
      'a key of Azure, a cluster in AZURE',
      {
        keys: [namedKey({ provider: 'Azure', region: 'westeurope', ...inUse })],
        clusters: seen({ ...cluster, cloud: 'AZURE', region: 'westeurope' }),
      },
      [],
    ],
    [
      'a key of Azure in the spelling of 2023',
      {
        keys: [namedKey({ provider: 'AZURE', region: 'westeurope', ...inUse })],
        clusters: seen({ ...cluster, cloud: 'AZURE', region: 'westeurope' }),
      },
      [],
    ],
    [
      'a cloud that came later',
      { keys: [namedKey(inUse)], clusters: seen({ ...cluster, cloud: 'OCI' }) },
      [],
    ],

    [
      'another region',
      { keys: [namedKey(inUse)], clusters: seen({ ...cluster, region: 'eu-west-2' }) },
      ['warning otherRegion:cck-1'],
    ],
    [
      'a region in other letters',
      {
        keys: [namedKey({ provider: 'Azure', region: 'westeurope', ...inUse })],
        clusters: seen({ ...cluster, cloud: 'AZURE', region: 'West Europe' }),
      },
      [],
    ],
    [
      'a cluster that does not tell its region',
      { keys: [namedKey(inUse)], clusters: seen({ ...cluster, region: '' }) },
      [],
    ],
    [
      'a key that does not tell its region',
      {
        keys: [namedKey({ provider: 'Azure', region: null, ...inUse })],
        clusters: seen({ ...cluster, cloud: 'AZURE' }),
      },
      [],
    ],

    [
      'an item that cannot be read',
      { unreadable: [{ id: 'cck-7', reason: 'no key object', raw: {} }] },
      ['warning unreadable:cck-7'],
    ],
    [
      'an item without an id',
      { unreadable: [{ id: undefined, reason: 'not an object', raw: 7 }] },
      ['warning unreadable:#1'],
    ],

    ['a cluster with a legacy key', { clusters: seen(legacy) }, ['info legacyKey:lkc-9']],
    [
      'a cluster with a legacy key and a registered one',
      { clusters: seen({ ...legacy, keyId: 'cck-1' }) },
      [],
    ],
    ['a cluster without any', { clusters: seen(someCluster('lkc-2')) }, []],

    ['17 of 20', { quota: quota(20, 17) }, ['info quotaNear:organization']],
    ['16 of 20', { quota: quota(20, 16) }, []],
    ['20 of 20', { quota: quota(20, 20) }, ['warning quotaFull:organization']],
    ['21 of 20', { quota: quota(20, 21) }, ['warning quotaFull:organization']],
    [
      '2 keys of 2, and no usage told',
      { keys: [namedKey(), namedKey({}, 'cck-2')], quota: quota(2) },
      ['warning quotaFull:organization'],
    ],
    [
      'a usage that is behind the list',
      { keys: [namedKey(), namedKey({}, 'cck-2')], quota: quota(2, 1) },
      ['warning quotaFull:organization'],
    ],
    ['an organization that may have none', { quota: quota(0) }, ['warning quotaFull:organization']],
    ['a quota that nobody knows', { quota: undefined }, []],
  ]);
});

function quota(limit: number, usage?: number): FindingInput['quota'] {
  return { id: 'byok.max_keys.per_org', limit, usage };
}
