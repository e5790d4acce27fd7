import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import type { Cleanup } from './cleanup.ts';
import { root } from './paths.ts';

/**
 * Runs a program (of a development package, or on the PATH) to its end and shows what it prints; resolves to
 * whether it succeeded.
 */
export async function runVisibly(
  cleanup: Cleanup,
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<boolean> {
  const child = spawn(command, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: {
      ...process.env,
      ...env,
      PATH: [join(root, 'node_modules/.bin'), process.env['PATH']].join(delimiter),
    },
  });
  cleanup.add(() => child.kill());
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', code => resolve(code === 0));
  });
}
