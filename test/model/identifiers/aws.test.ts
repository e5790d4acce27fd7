import assert from 'node:assert/strict';
import { parseKeyArn } from '../../../src/model/identifiers/aws';
import { parseRoleArn } from '../../../src/model/identifiers/roleArn';
import { explain } from '../../../src/model/identifiers/messages';
import { outcomeOf, type Cases } from './outcome';

const id = '1234abcd-12ab-34cd-56ef-1234567890ab';
const good = `arn:aws:kms:us-west-2:111122223333:key/${id}`;
const mrk = `mrk-${'1234abcd'.repeat(4)}`;

const keyCases: Cases = [
  ['a key', good, 'ok', good],
  [
    'China',
    good.replace('aws:kms:us-west-2', 'aws-cn:kms:cn-north-1'),
    'ok',
    good.replace('aws:kms:us-west-2', 'aws-cn:kms:cn-north-1'),
  ],
  [
    'US Gov',
    `arn:aws-us-gov:kms:us-gov-west-1:111122223333:key/${id}`,
    'ok',
    `arn:aws-us-gov:kms:us-gov-west-1:111122223333:key/${id}`,
  ],
  [
    'a partition that came later',
    `arn:aws-new:kms:xx-new-1:111122223333:key/${id}`,
    'ok, awsPartitionUnknown',
    `arn:aws-new:kms:xx-new-1:111122223333:key/${id}`,
  ],
  [
    'an ISO partition',
    `arn:aws-iso:kms:us-iso-east-1:111122223333:key/${id}`,
    'ok, awsPartitionUnknown',
    `arn:aws-iso:kms:us-iso-east-1:111122223333:key/${id}`,
  ],
  [
    'a multi-Region key',
    `arn:aws:kms:us-west-2:111122223333:key/${mrk}`,
    'ok, awsMultiRegion',
    `arn:aws:kms:us-west-2:111122223333:key/${mrk}`,
  ],
  ['space around', ` ${good}\n`, 'ok, spaceAround', good],
  ['quotes around', `"${good}",`, 'ok, quotesAround', good],
  ['a stray quote', `${good}'`, 'ok, quotesAround', good],
  ['nothing', '', 'empty', ''],
  ['only space', '  ', 'empty', '  '],
  ['a megabyte', 'a'.repeat(1_000_000), 'tooLong', 'a'.repeat(1_000_000 - 4096)],
  ['a space inside', `arn:aws:kms: us-west-2:111122223333:key/${id}`, 'spaceInside', ' '],
  ['a quote inside', `arn:aws:kms:us-"west-2:111122223333:key/${id}`, 'quoteInside', '"'],
  [
    'a zero-width space inside',
    `arn:aws:kms:us-\u200bwest-2:111122223333:key/${id}`,
    'invisibleInside',
    '\u200b',
  ],
  ['an alias', 'arn:aws:kms:us-west-2:111122223333:alias/Payments', 'awsAlias', 'alias/Payments'],
  ['an alias alone', 'alias/payments', 'awsAliasAlone', 'alias/payments'],
  ['the key id alone', id, 'awsKeyIdAlone', id],
  [
    'a page of the console',
    `https://us-west-2.console.aws.amazon.com/kms/home?region=us-west-2#/kms/keys/${id}`,
    'awsConsoleUrl',
    `https://us-west-2.console.aws.amazon.com/kms/home?region=us-west-2#/kms/keys/${id}`,
  ],
  ['another service', 'arn:aws:s3:::bucket', 'awsService', 's3'],
  ['an IAM role', 'arn:aws:iam::111122223333:role/admin', 'awsIamRole', 'iam'],
  ['an IAM user', 'arn:aws:iam::111122223333:user/ann', 'awsIam', 'iam'],
  [
    'an Azure key',
    'https://v-1.vault.azure.net/keys/k',
    'otherProvider',
    'https://v-1.vault.azure.net/keys/k',
  ],
  [
    'a Google key',
    'projects/p/locations/l/keyRings/r/cryptoKeys/k',
    'otherProvider',
    'projects/p/locations/l/keyRings/r/cryptoKeys/k',
  ],
  ['no ARN', 'arm:aws:kms', 'awsNotArn', 'arm:'],
  ['no partition', `arn:kms:us-west-2:111122223333:key/${id}`, 'awsPartitionMissing', ''],
  ['an empty partition', `arn::kms:us-west-2:111122223333:key/${id}`, 'awsPartitionMissing', ''],
  ['a wrong partition', `arn:amazon:kms:us-west-2:111122223333:key/${id}`, 'awsPartition', 'amazon'],
  [
    'a region of another partition',
    `arn:aws:kms:cn-north-1:111122223333:key/${id}`,
    'awsPartitionRegion',
    'aws',
  ],
  [
    'a partition of other regions',
    `arn:aws-us-gov:kms:us-west-2:111122223333:key/${id}`,
    'awsPartitionRegion',
    'aws-us-gov',
  ],
  ['no service', `arn:aws:us-west-2:111122223333:key/${id}`, 'awsServiceMissing', ''],
  ['no region', `arn:aws:kms:111122223333:key/${id}`, 'awsRegionMissing', ''],
  ['an empty region', `arn:aws:kms::111122223333:key/${id}`, 'awsRegionMissing', ''],
  ['a bad region', `arn:aws:kms:us_west_2:111122223333:key/${id}`, 'awsRegion', 'us_west_2'],
  ['a zone', `arn:aws:kms:us-west-2a:111122223333:key/${id}`, 'awsRegionIsZone', 'us-west-2a'],
  ['no account', `arn:aws:kms:us-west-2:key/${id}`, 'awsAccountMissing', ''],
  [
    'an account with dashes',
    `arn:aws:kms:us-west-2:1111-2222-3333:key/${id}`,
    'awsAccountDigits',
    '1111-2222-3333',
  ],
  [
    'an account of 11 digits',
    `arn:aws:kms:us-west-2:11112222333:key/${id}`,
    'awsAccountLength',
    '11112222333',
  ],
  ['no key', 'arn:aws:kms:us-west-2:111122223333', 'awsKeyMissing', ''],
  ['no key id', 'arn:aws:kms:us-west-2:111122223333:key/', 'awsKeyMissing', 'key/'],
  ['a grant', 'arn:aws:kms:us-west-2:111122223333:grant/abc', 'awsResource', 'grant/abc'],
  ['a short key id', good.slice(0, -1), 'awsKeyIdLength', id.slice(0, -1)],
  ['a letter that is no digit', good.replace('34cd', '34cg'), 'awsKeyIdCharacter', 'g'],
  ['a wrong mrk', good.replace(id, 'mrk-12'), 'awsMultiRegionId', 'mrk-12'],
  ['text behind', `${good}/x`, 'awsTrailing', '/x'],
  ['text behind an mrk', `arn:aws:kms:us-west-2:111122223333:key/${mrk}ff`, 'awsTrailing', 'ff'],
  ['upper case', good.replace('abcd', 'ABCD'), 'awsUpperCase', 'A'],
];

