import type { FromOverview, OverviewState } from '../../src/panels/protocol/overview';
import '../shared/theme.css';
import { icon } from '../shared/icons';
import { startPage } from '../shared/messaging';
import { notice, section } from '../shared/parts';
import { button, progressRing, useToolkit } from '../shared/toolkit';
import type { Described } from '../shared/view';
import { h } from '../shared/view';
import { chart } from './charts';
import { findings } from './findings';
import type { Drawn, Kept } from './kept';
import { isKept, nothingKept } from './kept';
import { organization } from './organizations';
import './overview.css';
import { actOf, buttonRow } from './parts';
import { usedKeys } from './usedKeys';

useToolkit(button(), progressRing());
startPage<OverviewState, FromOverview, Kept>({
  nothingKept,
  isKept,
  show: (view, state, host) => {
    const drawn: Drawn = { state, host };
    view.show(
      h(
        'main',
        { 'aria-busy': state.isBusy ? 'true' : 'false' },
        heading(drawn),
        state.notices.map(each => notice(each, actOf(drawn))),
        state.organizations &&
          section(
            'organizations',
            state.organizations.title,
            h(
              'ul',
              { class: 'organizations' },
              state.organizations.items.map(each => organization(drawn, each)),
            ),
          ),
        state.charts &&
          section(
            'charts',
            state.charts.title,
            h('p', { class: 'quiet' }, state.charts.lead),
            h(
              'div',
              { class: 'charts' },
              state.charts.items.map(each => chart(drawn, each)),
            ),
          ),
        state.findings && findings(drawn, state.findings),
        state.usedKeys && usedKeys(drawn, state.usedKeys),
      ),
    );
  },
});

function heading(drawn: Drawn): Described {
  const { title, lead, status, buttons, words } = drawn.state;
  return h(
    'header',
    {},
    h('h1', {}, title),
    h('p', { class: 'quiet' }, lead),
    status.length > 0 &&
      h(
        'p',
        { class: 'status' },
        status.map(({ tone, text }) =>
          h('span', { class: `badge is-${tone}`, key: tone }, icon(tone, tone), text),
        ),
      ),
    buttonRow(drawn, buttons, '', words.actions),
  );
}
