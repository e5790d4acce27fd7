import type { FoundView, PlacedFinding } from '../../src/panels/protocol/overview';
import { findingText } from '../shared/finding';
import { icon } from '../shared/icons';
import { details, section } from '../shared/parts';
import type { Content, Described } from '../shared/view';
import { h } from '../shared/view';
import type { Drawn } from './kept';
import { lookAt } from './kept';
import { keyButton, moreButton } from './parts';

export function findings(drawn: Drawn, view: FoundView): Described {
  const { title, lead, items, more, muted, notes } = view;
  return section(
    'findings',
    title,
    lead !== '' && h('p', {}, lead),
    notes.map(note => h('p', { class: 'note' }, icon('warning', 'warning'), h('span', {}, note))),
    rules(drawn, view),
    items.length > 0 && findingList(drawn, items),
    moreButton(drawn, 'findings', more),
    muted.items.length > 0 &&
      details(
        drawn.host,
        'muted',
        h('h3', {}, muted.title),
        findingList(drawn, muted.items),
        moreButton(drawn, 'muted', muted.more),
      ),
  );
}

/** One kind of finding at a time, where there are several. */
function rules({ state, host }: Drawn, { rules: all }: FoundView): Content {
  if (all.length < 2) return false;
  const choose = (rule: Drawn['host']['kept']['look']['rule']): void => {
    lookAt(host, { more: host.kept.look.more.filter(({ list }) => list !== 'findings'), rule });
  };
  return h(
    'div',
    { class: 'rules', role: 'group', 'aria-label': state.words.rules },
    h(
      'button',
      {
        key: 'all',
        class: 'rule',
        'aria-pressed': String(all.every(({ isChosen }) => !isChosen)),
        onclick: () => choose([]),
      },
      state.words.allRules,
    ),
    all.map(({ rule, tone, label, count, isChosen }) =>
      h(
        'button',
        {
          key: rule,
          class: 'rule',
          'aria-pressed': String(isChosen),
          onclick: () => choose(isChosen ? [] : [rule]),
        },
        icon(tone, tone),
        label,
        ' ',
        h('span', { class: 'quiet' }, count),
      ),
    ),
  );
}

function findingList(drawn: Drawn, items: readonly PlacedFinding[]): Described {
  return h(
    'ul',
    { class: 'findings' },
    items.map(each => finding(drawn, each)),
  );
}

/** What it is and where in a line; the rest is drawn once somebody opens it. */
function finding(drawn: Drawn, view: PlacedFinding): Described {
  const { state, host } = drawn;
  const { connection, id, tone, severity, title, evidence, key, place, muted } = view;
  const part = `${connection}/${id}`;
  const isOpen = host.kept.open.includes(part);
  const does = muted === undefined ? 'mute' : 'unmute';
  const subject = [key?.label, place].filter(Boolean).join(' · ');
  return h(
    'li',
    { key: part },
    details(
      host,
      part,
      [
        icon('chevron', 'chevron'),
        icon(tone, tone),
        h('span', { class: 'title' }, title),
        h('span', { class: 'spoken' }, `, ${subject}, ${severity}. `),
        !isOpen && h('span', { class: 'quiet evidence' }, muted ?? evidence[0]),
      ],
      isOpen && [
        h('p', { class: 'quiet' }, severity),
        findingText(view, state.words),
        h(
          'vscode-button',
          {
            id: `mute-${part}`,
            appearance: 'secondary',
            onclick: () => host.send({ type: does, connection, finding: id }),
          },
          state.words[does],
        ),
      ],
    ),
    h(
      'p',
      { class: 'subject' },
      key && keyButton(drawn, key),
      place !== '' && h('span', { class: 'quiet' }, place),
    ),
  );
}
