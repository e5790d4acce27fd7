import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isMeant, mentionsAt } from '../../src/hover/mention';
import type { CloudKey, Key } from '../../src/model/key';
import { someKey } from '../factories';

const arn = 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';
const url = 'https://kv-crm.vault.azure.net/keys/crm-kafka';
const name = 'projects/my-project/locations/europe-west1/keyRings/my_ring/cryptoKeys/my-key';
const version = '0123456789abcdef0123456789ABCDEF';

const aws = (keyArn: string): CloudKey => ({ kind: 'AwsKey', keyArn, roles: [] });
const azure = (keyId: string): CloudKey => ({
  kind: 'AzureKey',
  keyId,
  keyVaultId: '',
  tenantId: '',
  applicationId: undefined,
});
const google = (keyId: string): CloudKey => ({ kind: 'GcpKey', keyId, securityGroup: undefined });
const registered = (id: string, cloudKey: CloudKey): Key => ({ ...someKey(id), cloudKey });

const keys: readonly Key[] = [
  registered('cck-aws', aws(arn)),
  registered(
    'cck-mrk',
    aws('arn:aws-us-gov:kms:us-gov-west-1:111122223333:key/mrk-7b0c785e27e8ad3f8223207104725dd4'),
  ),
  registered('cck-azure', azure('https://KV-CRM.vault.azure.net/keys/CRM-kafka')),
  registered('cck-hsm', azure('https://my-hsm.managedhsm.azure.net/keys/k')),
  registered('cck-versioned', azure(`https://kv-old.vault.azure.net/keys/k/${version}`)),
  registered('cck-google', google(name)),
  registered(
    'cck-google-3',
    google('projects/12345/locations/eur4/keyRings/r/cryptoKeys/k/cryptoKeyVersions/3'),
  ),
  registered(
    'cck-domain',
    google('projects/example.com:old-project/locations/global/keyRings/r/cryptoKeys/k'),
  ),
  registered('cck-twice-1', aws(arn.replace('1111', '9999'))),
  registered('cck-twice-2', aws(arn.replace('1111', '9999'))),
  registered('cck-inner', aws('arn:aws:kms:eu-west-1:111122223333:key/cck-aws')),
  registered('cck-future', { kind: 'unknown', apiKind: 'OracleKey', raw: {} }),
];

/** What a hover shows at the place that `|` marks: the ids of the keys, and the text that it is about. */
function shown(marked: string): { readonly ids: readonly string[]; readonly text: string } | undefined {
  const place = marked.indexOf('|');
  assert.ok(place >= 0, 'no place is marked');
  const text = marked.replace('|', '');
  for (const mention of mentionsAt(text, place)) {
    const ids = keys.filter(key => isMeant(key, mention)).map(({ id }) => id);
    if (ids.length > 0) return { ids, text: text.slice(mention.start, mention.end) };
  }
  return undefined;
}

/** The text with the place marked in the middle of a part of it. */
const within = (text: string, part: string): string => {
  const middle = text.indexOf(part) + Math.floor(part.length / 2);
  return `${text.slice(0, middle)}|${text.slice(middle)}`;
};

