import type { ValidationWatch } from '../validationWatch';
import type { Command } from './command';

/** Nobody waits any more: nothing is asked until somebody does again. */
export function stopWatching(watch: ValidationWatch): Command {
  return { id: 'byok.stopWatching', run: () => watch.stopAll() };
}
