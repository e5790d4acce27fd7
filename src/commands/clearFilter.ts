import { noFilter } from '../model/filter';
import type { KeysView } from '../tree/keysView';
import type { Command } from './command';

export function clearFilter(view: KeysView): Command {
  return {
    id: 'byok.clearFilter',
    run() {
      view.filter = noFilter;
    },
  };
}
