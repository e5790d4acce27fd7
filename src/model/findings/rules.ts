import { awsMultiRegion, importedKey } from './awsKeys';
import { findingRules } from './finding';
import { googleMultiRegion } from './googleMultiRegion';
import { inUseUnseen } from './inUseUnseen';
import { invalid, invalidInUse } from './invalid';
import { legacyKey } from './legacyKey';
import { otherCloud, otherRegion } from './places';
import { quotaFull, quotaNear } from './quota';
import { registeredTwice } from './registeredTwice';
import type { Rule } from './rule';
import { unnamed } from './unnamed';
import { unreadable } from './unreadable';
import { unused } from './unused';
import { waitingLong } from './waitingLong';

const table = {
  invalidInUse,
  otherCloud,
  otherRegion,
  invalid,
  waitingLong,
  registeredTwice,
  quotaFull,
  importedKey,
  googleMultiRegion,
  unreadable,
  inUseUnseen,
  legacyKey,
  unused,
  quotaNear,
  awsMultiRegion,
  unnamed,
} satisfies Readonly<Record<(typeof findingRules)[number], Rule>>;

/**
 * The id of the key that the finding of this id is about; undefined where it is about something else, or is of a rule that
 * this version does not know.
 */
export function keyOfFinding(findingId: string): string | undefined {
  const [name = '', ...rest] = findingId.split(':');
  const about = rules.find(({ rule }) => rule === name)?.about;
  const subject = rest.join(':');
  // Of what has no id there is only its place.
  const isKey = about === 'key' || (about === 'unreadable' && !subject.startsWith('#'));
  return isKey ? subject : undefined;
}

/** All rules, in the order of the lists. */
export const rules: readonly Rule[] = findingRules.map(rule => table[rule]);
