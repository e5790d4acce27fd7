import { arrayOf, object, text } from '../../src/panels/protocol/guards';
import type { FromOverview, Look, OverviewList, OverviewState } from '../../src/panels/protocol/overview';
import { firstLook, isLook, moreAtOnce } from '../../src/panels/protocol/overview';
import type { Host } from '../shared/messaging';

/** What the user did to the page and finds again. */
export interface Kept {
  readonly look: Look;
  /** The parts that were opened. */
  readonly open: readonly string[];
}

export const nothingKept: Kept = { look: firstLook, open: [] };
export const isKept = object({ look: isLook, open: arrayOf(text(2000), 100) });

type OverviewHost = Host<FromOverview, Kept>;

/** What the parts of the page are drawn from. */
export interface Drawn {
  readonly state: OverviewState;
  readonly host: OverviewHost;
}

/** The editor has all there is, and sends what is looked at. */
export function lookAt(host: OverviewHost, look: Look): void {
  host.keep({ look });
  host.send({ type: 'look', look });
}

export function showMore(host: OverviewHost, list: OverviewList): void {
  const { look } = host.kept;
  const count = look.more.find(each => each.list === list)?.count ?? 0;
  const others = look.more.filter(each => each.list !== list);
  lookAt(host, { ...look, more: [...others, { list, count: count + moreAtOnce }] });
}
