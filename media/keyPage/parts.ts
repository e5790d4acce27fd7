import { fillTemplate } from '../../src/model/message';
import type { Button, Fact, FactSection, Notice } from '../../src/panels/protocol/keyPage';
import { icon } from '../shared/icons';
import type { Content, Described } from '../shared/view';
import { h } from '../shared/view';
import type { Drawn } from './kept';

export function buttons({ state, host }: Drawn, all: readonly Button[]): Content {
  return all.map(({ does, label, isPrimary = false }) =>
    h(
      'vscode-button',
      {
        key: does,
        appearance: isPrimary ? 'primary' : 'secondary',
        disabled: state.isBusy,
        onclick: () => host.send({ type: 'act', what: does }),
      },
      label,
    ),
  );
}

export function notice(drawn: Drawn, { tone, title, paragraphs, buttons: all, isBusy }: Notice): Described {
  return h(
    'div',
    { class: `notice is-${tone}`, role: tone === 'bad' ? 'alert' : 'status', key: 'notice' },
    isBusy === true ? h('vscode-progress-ring', { 'aria-label': title }) : icon(tone, tone),
    h('p', {}, h('strong', {}, title)),
    paragraphs.map(paragraph => h('p', {}, paragraph)),
    all.length > 0 && h('div', { class: 'buttons' }, buttons(drawn, all)),
  );
}

/** A part of the page under a heading. */
export function section(id: string, title: string, ...content: readonly Content[]): Described {
  return h('section', { key: id, 'aria-labelledby': id }, h('h2', { id }, title), content);
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

export function external(href: string, text: string): Described {
  return h('a', { href }, text, ' ', icon('external'));
}

export function copyButton({ host, state }: Drawn, what: string, name: string): Described {
  const label = fillTemplate(state.words.copy, [name]);
  return h(
    'button',
    {
      class: 'plain copy',
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
