import { isActive } from '../model/filter';
import { failureOf } from '../words/failure';
import type { TreeInput } from './treeModel';
import type { TreeModel } from './treeModel';

/** What the view is in: each has a welcome of its own in package.json, but `keys`, which has rows. */
export type ViewState =
  | 'signedOut'
  | 'loading'
  | 'empty'
  | 'filteredOut'
  | 'refused'
  | 'forbidden'
  | 'unreachable'
  | 'keyring'
  | 'failed'
  | 'keys';

/** With several connections each says itself, in a row, what it is in; a single one leaves it to the view. */
export function viewStateOf(model: TreeModel): ViewState {
  const { connections, keysOf, filter }: TreeInput = model.input;
  const [first, second] = connections;
  if (!first) return 'signedOut';
  if (second) return 'keys';
  const { keys, unreadable, failure, loadedAt } = keysOf(first.id);
  if (keys.length > 0 && model.shownKeys(first.id).length === 0 && isActive(filter)) return 'filteredOut';
  if (keys.length > 0 || unreadable.length > 0) return 'keys';
  if (failure !== undefined) {
    const { kind } = failureOf(failure);
    return kind === 'other' ? 'failed' : kind;
  }
  return loadedAt === undefined ? 'loading' : 'empty';
}
