import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Cleanup } from './cleanup.ts';

/** A new empty folder, removed by `cleanup`. */
export function temporaryFolder(cleanup: Cleanup): string {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'byok-'));
  cleanup.add(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }));
  return folder;
}
