import { mkdirSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { canInstallDebianPackages, installDebianPackages } from './debianPackages.ts';
import { findProgram } from './findProgram.ts';
import { install } from './install.ts';
import { cache } from './paths.ts';
import type { Release } from './releases.ts';
import { runQuietly } from './runQuietly.ts';

/** The server of VS Code (the part of it that shows itself in a browser), ready to be started. */
export interface InstalledServer {
  readonly release: Release;
  readonly node: string;
  readonly main: string;
}

/** Puts VS Code's server and its Node into the cache, through npm. Throws what to do when that cannot be done. */
export async function installServer(release: Release): Promise<InstalledServer> {
  const folder = join(cache, `server-${release.vscode}`);
  const nodePackage = `node-${process.platform}-${process.arch}@${release.node}`;
  const serverPackage = `code-server@${release.codeServer}`;
  const contents = [serverPackage, nodePackage, ...release.compiled];
  await install(folder, `${contents.join(' ')}\n`, async partial => {
    console.log(`Installing VS Code ${release.vscode} (once, about a minute) …`);
    await ensureBuildTools();
    await unpack(nodePackage, join(partial, 'node'));
    await unpack(serverPackage, join(partial, 'code-server'), 'lib/vscode');
    await buildServer(join(partial, 'code-server/lib/vscode'), join(partial, 'node'), release.compiled);
  });
  return {
    release,
    node: join(folder, 'node/bin/node'),
    main: join(folder, 'code-server/lib/vscode/out/server-main.js'),
  };
}

/** Downloads a package and unpacks `part` of it as it is, without its dependencies and scripts. */
async function unpack(name: string, folder: string, part = ''): Promise<void> {
  const download = `${folder}.download`;
  mkdirSync(download, { recursive: true });
  mkdirSync(folder);
  const listed = await runQuietly('npm', [
    'pack',
    '--json',
    '--loglevel=error',
    '--pack-destination',
    download,
    name,
  ]);
  const [archive] = JSON.parse(listed) as readonly { readonly filename: string }[];
  if (!archive) throw new Error(`npm packed nothing for ${name}.`);
  const into = ['-C', folder, '--strip-components=1'];
  await runQuietly('tar', ['-xzf', join(download, archive.filename), ...into, join('package', part)]);
  rmSync(download, { recursive: true });
}

async function buildServer(folder: string, node: string, compiled: readonly string[]): Promise<void> {
  const env = {
    ...process.env,
    PATH: [join(node, 'bin'), process.env['PATH']].join(delimiter),
    npm_config_nodedir: node,
    JOBS: 'max',
  };
  const options = { cwd: folder, env };
  // Scripts stay off: one of them builds kerberos, which wants a library that nothing here needs.
  await runQuietly('npm', ['install', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund'], options);
  // The extension host does not live without these two; the second had another name up to some version.
  await runQuietly(
    'npm',
    ['rebuild', '@vscode/spdlog', '@vscode/native-watchdog', 'native-watchdog'],
    options,
  );
  // Compiled alone: what `npm rebuild` does besides may want packages that are not there.
  for (const name of compiled)
    await runQuietly('npm', ['explore', name, '--', 'node-gyp', 'rebuild'], options);
}

async function ensureBuildTools(): Promise<void> {
  const missing = ['make', 'g++', 'python3'].filter(name => !findProgram([name]));
  if (missing.length === 0) return;
  if (!canInstallDebianPackages()) {
    throw new Error(
      `VS Code's server has modules to compile, which needs ${missing.join(', ')}. Install them (Debian: \`apt-get install make g++ python3\`).`,
    );
  }
  console.log(`Installing ${missing.join(', ')} with apt-get (once, about a minute) …`);
  await installDebianPackages(...missing);
}
