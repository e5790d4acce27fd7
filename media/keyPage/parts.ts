import { fillTemplate } from '../../src/model/message';
import type { Fact, FactSection, KeyButton, KeyNotice } from '../../src/panels/protocol/keyPage';
import { icon } from '../shared/icons';
import { buttons, external, notice, section } from '../shared/parts';
import type { Content, Described } from '../shared/view';
import { h } from '../shared/view';
import type { Drawn } from './kept';

export function keyButtons({ host }: Drawn, all: readonly KeyButton[]): Content {
  return buttons(all, what => host.send({ type: 'act', what }));
}

export function keyNotice({ host }: Drawn, shown: KeyNotice): Described {
  return notice(shown, what => host.send({ type: 'act', what }));
}

export function factSection(drawn: Drawn, { id, title, lead, facts, link }: FactSection): Described {
  return section(
    id,
    title,
    lead !== undefined && h('p', { class: 'quiet' }, lead),
    factList(drawn, facts),
    link && h('p', {}, external(link.href, link.text)),
  );
}

export function factList(drawn: Drawn, facts: readonly Fact[]): Described {
  return h(
    'dl',
    {},
    facts.map((fact, index) => factRow(drawn, fact, index)),
  );
}

export function copyButton({ host, state }: Drawn, what: string, name: string): Described {
  const label = fillTemplate(state.words.copy, [name]);
  return h(
    'button',
    {
      class: 'bare copy',
      title: label,
      'aria-label': label,
      onclick: () => host.send({ type: 'copy', what }),
    },
    icon('copy'),
  );
}

function factRow(drawn: Drawn, { name, value, copy, isCode, hint }: Fact, index: number): Described {
  return h(
    'div',
    { class: 'fact', key: `${index}:${name}` },
    h('dt', {}, name),
    h(
      'dd',
      {},
      h(
        'div',
        { class: 'value' },
        h('span', { class: isCode === true ? 'mono' : '' }, value),
        copy !== undefined && copyButton(drawn, copy, name),
      ),
      hint !== undefined && h('p', { class: 'quiet' }, hint),
    ),
  );
}
