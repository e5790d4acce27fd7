import { checkAccount, checkPartition, missingPart, splitArn } from './arn';
import type { Parsed } from './problem';
import { Reading } from './reading';
import { readText } from './readText';

export interface RoleArn {
  readonly text: string;
  readonly partition: string;
  readonly account: string;
  /** `/`, or the folders that the role stands in. */
  readonly path: string;
  readonly name: string;
}

const example = 'arn:aws:iam::123456789876:role/block_storage_manager';

/** Reads the ARN of an IAM role, as Confluent names the roles that a key's policy must admit. */
export function parseRoleArn(text: string): Parsed<RoleArn> {
  const reading = readText(text, example);
  if (!(reading instanceof Reading)) return { ok: false, problem: reading.problem };
  if (/^A(ROA|IDA)[A-Z0-9]+$/.test(reading.text)) return reading.fail('awsDeletedRole', 'whole');
  if (!reading.text.startsWith('arn:')) return reading.fail('awsNotArn', 'scheme', 0, 4);
  const arn = splitArn(reading.text);
  if (!arn) return missingPart(reading);
  const { service, region, resource } = arn;
  const [, serviceStart, regionStart, , start] = arn.starts;
  const failure = checkPartition(reading, arn);
  if (failure) return failure;
  if (service === 'sts') return reading.fail('awsAssumedRole', 'service', serviceStart, serviceStart + 3);
  if (service !== 'iam') {
    return reading.fail('awsNotRole', 'service', serviceStart, serviceStart + service.length);
  }
  if (region !== '') return reading.fail('awsRoleRegion', 'region', regionStart, regionStart + region.length);
  const accountFailure = checkAccount(reading, arn);
  if (accountFailure) return accountFailure;
  return readRole(reading, resource, start, arn);
}

function readRole(
  reading: Reading,
  resource: string,
  start: number,
  { partition, account }: Pick<RoleArn, 'partition' | 'account'>,
): Parsed<RoleArn> {
  const end = start + resource.length;
  if (!resource.startsWith('role/')) return reading.fail('awsNotRole', 'resource', start, end);
  const slash = resource.lastIndexOf('/');
  const name = resource.slice(slash + 1);
  const nameStart = start + slash + 1;
  if (name.length < 1 || name.length > 64) {
    return reading.fail('awsRoleNameLength', 'roleName', nameStart, end, String(name.length));
  }
  const wrong = name.search(/[^A-Za-z0-9+=,.@_-]/);
  if (wrong >= 0) return reading.fail('awsRoleName', 'roleName', nameStart + wrong, nameStart + wrong + 1);
  const path = resource.slice('role'.length, slash + 1);
  // A star here would name every role in the folder, which no ARN of one role does.
  const wrongInPath = path.search(/[^!-)+->@-~]/);
  if (wrongInPath >= 0) {
    const at = start + 'role'.length + wrongInPath;
    return reading.fail('awsRoleName', 'roleName', at, at + 1);
  }
  return reading.done({ text: reading.text, partition, account, path, name });
}
