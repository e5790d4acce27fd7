import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

/** Puts extensions into a new folder of installed extensions as they stand, without making packages of them. */
export function linkExtensions(extensionsFolder: string, extensions: readonly string[]): void {
  for (const folder of extensions) {
    const manifest = readFileSync(join(folder, 'package.json'), 'utf8');
    const { publisher, name, version } = JSON.parse(manifest) as Record<string, string>;
    symlinkSync(folder, join(extensionsFolder, `${publisher}.${name}-${version}`), 'dir');
  }
}
