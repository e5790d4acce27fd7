import type { OrganizationView } from '../../src/panels/protocol/overview';
import { icon } from '../shared/icons';
import type { Described } from '../shared/view';
import { h } from '../shared/view';
import { bar } from './charts';
import type { Drawn } from './kept';
import { buttonRow } from './parts';

export function organization(drawn: Drawn, view: OrganizationView): Described {
  const { connection, name, quota, facts, notes, buttons } = view;
  return h(
    'li',
    { key: connection, class: 'organization' },
    h('h3', {}, name),
    h(
      'p',
      { class: 'facts' },
      facts.map(fact => h('span', {}, fact)),
    ),
    quota && bar(quota.share, quota.tone),
    notes.map(({ tone, text }) => h('p', { class: 'note' }, icon(tone, tone), h('span', {}, text))),
    buttonRow(drawn, buttons, connection),
  );
}
