import type { ProblemCode } from './messages';
import type { Part } from './problem';
import type { Reading } from './reading';

/** The parts of an ARN as they stand there, and where each begins. */
export interface Arn {
  readonly partition: string;
  readonly service: string;
  readonly region: string;
  readonly account: string;
  readonly resource: string;
  /** Where the parts begin, in the order above. */
  readonly starts: readonly [number, number, number, number, number];
}

const shape = /^arn:([^:]*):([^:]*):([^:]*):([^:]*):(.*)$/s;

/** AWS's own partitions and the regions in them; the first is where every other region is. */
const partitions: readonly (readonly [partition: string, regions: RegExp])[] = [
  ['aws-cn', /^cn-/],
  ['aws-us-gov', /^us-gov-/],
  ['aws-iso', /^us-iso-/],
  ['aws-iso-b', /^us-isob-/],
  ['aws-iso-e', /^eu-isoe-/],
  ['aws-iso-f', /^us-isof-/],
  ['aws-eusc', /^eusc-/],
];
const documentedPartitions: ReadonlySet<string> = new Set(['aws', 'aws-cn', 'aws-us-gov']);

export function splitArn(text: string): Arn | undefined {
  const match = shape.exec(text);
  if (!match) return undefined;
  const [, partition = '', service = '', region = '', account = '', resource = ''] = match;
  const second = 5 + partition.length;
  const third = second + service.length + 1;
  const fourth = third + region.length + 1;
  return {
    partition,
    service,
    region,
    account,
    resource,
    starts: [4, second, third, fourth, fourth + account.length + 1],
  };
}

/** Names the part that a text lacks which starts as an ARN and has too few colons. */
export function missingPart(reading: Reading): ReturnType<Reading['fail']> {
  const parts = reading.text.split(':');
  const startOf = (index: number) => parts.slice(0, index).join(':').length + 1;
  const missing = (code: ProblemCode, part: Part, index: number) => {
    const at = Math.min(startOf(index), reading.text.length);
    return reading.fail(code, part, at, at);
  };
  const [, partition = '', service = '', region = '', account = ''] = parts;
  if (/^(kms|iam)$/.test(partition)) return missing('awsPartitionMissing', 'partition', 1);
  if (isRegion(service)) return missing('awsServiceMissing', 'service', 2);
  if (/^\d{12}$/.test(region)) return missing('awsRegionMissing', 'region', 3);
  if (/^(key|alias|role)\//.test(account)) return missing('awsAccountMissing', 'account', 4);
  const codes = [
    ['awsPartitionMissing', 'partition'],
    ['awsServiceMissing', 'service'],
    ['awsRegionMissing', 'region'],
    ['awsAccountMissing', 'account'],
    ['awsKeyMissing', 'resource'],
  ] as const;
  const [code, part] = codes[parts.length - 1] ?? codes[4];
  return missing(code, part, parts.length);
}

export function checkPartition(reading: Reading, arn: Arn): ReturnType<Reading['fail']> | undefined {
  const { partition } = arn;
  const place = ['partition', 4, 4 + partition.length] as const;
  if (partition === '') return reading.fail('awsPartitionMissing', ...place);
  if (documentedPartitions.has(partition)) return undefined;
  if (!/^aws(-[a-z]+)+$/.test(partition)) return reading.fail('awsPartition', ...place);
  reading.warn('awsPartitionUnknown', ...place);
  return undefined;
}

/** After `checkPartition`: a region that reads like one and is in that partition. */
export function checkRegion(reading: Reading, arn: Arn): ReturnType<Reading['fail']> | undefined {
  const { partition, region } = arn;
  const start = arn.starts[2];
  const place = ['region', start, start + region.length] as const;
  if (region === '') return reading.fail('awsRegionMissing', ...place);
  if (isRegion(region.slice(0, -1)) && /[a-z]$/.test(region))
    return reading.fail('awsRegionIsZone', ...place);
  if (!isRegion(region)) return reading.fail('awsRegion', ...place);
  const home = partitions.find(([, regions]) => regions.test(region))?.[0] ?? 'aws';
  const isNew = partition !== 'aws' && !partitions.some(([name]) => name === partition);
  if (home === partition || isNew) return undefined;
  return reading.fail('awsPartitionRegion', 'partition', 4, 4 + partition.length, region, home);
}

export function checkAccount(reading: Reading, arn: Arn): ReturnType<Reading['fail']> | undefined {
  const { account } = arn;
  const start = arn.starts[3];
  const place = ['account', start, start + account.length] as const;
  if (account === '') return reading.fail('awsAccountMissing', ...place);
  if (!/^\d+$/.test(account)) return reading.fail('awsAccountDigits', ...place);
  if (account.length !== 12) return reading.fail('awsAccountLength', ...place, String(account.length));
  return undefined;
}

function isRegion(text: string): boolean {
  return /^[a-z]{2,}(-[a-z]+)+-\d+$/.test(text);
}
