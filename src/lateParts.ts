import { Disposable } from './disposable';
import { late } from './late';
import type { Core, Parts } from './parts';
import { keptWatched } from './watch/watched';

/** Loads and composes the parts at the first use of one: who only has the extension installed has none of them. */
export class LateParts extends Disposable {
  readonly load = late(async (): Promise<Parts> => {
    const { composeParts } = await import('./parts');
    return composeParts(this.core, part => this.register(part));
  });

  constructor(private readonly core: Core) {
    super();
    const load = (): void => void this.load();
    this.register(core.store.onDidChange(load));
    this.register(core.connections.onDidChange(load));
    // Who waited for a key before the window was reloaded waits on.
    if (keptWatched(core.windowMemento).length > 0) load();
  }
}
