import type { FindingView } from '../../src/panels/protocol/finding';
import type {
  ClustersView,
  FindingsView,
  FromKeyPage,
  GrantFormView,
  GrantView,
  KeyView,
  ValidationView,
} from '../../src/panels/protocol/keyPage';
import { findingText } from '../shared/finding';
import { icon } from '../shared/icons';
import { details, external, list, section } from '../shared/parts';
import type { Content, Described } from '../shared/view';
import { h } from '../shared/view';
import type { Drawn } from './kept';
import { factList, keyButtons } from './parts';

export function validation(
  drawn: Drawn,
  { title, facts, cause, fixes, timeline }: ValidationView,
): Described {
  return section(
    'validation',
    title,
    factList(drawn, facts),
    cause && [h('h3', {}, cause.title), h('p', {}, cause.text)],
    fixes && [h('h3', {}, fixes.title), list(fixes.items)],
    timeline && [
      h('h3', {}, timeline.title),
      h(
        'ol',
        { class: 'timeline' },
        timeline.entries.map(({ tone, what, when, message }) =>
          h(
            'li',
            {},
            icon(tone, tone),
            h('span', {}, what),
            h('span', { class: 'quiet' }, when),
            message !== undefined && h('p', { class: 'quiet' }, message),
          ),
        ),
      ),
    ],
  );
}

export function findings(drawn: Drawn, { title, open, muted, notes }: FindingsView): Described {
  return section(
    'findings',
    title,
    open.length > 0 &&
      h(
        'ul',
        { class: 'findings' },
        open.map(each => finding(drawn, each)),
      ),
    muted.items.length > 0 &&
      details(
        drawn.host,
        'muted',
        h('h2', {}, muted.title),
        h(
          'ul',
          { class: 'findings' },
          muted.items.map(each => finding(drawn, each)),
        ),
      ),
    notes.map(note => h('p', { class: 'quiet' }, note)),
  );
}

function finding({ state, host }: Drawn, view: FindingView): Described {
  const { id, tone, severity, title, muted } = view;
  const { words } = state;
  const isMuted = muted !== undefined;
  return h(
    'li',
    { key: id },
    h('h3', {}, icon(tone, tone), ' ', title, ' ', h('span', { class: 'quiet' }, severity)),
    findingText(view, words),
    h(
      'vscode-button',
      {
        id: `mute-${id}`,
        appearance: 'secondary',
        onclick: () => host.send({ type: isMuted ? 'unmute' : 'mute', finding: id }),
      },
      isMuted ? words.unmute : words.mute,
    ),
  );
}

export function grant(drawn: Drawn, { title, lead, notes, forms }: GrantView): Described {
  const { host } = drawn;
  const [kept] = host.kept.tab;
  const active = forms.find(({ tab }) => tab === kept) ?? forms[0];
  return section(
    'grant',
    title,
    h('p', {}, lead),
    notes.length > 0 && list(notes, 'quiet'),
    h(
      'vscode-panels',
      {
        'aria-label': title,
        activeid: active && `tab-${active.tab}`,
        onchange: event => {
          const form = forms.find(
            each => event.target instanceof Element && `tab-${each.tab}` === activeIdOf(event.target),
          );
          if (form && form.tab !== host.kept.tab[0]) host.keep({ tab: [form.tab] });
        },
      },
      forms.map(({ tab, title: name }) => h('vscode-panel-tab', { id: `tab-${tab}`, key: tab }, name)),
      forms.map(form =>
        h('vscode-panel-view', { id: `view-${form.tab}`, key: `view-${form.tab}` }, formView(drawn, form)),
      ),
    ),
  );
}

function formView(
  { state, host }: Drawn,
  { tab, title, detail, text, unavailable, lines = [], notes = [] }: GrantFormView,
): Content {
  if (text === undefined) return h('p', {}, unavailable);
  const button = (label: string, message: FromKeyPage, isUsable = true): Described =>
    h(
      'vscode-button',
      { key: label, appearance: 'secondary', disabled: !isUsable, onclick: () => host.send(message) },
      label,
    );
  return [
    h('p', { class: 'quiet' }, detail),
    h(
      'div',
      { class: 'buttons' },
      button(state.words.copyText, { type: 'grant', does: 'copy', tab }),
      button(state.words.openDocument, { type: 'grant', does: 'open', tab }),
      lines.map(({ label, isUsable }, line) => button(label, { type: 'typeGrant', tab, line }, isUsable)),
    ),
    notes.map(note => h('p', { class: 'quiet' }, note)),
    h('pre', { tabindex: '0', role: 'region', 'aria-label': title }, text),
  ];
}

/** From the property: the attribute follows it later. */
function activeIdOf(panels: Element): unknown {
  return 'activeid' in panels ? panels.activeid : undefined;
}

export function clusters(drawn: Drawn, view: ClustersView): Described {
  const { title, lead, isBusy, clusters: all, note, button } = view;
  return section(
    'clusters',
    title,
    h(
      'p',
      { class: all.length > 0 ? 'quiet' : '', role: 'status' },
      isBusy && h('vscode-progress-ring', { 'aria-label': lead }),
      lead,
    ),
    all.length > 0 &&
      h(
        'ul',
        { class: 'clusters' },
        all.map(({ id, name, detail, href }) =>
          h(
            'li',
            { key: id },
            href === undefined ? h('span', {}, name) : external(href, name),
            h('span', { class: 'quiet' }, detail),
          ),
        ),
      ),
    note !== undefined && h('p', { class: 'quiet' }, note),
    button && h('div', { class: 'buttons' }, keyButtons(drawn, [button])),
  );
}

export function json(drawn: Drawn, { title, text }: KeyView['json']): Described {
  return h(
    'section',
    { key: 'json' },
    details(
      drawn.host,
      'json',
      h('h2', {}, title),
      h('pre', { tabindex: '0', role: 'region', 'aria-label': title }, text),
    ),
  );
}
