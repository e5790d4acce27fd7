import { findProgram } from './findProgram.ts';
import { oldest } from './releases.ts';
import { runQuietly } from './runQuietly.ts';
import { hasDisplay } from './takesDesktop.ts';

/** The user's own `code`, when it can show this extension: new enough, on a display, and not the remote one of a terminal. */
export async function findDesktopVsCode(): Promise<string | undefined> {
  // Root has no desktop VS Code: it refuses to start.
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
  if (isRoot || !hasDisplay() || process.env['VSCODE_IPC_HOOK_CLI'] !== undefined) return undefined;
  const program = findProgram(['code']);
  if (program === undefined) return undefined;
  const version = await runQuietly(program, ['--version']).catch(() => '');
  return isAtLeast(version, oldest.vscode) ? program : undefined;
}

function isAtLeast(version: string, least: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number.parseFloat);
  const [leastMajor = 0, leastMinor = 0] = least.split('.').map(Number.parseFloat);
  return major > leastMajor || (major === leastMajor && minor >= leastMinor);
}
