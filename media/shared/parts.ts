import type { Button, Notice } from '../../src/panels/protocol/page';
import { icon } from './icons';
import type { Content, Described } from './view';
import { h } from './view';

/** Asks the editor for what a button does: one that is disabled meanwhile would lose the focus. */
export type Act<Action extends string> = (action: Action) => void;

export function buttons<Action extends string>(all: readonly Button<Action>[], act: Act<Action>): Content {
  return all.map(({ does, label, isPrimary = false }) =>
    h(
      'vscode-button',
      {
        key: does,
        appearance: isPrimary ? 'primary' : 'secondary',
        onclick: () => act(does),
      },
      label,
    ),
  );
}

export function notice<Action extends string>(
  { tone, title, paragraphs, buttons: all, isBusy }: Notice<Action>,
  act: Act<Action>,
): Described {
  return h(
    'div',
    { class: `notice is-${tone}`, role: tone === 'bad' ? 'alert' : 'status', key: 'notice' },
    isBusy === true ? h('vscode-progress-ring', { 'aria-label': title }) : icon(tone, tone),
    h('p', {}, h('strong', {}, title)),
    paragraphs.map(paragraph => h('p', {}, paragraph)),
    all.length > 0 && h('div', { class: 'buttons' }, buttons(all, act)),
  );
}

/** A part of the page under a heading. */
export function section(id: string, title: string, ...content: readonly Content[]): Described {
  return h('section', { key: id, 'aria-labelledby': id }, h('h2', { id }, title), content);
}

export function external(href: string, text: string): Described {
  return h('a', { href }, text, ' ', icon('external'));
}

export function list(items: readonly string[], className = ''): Described {
  return h(
    'ul',
    { class: className },
    items.map(item => h('li', {}, item)),
  );
}

/** Whoever notes down what the user opened. */
export interface OpenedParts {
  readonly kept: { readonly open: readonly string[] };
  keep(news: { readonly open: readonly string[] }): void;
}

/** A part that is closed until the user opens it, and then stays open. */
export function details(
  host: OpenedParts,
  id: string,
  summary: Content,
  ...content: readonly Content[]
): Described {
  const isOpen = host.kept.open.includes(id);
  return h(
    'details',
    {
      key: `details-${id}`,
      open: isOpen,
      ontoggle: ({ currentTarget }) => {
        if (!(currentTarget instanceof HTMLDetailsElement)) return;
        const { open } = host.kept;
        if (currentTarget.open === open.includes(id)) return;
        host.keep({ open: currentTarget.open ? [...open, id] : open.filter(each => each !== id) });
      },
    },
    h('summary', {}, summary),
    content,
  );
}
