import {
  before,
  checkFindings,
  cluster,
  day,
  gcp,
  hour,
  inUse,
  legacy,
  legacyArn,
  namedKey,
  now,
  seen,
  withArn,
} from './findingInput';

describe('findings about one key', () => {
  checkFindings([
    ['a valid key of today', { keys: [namedKey()] }, []],
    ['a key that a cluster of its region uses', { keys: [namedKey(inUse)], clusters: seen(cluster) }, []],

    ['invalid', { keys: [namedKey({ phase: 'INVALID' })] }, ['warning invalid:cck-1']],
    [
      'invalid, of a state that came later',
      { keys: [namedKey({ phase: 'INVALID', state: 'RETIRED' })] },
      ['warning invalid:cck-1'],
    ],
    ['a phase that came later', { keys: [namedKey({ phase: 'PAUSED' })] }, []],
    ['a service that does not validate', { keys: [namedKey({ phase: null })] }, []],

    [
      'invalid and in use',
      { keys: [namedKey({ phase: 'INVALID', ...inUse })], clusters: seen(cluster) },
      ['error invalidInUse:cck-1'],
    ],
    [
      'invalid and in use, no clusters known',
      { keys: [namedKey({ phase: 'INVALID', ...inUse })], clusters: undefined },
      ['error invalidInUse:cck-1'],
    ],
    [
      'invalid, and a cluster has it though the state is behind',
      { keys: [namedKey({ phase: 'INVALID' })], clusters: seen(cluster) },
      ['error invalidInUse:cck-1'],
    ],

    [
      'waiting for 61 minutes',
      { keys: [namedKey({ phase: 'INITIALIZING', createdAt: before(61 * 60_000) })] },
      ['warning waitingLong:cck-1'],
    ],
    [
      'waiting for an hour to the ms',
      { keys: [namedKey({ phase: 'INITIALIZING', createdAt: before(hour) })] },
      [],
    ],
    ['waiting since nobody knows when', { keys: [namedKey({ phase: 'INITIALIZING', createdAt: '?' })] }, []],
    [
      'waiting since tomorrow, by a clock that is wrong',
      { keys: [namedKey({ phase: 'INITIALIZING', createdAt: before(-day) })] },
      [],
    ],

    ['available for 91 days', { keys: [namedKey({ createdAt: before(91 * day) })] }, ['info unused:cck-1']],
    ['available for 90 days to the ms', { keys: [namedKey({ createdAt: before(90 * day) })] }, []],
    [
      'available for 91 days, where 100 are allowed',
      { keys: [namedKey({ createdAt: before(91 * day) })], staleAfterDays: 100 },
      [],
    ],
    [
      'old, and free since yesterday',
      { keys: [namedKey({ createdAt: before(91 * day) })], stateSince: () => now - day },
      [],
    ],
    [
      'old, and a cluster has it though the state is behind',
      { keys: [namedKey({ createdAt: before(91 * day) })], clusters: seen(cluster) },
      [],
    ],
    [
      'old, and a cluster with a legacy key needs it',
      { keys: [withArn(legacyArn, { createdAt: before(91 * day) })], clusters: seen(legacy) },
      ['info legacyKey:lkc-9'],
    ],
    ['available since nobody knows when', { keys: [namedKey({ createdAt: '?' })] }, []],

    ['without a name', { keys: [namedKey({ name: undefined })] }, ['info unnamed:cck-1']],
    ['with a name of blanks', { keys: [namedKey({ name: '  ' })] }, ['info unnamed:cck-1']],
    [
      'without a name, from a service that has none',
      { keys: [namedKey({ name: undefined, phase: null })] },
      [],
    ],

    [
      'multi-Region',
      { keys: [withArn('arn:aws:kms:eu-west-1:111122223333:key/mrk-1')] },
      ['info awsMultiRegion:cck-1'],
    ],
    [
      'a key whose id only has mrk- inside',
      { keys: [withArn('arn:aws:kms:eu-west-1:111122223333:key/a-mrk-1')] },
      [],
    ],

    [
      'a message about an import',
      { keys: [namedKey({ message: 'arn:aws:kms:eu-west-1:1:key/x is pending import.' })] },
      ['warning importedKey:cck-1'],
    ],
    [
      'a message about an import in Google Cloud',
      {
        keys: [
          namedKey({ provider: 'GCP', region: 'europe-west1', message: 'current state is: PENDING_IMPORT' }),
        ],
      },
      ['warning importedKey:cck-1'],
    ],
    [
      'a message about something important',
      { keys: [namedKey({ message: 'An important permission is missing.' })] },
      [],
    ],

    [
      'a location of more than one region',
      { keys: [gcp('cck-1', 'europe')] },
      ['warning googleMultiRegion:cck-1'],
    ],
    ['the location global', { keys: [gcp('cck-1', 'global')] }, ['warning googleMultiRegion:cck-1']],
    ['a region of Google Cloud', { keys: [gcp('cck-1', 'northamerica-northeast1')] }, []],
    [
      'more than one region, and in use: said once',
      {
        keys: [{ ...gcp('cck-1', 'europe'), state: 'IN_USE' }],
        clusters: seen({ ...cluster, cloud: 'GCP', region: 'europe-west1' }),
      },
      ['warning googleMultiRegion:cck-1'],
    ],
  ]);
});