const role = 'arn:aws:iam::123456789876:role/team/a+b=c,d.e@f_g-h';
const roleCases: Cases = [
  ['a role in a folder', role, 'ok', role],
  ['a user', 'arn:aws:iam::123456789876:user/ann', 'awsNotRole', 'user/ann'],
  ['a session', 'arn:aws:sts::123456789876:assumed-role/r/s', 'awsAssumedRole', 'sts'],
  ['a deleted role', 'AROAIIAVTI4FOLOW4DEU', 'awsDeletedRole', 'AROAIIAVTI4FOLOW4DEU'],
  ['everyone', '*', 'awsNotArn', '*'],
  ['every role', 'arn:aws:iam::123456789876:role/*', 'awsRoleName', '*'],
  ['every role of a folder', 'arn:aws:iam::123456789876:role/*/x', 'awsRoleName', '*'],
  ['a region', 'arn:aws:iam:us-west-2:123456789876:role/x', 'awsRoleRegion', 'us-west-2'],
  ['no name', 'arn:aws:iam::123456789876:role/', 'awsRoleNameLength', ''],
  ['a long name', `arn:aws:iam::123456789876:role/${'x'.repeat(65)}`, 'awsRoleNameLength', 'x'.repeat(65)],
];

describe('parseKeyArn', () => {
  for (const [label, text, ...outcome] of keyCases) {
    it(label, () => assert.deepEqual(outcomeOf(text, parseKeyArn(text)), outcome));
  }

  it('takes an ARN apart', () =>
    assert.deepEqual(parseKeyArn(good), {
      ok: true,
      value: {
        text: good,
        partition: 'aws',
        region: 'us-west-2',
        account: '111122223333',
        keyId: id,
        multiRegion: false,
      },
      warnings: [],
    }));

  it('says what is wrong in a sentence, and shows a right one', () => {
    const parsed = parseKeyArn(good.replace('111122223333', '11112222'));
    assert.deepEqual(parsed.ok ? parsed : [explain(parsed.problem), parsed.problem.example], [
      'The account id has 8 digits instead of 12.',
      good,
    ]);
  });
});

describe('parseRoleArn', () => {
  for (const [label, text, ...outcome] of roleCases) {
    it(label, () => assert.deepEqual(outcomeOf(text, parseRoleArn(text)), outcome));
  }
});
