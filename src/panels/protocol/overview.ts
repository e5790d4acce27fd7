import { filterDimensions, type FilterDimension } from '../../model/filter';
import { findingRules, type FindingRule } from '../../model/findings/finding';
import type { FindingView } from './finding';
import { arrayOf, count, message, object, oneOf, text } from './guards';
import type { MessageOf } from './guards';
import type { Button, Notice, PageState, Tone } from './page';

/** What the buttons of the overview do; those of an organization, with the id of its connection. */
export const overviewActions = [
  'refresh',
  'uploadKey',
  'exportInventory',
  'copySummary',
  'signIn',
  'exploreDemo',
  'signInAgain',
  'listClusters',
] as const;
export type OverviewAction = (typeof overviewActions)[number];
export type OverviewButton = Button<OverviewAction>;

/** What can be longer than a page has room for. */
export const overviewLists = [...filterDimensions, 'findings', 'muted', 'usedKeys'] as const;
export type OverviewList = (typeof overviewLists)[number];

/** What the user chose to see: the lists by how many more of each are shown than at first, and the rule, if any. */
export const isLook = object({
  more: arrayOf(object({ list: oneOf(overviewLists), count: count(100_000) }), overviewLists.length),
  rule: arrayOf(oneOf(findingRules), 1),
});
export interface Look {
  readonly more: readonly { readonly list: OverviewList; readonly count: number }[];
  readonly rule: readonly FindingRule[];
}
export const firstLook: Look = { more: [], rule: [] };

/** How many of a list come with each "show more". */
export const moreAtOnce = 50;

const connection = text(100);
const anId = text(1000);

const fromOverview = {
  act: { what: oneOf(overviewActions), connection },
  /** Shows in the sidebar the keys of a segment. */
  filter: { by: oneOf(filterDimensions), value: text(10_000) },
  look: { look: isLook },
  openKey: { connection, key: anId },
  mute: { connection, finding: anId },
  unmute: { connection, finding: anId },
} as const;

/** What the overview can ask for. */
export type FromOverview = MessageOf<typeof fromOverview>;
export const isFromOverview = message(fromOverview);

/** The key that something is about. */
export interface KeyLink {
  readonly connection: string;
  readonly key: string;
  readonly label: string;
}

export interface OrganizationView {
  readonly connection: string;
  readonly name: string;
  /** How much of its quota is used; undefined where the service does not tell. */
  readonly quota?: { readonly share: number; readonly tone: Tone };
  /** What is known of it. */
  readonly facts: readonly string[];
  /** What is wrong. */
  readonly notes: readonly { readonly tone: Tone; readonly text: string }[];
  readonly buttons: readonly OverviewButton[];
}

export interface SegmentView {
  readonly value: string;
  readonly tone: Tone;
  readonly label: string;
  /** The number of keys, as people write it. */
  readonly count: string;
  /** From 0 to 1, of all keys. */
  readonly share: number;
  readonly percent: string;
}

export interface ChartView {
  readonly by: FilterDimension;
  readonly title: string;
  readonly segments: readonly SegmentView[];
  /** What is left out, and can be shown. */
  readonly more?: string;
}

export interface FoundView {
  readonly title: string;
  readonly lead: string;
  /** The kinds that were found; one that is chosen is shown alone. */
  readonly rules: readonly {
    readonly rule: FindingRule;
    readonly tone: Tone;
    readonly label: string;
    readonly count: string;
    readonly isChosen: boolean;
  }[];
  readonly items: readonly PlacedFinding[];
  readonly more?: string;
  readonly muted: {
    readonly title: string;
    readonly items: readonly PlacedFinding[];
    readonly more?: string;
  };
  /** What could not be looked at. */
  readonly notes: readonly string[];
}

/** Where something was found. */
export interface FindingPlace {
  readonly connection: string;
  readonly key?: KeyLink;
  /** The cluster, where it is about no key, and the organization, where there are several. */
  readonly place: string;
}

export type PlacedFinding = FindingView & FindingPlace;

export interface UsedKeyView extends KeyLink {
  readonly place: string;
  /** Each cluster in a line, or why there is none. */
  readonly clusters: readonly string[];
  readonly isUnseen: boolean;
}

export interface UsedKeysView {
  readonly title: string;
  readonly lead: string;
  readonly isBusy: boolean;
  readonly notes: readonly string[];
  readonly items: readonly UsedKeyView[];
  readonly more?: string;
  readonly button?: OverviewButton;
}

/** All that the overview shows, in the user's language. Every text is data: none is markup. Every list is bounded. */
export interface OverviewState extends PageState {
  readonly lead: string;
  readonly isBusy: boolean;
  readonly status: readonly { readonly tone: Tone; readonly text: string }[];
  readonly buttons: readonly OverviewButton[];
  readonly notices: readonly Notice<OverviewAction>[];
  readonly organizations?: { readonly title: string; readonly items: readonly OrganizationView[] };
  readonly charts?: { readonly title: string; readonly lead: string; readonly items: readonly ChartView[] };
  readonly findings?: FoundView;
  readonly usedKeys?: UsedKeysView;
  readonly words: OverviewWords;
}

/** The words of the page itself. */
export interface OverviewWords {
  readonly actions: string;
  /** What a bar does. */
  readonly filter: string;
  readonly rules: string;
  readonly allRules: string;
  readonly why: string;
  readonly whatToDo: string;
  readonly mute: string;
  readonly unmute: string;
}
