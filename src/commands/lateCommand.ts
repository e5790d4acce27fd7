import { late } from '../late';
import type { Command } from './command';

/** A command whose code is loaded when it first runs. */
export function lateCommand<Id extends Command['id']>(id: Id, load: () => Promise<Command<Id>>): Command<Id> {
  const loaded = late(load);
  return { id, run: async (...args) => (await loaded()).run(...args) };
}
