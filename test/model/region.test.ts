import assert from 'node:assert/strict';
import type { Key } from '../../src/model/key';
import { regionOf } from '../../src/model/region';
import { someKey } from '../factories';

describe('regionOf', () => {
  const cases: readonly (readonly [label: string, key: Key, region: string | undefined])[] = [
    ['what the service found', someKey('1', { region: 'eu-west-1' }), 'eu-west-1'],
    ['what the service found, against the ARN', found('eu-central-1', 'us-east-1'), 'us-east-1'],
    ['the ARN of a key that never was valid', withoutRegion('AWS'), 'ap-south-1'],
    ['the resource name of one', withoutRegion('GCP'), 'ap-south-1'],
    ['the key URL of one, which does not say', withoutRegion('Azure'), undefined],
    ['a kind of key that came later', withoutRegion('Oracle'), undefined],
    ['an ARN that is none', broken('arn:aws'), undefined],
    ['an ARN of another service', broken('arn:aws:s3:eu-west-1:1:key/x'), undefined],
  ];
  for (const [label, key, region] of cases) it(label, () => assert.equal(regionOf(key), region));
});

function withoutRegion(provider: string): Key {
  const key = someKey('1', { provider, region: 'ap-south-1' });
  return { ...key, validation: key.validation && { ...key.validation, region: undefined } };
}

function found(inArn: string, region: string): Key {
  const key = someKey('1', { region: inArn });
  return { ...key, validation: key.validation && { ...key.validation, region } };
}

function broken(keyArn: string): Key {
  return { ...withoutRegion('AWS'), cloudKey: { kind: 'AwsKey', keyArn, roles: [] } };
}
