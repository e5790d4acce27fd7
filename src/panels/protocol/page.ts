import { message } from './guards';

/** What every page shows, whatever else it does. */
export interface PageState {
  /** What the document is called for screen readers. */
  readonly title: string;
}

/** What it looks like: never colour alone, each has a shape. */
export type Tone = 'good' | 'bad' | 'waiting' | 'warning' | 'plain';

export interface Button<Action extends string> {
  readonly does: Action;
  readonly label: string;
  readonly isPrimary?: boolean;
}

/** Says what is wrong or not there. */
export interface Notice<Action extends string> {
  readonly tone: Tone;
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly buttons: readonly Button<Action>[];
  readonly isBusy?: boolean;
}

/** From the editor to a page: all that it shows, or something for screen readers to say. */
export type ToPage<State extends PageState> =
  { readonly type: 'state'; readonly state: State } | { readonly type: 'say'; readonly text: string };

/** From any page to the editor: it is there, and wants to know what to show. */
export interface Ready {
  readonly type: 'ready';
}

export const isReady = message({ ready: {} });

/** The id of the element that holds the state which a page is opened with. */
export const stateElement = 'state';
/** The id of the element that a page draws into. */
export const rootElement = 'page';
/** The id of the element whose text screen readers say. */
export const liveElement = 'live';