describe('a key that a text names', () => {
  const found: Readonly<Record<string, readonly [text: string, part: string, ...ids: string[]]>> = {
    'an id alone': ['cck-aws', 'cck-aws', 'cck-aws'],
    'an id in JSON': ['  "byok_key_id": "cck-aws",', 'cck-aws', 'cck-aws'],
    'an id in YAML': ['  key: cck-aws # of the payments', 'cck-aws', 'cck-aws'],
    'an id with a hyphen in it': ['id=cck-google-3', 'cck-google-3', 'cck-google-3'],
    'an id in HCL interpolation': ['key = "${var.own ? "cck-aws" : ""}"', 'cck-aws', 'cck-aws'],
    'an id in an address': ['https://api.confluent.cloud/byok/v1/keys/cck-aws', 'cck-aws', 'cck-aws'],
    'an id in a resource name': ['crn://confluent.cloud/organization=1/key=cck-aws', 'cck-aws', 'cck-aws'],
    'an id in a Markdown link': ['[the key](cck-aws)', 'cck-aws', 'cck-aws'],
    'an id in backticks': ['the key `cck-aws`.', 'cck-aws', 'cck-aws'],
    'an id at the end of a sentence': ['We use cck-aws.', 'cck-aws', 'cck-aws'],
    'an id of a kind that came later': ['cck-future', 'cck-future', 'cck-future'],
    'an ARN': [arn, arn, 'cck-aws'],
    'an ARN in HCL': [`  key_arn = "${arn}"`, arn, 'cck-aws'],
    'an ARN in a policy': [`"Resource": ["${arn}", "*"]`, arn, 'cck-aws'],
    'an ARN in HCL interpolation': [`arn = "\${coalesce(var.arn, "${arn}")}"`, arn, 'cck-aws'],
    'an ARN of a multi-Region key elsewhere': [
      'arn:aws-us-gov:kms:us-gov-west-1:111122223333:key/mrk-7b0c785e27e8ad3f8223207104725dd4',
      'arn:aws-us-gov:kms:us-gov-west-1:111122223333:key/mrk-7b0c785e27e8ad3f8223207104725dd4',
      'cck-mrk',
    ],
    'an ARN that is registered twice': [
      arn.replace('1111', '9999'),
      arn.replace('1111', '9999'),
      'cck-twice-1',
      'cck-twice-2',
    ],
    'a key URL': [`key_id: ${url}`, url, 'cck-azure'],
    'a key URL with a slash': [`'${url}/'`, `${url}/`, 'cck-azure'],
    'a key URL with a version': [`"${url}/${version}"`, `${url}/${version}`, 'cck-azure'],
    'a key URL with a version and a slash': [`"${url}/${version}/"`, `${url}/${version}/`, 'cck-azure'],
    'a key URL in upper case': [url.toUpperCase(), url.toUpperCase(), 'cck-azure'],
    'a key URL with the usual port': [
      'https://kv-crm.vault.azure.net:443/keys/crm-kafka',
      'https://kv-crm.vault.azure.net:443/keys/crm-kafka',
      'cck-azure',
    ],
    'a key URL in a request': [`curl ${url}?api-version=7.4`, url, 'cck-azure'],
    'a key URL before an interpolated version': [`"${url}/\${var.version}"`, `${url}/`, 'cck-azure'],
    'a key URL that is registered with its version': [
      'https://kv-old.vault.azure.net/keys/k',
      'https://kv-old.vault.azure.net/keys/k',
      'cck-versioned',
    ],
    'a key URL of a managed HSM': [
      'https://my-hsm.managedhsm.azure.net/keys/k',
      'https://my-hsm.managedhsm.azure.net/keys/k',
      'cck-hsm',
    ],
    'a resource name': [`key_id = "${name}"`, name, 'cck-google'],
    'a resource name with a version': [
      `${name}/cryptoKeyVersions/7`,
      `${name}/cryptoKeyVersions/7`,
      'cck-google',
    ],
    'a resource name with its prefix': [`//cloudkms.googleapis.com/${name}`, name, 'cck-google'],
    'a resource name in a request': [
      `https://cloudkms.googleapis.com/v1/${name}:getIamPolicy`,
      name,
      'cck-google',
    ],
    'a resource name that is registered with a version': [
      'projects/12345/locations/eur4/keyRings/r/cryptoKeys/k',
      'projects/12345/locations/eur4/keyRings/r/cryptoKeys/k',
      'cck-google-3',
    ],
    'a resource name of a domain’s project': [
      '"projects/example.com:old-project/locations/global/keyRings/r/cryptoKeys/k"',
      'projects/example.com:old-project/locations/global/keyRings/r/cryptoKeys/k',
      'cck-domain',
    ],
  };
  for (const [label, [text, part, ...ids]] of Object.entries(found)) {
    it(`is found: ${label}`, () => {
      assert.deepEqual(shown(within(text, part)), { ids, text: part });
    });
  }

  it('is found from its first to its last character, and not beside it', () => {
    assert.deepEqual(
      ['|x "cck-aws" y', 'x |"cck-aws" y', 'x "|cck-aws" y', 'x "cck-aws|" y', 'x "cck-aws"| y'].map(
        text => shown(text)?.ids,
      ),
      [undefined, undefined, ['cck-aws'], ['cck-aws'], undefined],
    );
  });

  it('is the one under the pointer, of several in a line', () => {
    const line = `["cck-aws","cck-azure",${url},${name},"${arn}"]`;
    assert.deepEqual(
      ['cck-aws', 'cck-azure', url, name, arn].map(part => shown(within(line, part))?.text),
      ['cck-aws', 'cck-azure', url, name, arn],
    );
  });

  it('is the whole identifier, where one is in another', () => {
    const outer = 'arn:aws:kms:eu-west-1:111122223333:key/cck-aws';
    assert.deepEqual(shown(within(outer, 'cck-aws')), { ids: ['cck-inner'], text: outer });
    const unknown = 'arn:aws:kms:eu-north-1:111122223333:key/cck-aws';
    assert.deepEqual(shown(within(unknown, 'cck-aws')), { ids: ['cck-aws'], text: 'cck-aws' });
  });

  it('is found in a line of a megabyte', () => {
    const line = `${'x'.repeat(700_000)} "cck-aws" ${'"cck-azure",'.repeat(30_000)}`;
    assert.deepEqual(shown(within(line, 'cck-aws')), { ids: ['cck-aws'], text: 'cck-aws' });
  });

  const missed: Readonly<Record<string, readonly [text: string, part: string]>> = {
    'an id that nobody has': ['cck-other', 'cck-other'],
    'a longer id': ['cck-aws2', 'cck-aws2'],
    'an id with more behind a hyphen': ['cck-aws-old', 'cck-aws-old'],
    'an id with more behind an underscore': ['cck-aws_old', 'cck-aws_old'],
    'a word that ends like an id': ['xcck-aws', 'xcck-aws'],
    'a name that ends like an id': ['my-cck-aws', 'my-cck-aws'],
    'an id in another case': ['CCK-AWS', 'CCK-AWS'],
    'an id of another resource': ['lkc-aws', 'lkc-aws'],
    'a prefix alone': ['cck-', 'cck-'],
    'an id in two parts': ['cck- aws', 'cck- aws'],
    'another key of the account': [`${arn.slice(0, -1)}c`, arn.slice(0, -1)],
    'another Region': [arn.replace('eu-west-1', 'eu-west-2'), 'eu-west-2'],
    'an ARN that goes on': [`${arn}ab`, arn],
    'an ARN with an account of 11 digits': [arn.replace('1111', '111'), 'kms'],
    'an ARN in upper case': [arn.toUpperCase(), 'KMS'],
    'an alias': ['arn:aws:kms:eu-west-1:111122223333:alias/payments', 'alias'],
    'the role that may use it': ['arn:aws:iam::111122223333:role/confluent', 'role'],
    'an ARN with an interpolated Region': [arn.replace('eu-west-1', '${var.region}'), 'region'],
    'a longer key name': [`${url}-2`, url],
    'another vault': [url.replace('kv-crm', 'kv-crn'), 'kv-crn'],
    'a vault that ends like it': [url.replace('kv-crm', 'my-kv-crm'), 'kv-crm'],
    'a secret': [url.replace('keys', 'secrets'), 'secrets'],
    'a URL without encryption': [url.replace('https', 'http'), 'http'],
    'what is below a key URL': [`${url}/rotationpolicy`, url],
    'a version that is none': [`${url}/0123`, url],
    'another location': [name.replace('europe-west1', 'europe-west2'), 'europe-west2'],
    'a resource name in another case': [name.replace('my-key', 'MY-key'), 'MY-key'],
    'a resource name in a longer word': [`my${name}`, name],
    'a longer name of a Google key': [`${name}-2`, name],
    'what is below a resource name': [`${name}/importJobs/1`, name],
    'a key ring': ['projects/my-project/locations/europe-west1/keyRings/my_ring', 'my_ring'],
  };
  for (const [label, [text, part]] of Object.entries(missed)) {
    it(`is not meant: ${label}`, () => {
      assert.equal(shown(within(text, part)), undefined);
    });
  }

  it('is looked for in any text without an error, near the place alone', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        'cck-',
        'cck-aws',
        arn,
        url,
        name,
        'arn:aws:kms:',
        'https://',
        '/keys/',
        'projects/',
        '"',
        ' ',
      ),
      fc.string({ unit: 'binary' }),
    );
    const text = fc.array(piece, { maxLength: 40 }).map(pieces => pieces.join(''));
    fc.assert(
      fc.property(text, fc.nat(2000), (line, place) => {
        for (const { start, end, name: meant } of mentionsAt(line, place)) {
          assert.ok(start <= place && place <= end && end <= line.length && end - start < 600);
          assert.ok(line.slice(start, end).toLowerCase().startsWith(meant.slice(0, 8).toLowerCase()));
        }
      }),
      { numRuns: 50 },
    );
  });
});
