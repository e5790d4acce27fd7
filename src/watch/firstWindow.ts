import { createHash } from 'node:crypto';
import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** How long it is known that something was told, in ms: windows see the same news within minutes of each other. */
const knownFor = 24 * 60 * 60_000;

/**
 * Lets one of several windows tell what all of them see. Who makes the file of that name first is the one; the file
 * system is asked since it alone decides at once, while what windows keep in common reaches the others later.
 */
export class FirstWindow {
  constructor(private readonly folder: string) {}

  /** Whether this window is the first to say that name. True also where there is no telling: twice is better than never. */
  async is(name: string): Promise<boolean> {
    const file = createHash('sha256').update(name).digest('hex');
    try {
      await mkdir(this.folder, { recursive: true });
      await writeFile(join(this.folder, file), '', { flag: 'wx' });
      await this.#clear().catch(() => undefined);
      return true;
    } catch (error) {
      return !(error instanceof Error && 'code' in error && error.code === 'EEXIST');
    }
  }

  async #clear(): Promise<void> {
    for (const name of await readdir(this.folder)) {
      const file = join(this.folder, name);
      const age = Date.now() - (await stat(file)).mtimeMs;
      if (age > knownFor) await rm(file, { force: true });
    }
  }
}
