import { arrayOf, object, oneOf, text } from '../../src/panels/protocol/guards';
import type { FromKeyPage, GrantTab, KeyPageState } from '../../src/panels/protocol/keyPage';
import { grantTabs } from '../../src/panels/protocol/keyPage';
import type { Host } from '../shared/messaging';

/** What the user did to the page and finds again: in lists of at most one each, for a value that may not be there. */
export interface Kept {
  /** The name as it is typed, and the one that the key had then. */
  readonly draft: readonly string[];
  readonly tab: readonly GrantTab[];
  /** The parts that were opened. */
  readonly open: readonly string[];
}

export const nothingKept: Kept = { draft: [], tab: [], open: [] };
export const isKept = object({
  draft: arrayOf(text(10_000), 2),
  tab: arrayOf(oneOf(grantTabs), 1),
  open: arrayOf(text(1000), 100),
});

export type KeyPageHost = Host<FromKeyPage, Kept>;

/** What the parts of the page are drawn from. */
export interface Drawn {
  readonly state: KeyPageState;
  readonly host: KeyPageHost;
}
