import assert from 'node:assert/strict';
import type { Quota } from '../../src/model/cluster';
import type { CloudKey, Key } from '../../src/model/key';
import type { UploadWarning } from '../../src/model/uploadWarnings';
import { isSameCloudKey, uploadWarnings } from '../../src/model/uploadWarnings';
import { someKey } from '../factories';
import { awsKey, azureKey, gcpKey } from './access/sampleKeys';

const upload: CloudKey = { ...awsKey, keyArn: 'arn:aws:kms:eu-west-1:111122223333:key/cck-1' };
const same = someKey('cck-1');
const other = someKey('cck-2');
const far = someKey('cck-3', { region: 'us-west-2' });
const google = someKey('cck-4', { provider: 'GCP', region: 'us-central1' });
const quota = (limit: number, usage?: number): Quota => ({ id: 'byok.max_keys.per_org', limit, usage });

/** A warning in short. */
function short(warning: UploadWarning): string {
  switch (warning.kind) {
    case 'alreadyRegistered':
      return `${warning.kind} ${warning.key.id} in ${warning.organization}`;
    case 'newRegion':
      return `${warning.kind} ${warning.region} beside ${warning.regions.join(' ')}`;
    default:
      return `${warning.kind} ${warning.used}/${warning.limit}`;
  }
}

const cases: readonly {
  readonly label: string;
  readonly keys: readonly Key[];
  readonly elsewhere?: readonly Key[];
  readonly quota?: Quota;
  readonly said: readonly string[];
}[] = [
  { label: 'nothing of a first key', keys: [], quota: quota(20, 0), said: [] },
  { label: 'nothing of a second in its region', keys: [other], said: [] },
  { label: 'that it is registered', keys: [same, other], said: ['alreadyRegistered cck-1 in ours'] },
  {
    label: 'where it is registered too',
    keys: [other],
    elsewhere: [same],
    said: ['alreadyRegistered cck-1 in theirs'],
  },
  {
    label: 'both, ours first',
    keys: [same],
    elsewhere: [same],
    said: ['alreadyRegistered cck-1 in ours', 'alreadyRegistered cck-1 in theirs'],
  },
  {
    label: 'that its region is new, and which there are',
    keys: [far, far, google],
    said: ['newRegion eu-west-1 beside us-west-2'],
  },
  { label: 'that it is the first in its cloud', keys: [google], said: ['newRegion eu-west-1 beside '] },
  { label: 'nothing of another organization but the key', keys: [other], elsewhere: [far], said: [] },
  { label: 'nothing of a quota with room', keys: [other], quota: quota(20, 14), said: [] },
  {
    label: 'that the quota will be nearly full',
    keys: [other],
    quota: quota(20, 15),
    said: ['quotaNear 15/20'],
  },
  { label: 'that the quota is full', keys: [other], quota: quota(20, 20), said: ['quotaFull 20/20'] },
  { label: 'that a quota is more than full', keys: [other], quota: quota(1, 3), said: ['quotaFull 3/1'] },
  {
    label: 'of a quota without usage by the keys that there are',
    keys: [other, other],
    quota: quota(2),
    said: ['quotaFull 2/2'],
  },
];

describe('uploadWarnings', () => {
  for (const { label, keys, elsewhere = [], quota: known, said } of cases) {
    it(`says ${label}`, () => {
      const warnings = uploadWarnings(
        upload,
        { label: 'ours', keys },
        [{ label: 'theirs', keys: elsewhere }],
        known,
      );
      assert.deepEqual(warnings.map(short), said);
    });
  }
});

describe('isSameCloudKey', () => {
  const pairs: readonly (readonly [label: string, a: CloudKey, b: CloudKey, isSame: boolean])[] = [
    ['an ARN in capitals', awsKey, { ...awsKey, keyArn: awsKey.keyArn.toUpperCase() }, true],
    ['another key', awsKey, { ...awsKey, keyArn: awsKey.keyArn.replace('ab', 'ac') }, false],
    [
      'a key URL with a version and a port',
      azureKey,
      {
        ...azureKey,
        keyId: 'HTTPS://Vault-1.vault.azure.net:443/keys/Key-1/0123456789abcdef0123456789abcdef',
      },
      true,
    ],
    ['a version of a Google key', gcpKey, { ...gcpKey, keyId: `${gcpKey.keyId}/cryptoKeyVersions/3` }, true],
    [
      'a Google key whose name is another by its case',
      gcpKey,
      { ...gcpKey, keyId: gcpKey.keyId.replace('my-key', 'My-key') },
      false,
    ],
    [
      'kinds that came later',
      { kind: 'unknown', apiKind: 'OciKey', raw: {} },
      { kind: 'unknown', apiKind: 'OciKey', raw: {} },
      false,
    ],
  ];
  for (const [label, a, b, isSame] of pairs) {
    it(`${isSame ? 'knows' : 'does not take'} ${label}`, () => assert.equal(isSameCloudKey(a, b), isSame));
  }
});
