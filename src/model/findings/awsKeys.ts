import { cloudIdentifier } from '../key';
import type { Rule } from './rule';

/** A multi-Region key of AWS, by its `mrk-` (AWS's documentation). Confluent documents neither that it works nor that it does not. */
export const awsMultiRegion: Rule = {
  rule: 'awsMultiRegion',
  about: 'key',
  severity: 'info',
  look({ cloudKey }) {
    if (cloudKey.kind !== 'AwsKey' || !/:key\/mrk-/i.test(cloudKey.keyArn)) return undefined;
    return { evidence: [{ code: 'cloudKey', identifier: cloudKey.keyArn }] };
  },
};

/**
 * The service's message speaks of imported key material, which Confluent does not support (Confluent's documentation).
 * Nothing else can show it: the origin of a key stands neither in its identifier nor in the service's answer, only in
 * its cloud (`aws kms describe-key`: `Origin: EXTERNAL`). An imported key of which the message does not speak is not
 * found.
 */
export const importedKey: Rule = {
  rule: 'importedKey',
  about: 'key',
  severity: 'warning',
  look({ cloudKey, validation }) {
    const text = validation?.message;
    if (text === undefined || !imported.test(text)) return undefined;
    const identifier = cloudIdentifier(cloudKey);
    return {
      evidence: [
        { code: 'message', text },
        ...(identifier === undefined ? [] : [{ code: 'cloudKey', identifier } as const]),
      ],
    };
  },
};

/** As AWS ("is pending import", origin EXTERNAL) and Google Cloud (PENDING_IMPORT, IMPORT_FAILED) say it. */
const imported =
  /pending[ _-]?import|import[ _-]?failed|import[ _-]?job|\bimported\b|\borigin\b.{0,20}\bexternal\b|\bkey material\b.{0,40}\bexpired?\b/i;
