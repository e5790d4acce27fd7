import type { Key } from '../model/key';
import type { Transition } from '../stores/keyHistory';
import type { WatchedKeys } from './watchedKeys';

/** What the user is told of: the key is in another phase than before. */
export interface ValidationNews {
  readonly connectionId: string;
  readonly key: Key;
}

/**
 * The one kind of transition that the user is told of unasked: Confluent can no longer use a key that a cluster depends
 * on. Without the keys that are waited for, of which the user is told anyhow.
 */
export function outagesIn(
  transitions: readonly Transition[],
  watched: Pick<WatchedKeys, 'has'>,
): readonly ValidationNews[] {
  return transitions
    .filter(
      ({ connectionId, key, before, after }) =>
        before.phase === 'VALID' &&
        after.phase === 'INVALID' &&
        key.state === 'IN_USE' &&
        !watched.has(connectionId, key.id),
    )
    .map(({ connectionId, key }) => ({ connectionId, key }));
}
