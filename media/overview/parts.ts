import type { KeyLink, OverviewButton, OverviewList } from '../../src/panels/protocol/overview';
import type { Act } from '../shared/parts';
import { buttons } from '../shared/parts';
import type { Content, Described } from '../shared/view';
import { h } from '../shared/view';
import type { Drawn } from './kept';
import { showMore } from './kept';

/** Follows buttons: those of an organization say which. */
export function actOf({ host }: Drawn, connection = ''): Act<OverviewButton['does']> {
  return what => host.send({ type: 'act', what, connection });
}

export function buttonRow(
  drawn: Drawn,
  all: readonly OverviewButton[],
  connection?: string,
  label?: string,
): Content {
  if (all.length === 0) return false;
  const group = label === undefined ? {} : { role: 'group', 'aria-label': label };
  return h('div', { class: 'buttons', ...group }, buttons(all, actOf(drawn, connection)));
}

/** What looks like a link and does something in the editor. */
export function keyButton({ host }: Drawn, { connection, key, label }: KeyLink): Described {
  return h(
    'button',
    { class: 'link', key: 'key', onclick: () => host.send({ type: 'openKey', connection, key }) },
    label,
  );
}

export function moreButton({ host }: Drawn, list: OverviewList, label: string | undefined): Content {
  if (label === undefined) return false;
  return h(
    'vscode-button',
    { key: `more-${list}`, class: 'more', appearance: 'secondary', onclick: () => showMore(host, list) },
    label,
  );
}
