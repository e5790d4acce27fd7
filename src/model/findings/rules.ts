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

/** All rules, in the order of the lists. */
export const rules: readonly Rule[] = findingRules.map(rule => table[rule]);
