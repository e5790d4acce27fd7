import type { ProblemCode } from './messages';
import type { Parsed, Part } from './problem';
import { Reading } from './reading';
import { readText } from './readText';

export interface CryptoKeyName {
  /** As given, without a prefix; with the version where there is one. */
  readonly text: string;
  /** Without a version. */
  readonly keyName: string;
  readonly project: string;
  readonly location: string;
  readonly keyRing: string;
  readonly key: string;
  readonly version: string | undefined;
}

type Failure = ReturnType<Reading['fail']>;
type Segment = readonly [collection: string, missing: ProblemCode, part: Part];

const example = 'projects/my-project/locations/us-central1/keyRings/my-ring/cryptoKeys/my-key';
const prefix = /^(https:)?\/\/cloudkms\.googleapis\.com\/(v\d[a-z0-9]*\/)?/i;
const segmentsWanted: readonly Segment[] = [
  ['projects', 'gcpProjectMissing', 'project'],
  ['locations', 'gcpLocationMissing', 'location'],
  ['keyRings', 'gcpKeyRingMissing', 'keyRing'],
  ['cryptoKeys', 'gcpKeyMissing', 'keyName'],
];

/** Reads the resource name of a Cloud KMS key, with or without a version. */
export function parseCryptoKeyName(text: string): Parsed<CryptoKeyName> {
  const reading = readText(text, example);
  if (!(reading instanceof Reading)) return { ok: false, problem: reading.problem };
  let start = prefix.exec(reading.text)?.[0].length ?? 0;
  if (start > 0) reading.warn('gcpPrefixStripped', 'scheme', 0, start);
  else if (reading.text.startsWith('/projects/')) {
    reading.warn('gcpSlashStripped', 'scheme', 0, 1);
    start = 1;
  }
  const body = reading.text.slice(start);
  if (start === 0 && !/^projects?(\/|$)/i.test(body)) {
    const failure = notName(reading);
    if (failure) return failure;
  }
  return readSegments(reading, body, start);
}

function notName(reading: Reading): Failure | undefined {
  const { text } = reading;
  if (/^https?:\/\/console\.(cloud|developers)\.google\.com\//i.test(text)) {
    return reading.fail('gcpConsoleUrl', 'whole');
  }
  if (text.startsWith('arn:')) return reading.fail('otherProvider', 'whole', 0, text.length, 'AWS');
  if (/^(\/?subscriptions\/|https:\/\/[^/]*\.azure\.)/i.test(text)) {
    return reading.fail('otherProvider', 'whole', 0, text.length, 'Azure');
  }
  if (segmentsWanted.some(([collection]) => text.startsWith(`${collection}/`))) return undefined;
  return reading.fail('gcpNotName', 'whole');
}

function readSegments(reading: Reading, body: string, start: number): Parsed<CryptoKeyName> {
  const segments = body.split('/');
  const names = segmentsWanted.map((_, index) => segments[2 * index] ?? '');
  if (
    segmentsWanted.every(([name]) => names.includes(name)) &&
    !segmentsWanted.every(([n], i) => names[i] === n)
  ) {
    return reading.fail('gcpWrongOrder', 'whole', start);
  }
  let at = start;
  for (const [index, wanted] of segmentsWanted.entries()) {
    const name = segments[2 * index] ?? '';
    const value = segments[2 * index + 1] ?? '';
    const valueAt = at + name.length + 1;
    const failure = checkName(reading, name, at, index) ?? checkValue(reading, value, valueAt, wanted);
    if (failure) return failure;
    at = valueAt + value.length + 1;
  }
  const [, project = '', , location = '', , keyRing = '', , key = '', ...rest] = segments;
  const version = readVersion(reading, rest, at);
  if (typeof version === 'object') return version;
  const keyName = `projects/${project}/locations/${location}/keyRings/${keyRing}/cryptoKeys/${key}`;
  const text = version === undefined ? keyName : `${keyName}/cryptoKeyVersions/${version}`;
  return reading.done({ text, keyName, project, location, keyRing, key, version });
}

function checkName(reading: Reading, name: string, at: number, index: number): Failure | undefined {
  const [wanted, missing, part] = segmentsWanted[index] ?? ['', 'gcpKeyMissing', 'keyName'];
  if (name === wanted) return undefined;
  const start = Math.min(at, reading.text.length);
  const place = [part, start, start + name.length] as const;
  if (name === '') return reading.fail(missing, ...place);
  if (name.toLowerCase() === wanted.toLowerCase()) return reading.fail('gcpCollectionCase', ...place, wanted);
  if (wanted === 'cryptoKeys' && name === 'importJobs') return reading.fail('gcpImportJob', ...place);
  if (segmentsWanted.slice(index + 1).some(([later]) => later === name))
    return reading.fail(missing, ...place);
  return reading.fail('gcpCollection', ...place, wanted);
}

function checkValue(reading: Reading, value: string, at: number, segment: Segment): Failure | undefined {
  const [, missing, part] = segment;
  const start = Math.min(at, reading.text.length);
  const place = [part, start, start + value.length] as const;
  if (value === '') return reading.fail(missing, ...place);
  if (part === 'project') {
    // The id, a project of an old domain-wide organization, or the number.
    const isProject = /^(([a-z0-9-]+\.)+[a-z0-9-]+:)?[a-z][a-z0-9-]{4,28}[a-z0-9]$|^\d+$/.test(value);
    return isProject ? undefined : reading.fail('gcpProject', ...place);
  }
  if (part === 'location') {
    if (/^[a-z]+-[a-z]+\d+-[a-z]$/.test(value)) return reading.fail('gcpLocationIsZone', ...place);
    if (!/^[a-z]+(-[a-z]+)*\d*$/.test(value)) return reading.fail('gcpLocation', ...place);
    if (!/^[a-z]+-[a-z]+\d+$/.test(value)) reading.warn('gcpMultiRegion', ...place);
    return undefined;
  }
  const isRing = part === 'keyRing';
  if (value.length > 63) {
    return reading.fail(isRing ? 'gcpKeyRingLength' : 'gcpKeyLength', ...place, String(value.length));
  }
  const wrong = value.search(/[^A-Za-z0-9_-]/);
  if (wrong < 0) return undefined;
  return reading.fail(isRing ? 'gcpKeyRing' : 'gcpKey', part, start + wrong, start + wrong + 1);
}

function readVersion(reading: Reading, rest: readonly string[], at: number): string | Failure | undefined {
  const [collection = '', version = '', ...more] = rest;
  if (rest.join('/') === '') return undefined;
  const start = at + collection.length + 1;
  const end = start + version.length;
  if (collection !== 'cryptoKeyVersions') return reading.fail('gcpTrailing', 'whole', at - 1);
  if (version === '')
    return reading.fail('gcpVersionMissing', 'version', Math.min(start, reading.text.length), end);
  if (!/^[1-9]\d*$/.test(version)) return reading.fail('gcpVersionNumber', 'version', start, end);
  if (more.join('/') !== '') return reading.fail('gcpTrailing', 'whole', end);
  reading.warn('gcpVersion', 'version', start, end);
  return version;
}
