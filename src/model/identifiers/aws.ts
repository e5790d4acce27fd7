import { checkAccount, checkPartition, checkRegion, missingPart, splitArn, type Arn } from './arn';
import type { Parsed } from './problem';
import { providerOf } from './providerOf';
import { Reading } from './reading';
import { readText } from './readText';
import { checkUuid } from './uuid';

export interface KeyArn {
  readonly text: string;
  readonly partition: string;
  readonly region: string;
  /** 12 digits. */
  readonly account: string;
  /** A UUID, or `mrk-` and 32 hexadecimal digits. */
  readonly keyId: string;
  readonly multiRegion: boolean;
}

const example = 'arn:aws:kms:us-west-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';

/** Reads the ARN of a KMS key: the grammar of AWS, and nothing that only AWS can know, such as the kind of key. */
export function parseKeyArn(text: string): Parsed<KeyArn> {
  const reading = readText(text, example);
  if (!(reading instanceof Reading)) return { ok: false, problem: reading.problem };
  const upper = reading.text.search(/[A-Z]/);
  if (upper < 0) return read(reading);
  const problem = read(
    reading,
    reading.text.replace(/[A-Z]+/g, letters => letters.toLowerCase()),
  );
  return problem.ok ? reading.fail('awsUpperCase', 'whole', upper, upper + 1) : problem;
}

function read(reading: Reading, text = reading.text): Parsed<KeyArn> {
  if (!text.startsWith('arn:')) return notArn(reading, text);
  const arn = splitArn(text);
  if (!arn) return missingPart(reading);
  const failure =
    checkPartition(reading, arn) ??
    checkService(reading, arn) ??
    checkRegion(reading, arn) ??
    checkAccount(reading, arn) ??
    checkKey(reading, arn);
  if (failure) return failure;
  const { partition, region, account, resource } = arn;
  const keyId = resource.slice('key/'.length);
  return reading.done({ text, partition, region, account, keyId, multiRegion: keyId.startsWith('mrk-') });
}

function notArn(reading: Reading, text: string): Parsed<never> {
  if (text.startsWith('alias/')) return reading.fail('awsAliasAlone', 'whole');
  if (/^(key\/)?(mrk-[0-9a-f]{32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.test(text)) {
    return reading.fail('awsKeyIdAlone', 'whole');
  }
  const provider = providerOf(text);
  if (provider === 'Azure') return reading.fail('otherProvider', 'whole', 0, text.length, 'Azure');
  if (provider === 'GCP') return reading.fail('otherProvider', 'whole', 0, text.length, 'Google Cloud');
  if (/^https?:/.test(text)) return reading.fail('awsConsoleUrl', 'whole');
  return reading.fail('awsNotArn', 'scheme', 0, Math.min(4, text.length));
}

function checkService(reading: Reading, arn: Arn): Parsed<never> | undefined {
  const start = arn.starts[1];
  const place = ['service', start, start + arn.service.length] as const;
  if (arn.service === 'kms') return undefined;
  if (arn.service === '') return reading.fail('awsServiceMissing', ...place);
  if (arn.service !== 'iam') return reading.fail('awsService', ...place);
  return reading.fail(arn.resource.startsWith('role/') ? 'awsIamRole' : 'awsIam', ...place);
}

function checkKey(reading: Reading, arn: Arn): Parsed<never> | undefined {
  const { resource } = arn;
  const start = arn.starts[4];
  const end = start + resource.length;
  if (resource === '' || resource === 'key' || resource === 'key/') {
    return reading.fail('awsKeyMissing', 'resource', start, end);
  }
  if (resource.startsWith('alias/')) return reading.fail('awsAlias', 'resource', start, end);
  if (!resource.startsWith('key/')) return reading.fail('awsResource', 'resource', start, end);
  const idStart = start + 'key/'.length;
  const id = resource.slice('key/'.length);
  if (id.startsWith('mrk-')) {
    if (/^mrk-[0-9a-f]{32}$/.test(id)) {
      reading.warn('awsMultiRegion', 'resource', idStart, end);
      return undefined;
    }
    if (!/^mrk-[0-9a-f]{32}/.test(id)) return reading.fail('awsMultiRegionId', 'resource', idStart, end);
    return reading.fail('awsTrailing', 'resource', idStart + 36, end);
  }
  return checkUuid(reading, 'resource', id, idStart, {
    length: 'awsKeyIdLength',
    character: 'awsKeyIdCharacter',
    trailing: 'awsTrailing',
  });
}
