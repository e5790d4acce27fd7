import { grantForms } from '../../model/access/grant';
import type { FindingView } from './finding';
import type { MessageOf } from './guards';
import { count, message, oneOf, text } from './guards';
import type { Button, Notice, PageState, Tone } from './page';

/** What the buttons of a key's page do. Each is followed by the editor, with the key of the page. */
export const keyActions = [
  'refresh',
  'grantAccess',
  'watch',
  'stopWatching',
  'compare',
  'openJson',
  'copyLink',
  'delete',
  'listClusters',
  'signIn',
  'signInAgain',
  'openElsewhere',
] as const;
export type KeyAction = (typeof keyActions)[number];

/** The forms of a grant, one tab each; Google Cloud's commands are there for other roles, too. */
export const grantTabs = [...grantForms, 'predefinedCommands', 'predefinedPowershell'] as const;
export type GrantTab = (typeof grantTabs)[number];

const fromKeyPage = {
  act: { what: oneOf(keyActions) },
  rename: { name: text(10_000) },
  /** Names one of the values that are shown; the editor knows the value. */
  copy: { what: text(100) },
  grant: { does: oneOf(['copy', 'open']), tab: oneOf(grantTabs) },
  /** Names one of the lines that are offered for a terminal by its place. */
  typeGrant: { tab: oneOf(grantTabs), line: count(9) },
  mute: { finding: text(1000) },
  unmute: { finding: text(1000) },
} as const;

/** What a key's page can ask for. */
export type FromKeyPage = MessageOf<typeof fromKeyPage>;
export const isFromKeyPage = message(fromKeyPage);

export type KeyButton = Button<KeyAction>;
export type KeyNotice = Notice<KeyAction>;

/** A name and its value. Of a list, such as roles, every value has a line of its own. */
export interface Fact {
  /** What the value is copied by; undefined where nobody would want to. */
  readonly copy?: string;
  readonly name: string;
  readonly value: string;
  /** What is copied where that is not what is shown. */
  readonly whole?: string;
  readonly isCode?: boolean;
  readonly hint?: string;
  /** An address in a browser. */
  readonly href?: string;
}

export interface FactSection {
  readonly id: 'identity' | 'cloudKey' | 'confluent';
  readonly title: string;
  readonly lead?: string;
  readonly facts: readonly Fact[];
  /** To the cloud's own console. */
  readonly link?: { readonly text: string; readonly href: string };
}

export interface TimelineEntry {
  readonly tone: Tone;
  readonly what: string;
  readonly when: string;
  readonly message?: string;
}

export interface ValidationView {
  readonly title: string;
  readonly facts: readonly Fact[];
  readonly cause?: { readonly title: string; readonly text: string };
  readonly fixes?: { readonly title: string; readonly items: readonly string[] };
  readonly timeline?: { readonly title: string; readonly entries: readonly TimelineEntry[] };
}

export interface FindingsView {
  readonly title: string;
  readonly open: readonly FindingView[];
  readonly muted: { readonly title: string; readonly items: readonly FindingView[] };
  readonly notes: readonly string[];
}

export interface GrantFormView {
  readonly tab: GrantTab;
  readonly title: string;
  readonly detail: string;
  /** The grant, or why there is none. */
  readonly text?: string;
  readonly unavailable?: string;
  /** What can be typed into a terminal, where the line waits for Enter. */
  readonly lines?: readonly { readonly label: string; readonly isUsable: boolean }[];
  readonly notes?: readonly string[];
}

export interface GrantView {
  readonly title: string;
  readonly lead: string;
  readonly notes: readonly string[];
  readonly forms: readonly GrantFormView[];
}

export interface ClusterView {
  readonly id: string;
  readonly name: string;
  readonly detail: string;
  readonly href?: string;
}

export interface ClustersView {
  readonly title: string;
  readonly lead: string;
  readonly isBusy: boolean;
  readonly clusters: readonly ClusterView[];
  readonly note?: string;
  readonly button?: KeyButton;
}

/** What is drawn of a key. */
export interface KeyView {
  readonly status: readonly { readonly tone: Tone; readonly text: string }[];
  /** Undefined, like all that may change, of a key that is gone. */
  readonly validation?: ValidationView;
  readonly sections: readonly FactSection[];
  readonly findings?: FindingsView;
  readonly grant?: GrantView;
  readonly clusters?: ClustersView;
  readonly json: { readonly title: string; readonly text: string };
}

/** All that a key's page shows, in the user's language. Every text is data: none is markup. */
export interface KeyPageState extends PageState {
  /** Where the key is seen: the organization, the cloud, the region. */
  readonly place: string;
  readonly heading: {
    readonly text: string;
    /** The name as it can be edited; undefined where it cannot. */
    readonly name?: string;
    readonly isId: boolean;
  };
  readonly isBusy: boolean;
  readonly notices: readonly KeyNotice[];
  readonly buttons: readonly KeyButton[];
  readonly key?: KeyView;
  readonly words: KeyPageWords;
}

/** The words of the page itself. Those with places are templates. */
export interface KeyPageWords {
  readonly actions: string;
  readonly rename: string;
  readonly name: string;
  readonly save: string;
  readonly cancel: string;
  readonly emptyName: string;
  /** {0}: the most characters, {1}: how many there are. */
  readonly tooLong: string;
  /** {0}: the name that the key has meanwhile. */
  readonly renamedMeanwhile: string;
  /** {0}: what is copied. */
  readonly copy: string;
  readonly copyText: string;
  readonly openDocument: string;
  readonly mute: string;
  readonly unmute: string;
  readonly why: string;
  readonly whatToDo: string;
}
