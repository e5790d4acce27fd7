// Runs on any Node from 20 on, before anything is installed: nothing but Node's own modules here.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const projectNode = join(root, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node');

/**
 * Installs the packages of package-lock.json unless they are there, then runs `script` (a path relative to this
 * file) under the project's own Node until it ends. Resolves to its exit code; throws when installing fails.
 */
export async function runUnderProjectNode(script, args) {
  installPackages();
  const child = spawn(projectNode, [fileURLToPath(new URL(script, import.meta.url)), ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, PATH: [dirname(projectNode), process.env.PATH].join(delimiter) },
  });
  // Ctrl+C reaches the child from the terminal; this process must only wait until it has cleaned up.
  process.on('SIGINT', () => undefined);
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', code => resolve(code ?? 1));
  });
}

function installPackages() {
  if (isInstalled()) return;
  console.log('Installing the development packages as the lock file has them (once, about half a minute) …');
  // Not `npm ci`: it refuses a lock file that was made where the registry lacks packages for other platforms.
  const { status, error } = spawnSync('npm', ['install', '--no-save', '--no-audit', '--no-fund'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (error)
    throw new Error(`npm could not be started (${error.message}). Install Node.js 20 or newer, with npm.`);
  if (status !== 0) {
    throw new Error(
      'npm install failed; its reason is above. It needs the npm registry: look at the network, and at `npm config get registry`.',
    );
  }
  if (!existsSync(projectNode)) {
    throw new Error(
      'The package `node` did not install its program. Its install script must run: see `npm config get ignore-scripts`.',
    );
  }
}

/** Whether node_modules holds what package-lock.json says. npm writes its own list last, so half an install has none. */
function isInstalled() {
  const listed = readPackages('package-lock.json');
  const installed = readPackages('node_modules/.package-lock.json');
  if (!listed || !installed || !existsSync(projectNode)) return false;
  return Object.entries(listed).every(([path, { version, optional }]) => {
    const found = installed[path];
    return path === '' || (found ? found.version === version : optional === true);
  });
}

function readPackages(file) {
  const path = join(root, file);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : undefined;
}
