import { findProgram } from './findProgram.ts';
import { runQuietly } from './runQuietly.ts';

/** Whether this is a Debian or Ubuntu on which packages can be installed without asking anybody. */
export function canInstallDebianPackages(): boolean {
  return process.getuid?.() === 0 && findProgram(['apt-get']) !== undefined;
}

/** Throws with what apt-get said. */
export async function installDebianPackages(...names: readonly string[]): Promise<void> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  // Another apt-get may be at work: wait for it instead of failing.
  const wait = ['-o', 'DPkg::Lock::Timeout=300'];
  await runQuietly('apt-get', [...wait, 'update'], { env });
  await runQuietly('apt-get', [...wait, 'install', '-y', '--no-install-recommends', ...names], { env });
}
