import type { UsedKeysView, UsedKeyView } from '../../src/panels/protocol/overview';
import { icon } from '../shared/icons';
import { section } from '../shared/parts';
import type { Described } from '../shared/view';
import { h } from '../shared/view';
import type { Drawn } from './kept';
import { buttonRow, keyButton, moreButton } from './parts';

export function usedKeys(drawn: Drawn, view: UsedKeysView): Described {
  const { title, lead, isBusy, notes, items, more, button } = view;
  return section(
    'usedKeys',
    title,
    h(
      'p',
      { class: 'quiet', role: 'status' },
      isBusy && h('vscode-progress-ring', { 'aria-label': lead }),
      [lead, ...notes].join(' '),
    ),
    items.length > 0 &&
      h(
        'ul',
        { class: 'usedKeys' },
        items.map(item => usedKey(drawn, item)),
      ),
    moreButton(drawn, 'usedKeys', more),
    button && buttonRow(drawn, [button]),
  );
}

function usedKey(drawn: Drawn, item: UsedKeyView): Described {
  const { connection, key, place, clusters, isUnseen } = item;
  return h(
    'li',
    { key: `${connection}/${key}` },
    h('div', {}, keyButton(drawn, item), ' ', h('span', { class: 'quiet' }, place)),
    h(
      'ul',
      { class: 'clusters' },
      clusters.map(cluster => h('li', {}, isUnseen && icon('plain'), cluster)),
    ),
  );
}
