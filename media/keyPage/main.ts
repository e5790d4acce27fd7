import type { FromKeyPage, KeyPageState } from '../../src/panels/protocol/keyPage';
import '../shared/theme.css';
import { startPage } from '../shared/messaging';
import { button, panelTab, panelView, panels, progressRing, textField, useToolkit } from '../shared/toolkit';
import { h } from '../shared/view';
import { heading } from './heading';
import type { Drawn, Kept } from './kept';
import { isKept, nothingKept } from './kept';
import './keyPage.css';
import { factSection, keyNotice } from './parts';
import { clusters, findings, grant, json, validation } from './sections';

useToolkit(button(), panels(), panelTab(), panelView(), progressRing(), textField());
startPage<KeyPageState, FromKeyPage, Kept>({
  nothingKept,
  isKept,
  show: (view, state, host) => {
    const drawn: Drawn = { state, host };
    const { key } = state;
    view.show(
      h(
        'main',
        { 'aria-busy': state.isBusy ? 'true' : 'false' },
        heading(drawn),
        state.notices.map(each => keyNotice(drawn, each)),
        key && [
          key.validation && validation(drawn, key.validation),
          key.findings && findings(drawn, key.findings),
          key.sections.map(each => factSection(drawn, each)),
          key.grant && grant(drawn, key.grant),
          key.clusters && clusters(drawn, key.clusters),
          json(drawn, key.json),
        ],
      ),
    );
  },
});
