import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * Fills `folder` once. It is filled under another name and then renamed, so that half an install, or one of
 * another process at the same time, is never taken for a whole one. `contents` says what is in it: a folder
 * that was filled with something else is filled again.
 */
export async function install(
  folder: string,
  contents: string,
  fill: (folder: string) => Promise<void>,
): Promise<void> {
  if (isFilled(folder, contents)) return;
  removeAbandoned(folder);
  const partial = `${folder}.partial-${process.pid}`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { recursive: true });
  try {
    await fill(partial);
    writeFileSync(stamp(partial), contents);
    if (!isFilled(folder, contents)) {
      rmSync(folder, { recursive: true, force: true });
      renameSync(partial, folder);
    }
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
}

const stamp = (folder: string) => join(folder, 'installed');

function isFilled(folder: string, contents: string): boolean {
  return existsSync(stamp(folder)) && readFileSync(stamp(folder), 'utf8') === contents;
}

function removeAbandoned(folder: string): void {
  if (!existsSync(dirname(folder))) return;
  const prefix = `${basename(folder)}.partial-`;
  for (const name of readdirSync(dirname(folder))) {
    if (name.startsWith(prefix) && !isRunning(Number(name.slice(prefix.length)))) {
      rmSync(join(dirname(folder), name), { recursive: true, force: true });
    }
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
