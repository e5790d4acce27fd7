import type { Guard } from '../../src/panels/protocol/guards';
import { count, object } from '../../src/panels/protocol/guards';
import type { PageState, Ready, ToPage } from '../../src/panels/protocol/page';
import { liveElement, rootElement, stateElement } from '../../src/panels/protocol/page';
import { keepFocus } from './focus';
import { View } from './view';

interface VsCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

/** The editor that a page is in. */
export interface Host<Message extends { readonly type: string }, Kept extends object> {
  send(message: Message): void;
  /** What the page noted down: it outlives hiding, reloading and restarting. */
  readonly kept: Kept;
  keep(news: Partial<Kept>): void;
}

export interface PageScript<
  State extends PageState,
  Message extends { readonly type: string },
  Kept extends object,
> {
  /** What is kept at first, and where what was kept is nothing that this version knows. */
  readonly nothingKept: Kept;
  readonly isKept: Guard<Kept>;
  /** Draws the state; called again for each news, and by itself when only what is kept has changed. */
  show(view: View, state: State, host: Host<Message, Kept>): void;
}

/** Starts a page: draws what it was opened with, says that it is there, and follows the editor from then on. */
export function startPage<
  State extends PageState,
  Message extends { readonly type: string },
  Kept extends object,
>(script: PageScript<State, Message, Kept>): void {
  const api = acquireVsCodeApi();
  const isSaved = object({ scroll: count(10_000_000), kept: script.isKept });
  const saved = api.getState();
  let { scroll, kept } = isSaved(saved) ? saved : { scroll: 0, kept: script.nothingKept };
  let state = JSON.parse(elementOf(stateElement).textContent) as State;
  const followFocus = keepFocus();
  const view = new View(elementOf(rootElement));
  const host: Host<Message, Kept> = {
    send: message => api.postMessage(message),
    get kept() {
      return kept;
    },
    keep: news => {
      kept = { ...kept, ...news };
      save();
      draw();
    },
  };
  const save = (): void => api.setState({ scroll, kept });
  const draw = (): void => {
    if (document.title !== state.title) document.title = state.title;
    script.show(view, state, host);
    followFocus();
  };
  window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (!isToPage<State>(data)) return;
    if (data.type === 'say') {
      elementOf(liveElement).textContent = data.text;
      return;
    }
    ({ state } = data);
    draw();
  });
  draw();
  window.scrollTo({ top: scroll });
  document.addEventListener('scrollend', () => {
    scroll = Math.round(window.scrollY);
    save();
  });
  const ready: Ready = { type: 'ready' };
  api.postMessage(ready);
}

/** The state is made by the extension itself; that it is one at all is checked here. */
function isToPage<State extends PageState>(data: unknown): data is ToPage<State> {
  if (typeof data !== 'object' || data === null || !('type' in data)) return false;
  if (data.type === 'say') return 'text' in data && typeof data.text === 'string';
  const isState = data.type === 'state' && 'state' in data;
  return isState && typeof data.state === 'object' && data.state !== null && 'title' in data.state;
}

function elementOf(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (!element) throw new Error(`The page has no element ${id}.`);
  return element;
}
