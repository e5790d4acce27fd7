import type { KeysView } from '../tree/keysView';
import type { MoreNode } from '../tree/nodes';
import type { Command } from './command';

/** Shows the next rows of a long group: what its last row does. */
export function showMore(view: KeysView): Command {
  return { id: 'byok.showMore', run: node => view.showMore(node as MoreNode) };
}
