import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Cleanup } from './cleanup.ts';
import { type InstalledServer, installServer } from './installServer.ts';
import type { Release } from './releases.ts';
import { runQuietly } from './runQuietly.ts';
import { type UserSettings, writeUserSettings } from './userSettings.ts';

export interface ServerOptions {
  readonly release: Release;
  /** Everything that the server keeps goes here: settings, storage, logs. */
  readonly dataFolder: string;
  readonly extensionsFolder: string;
  readonly settings: UserSettings;
  /**
   * Whether the page may name extensions under development and tests. Newer versions ignore both otherwise; but
   * with it they show no notifications.
   */
  readonly runsTests?: boolean;
  /** Whether VS Code asks before it trusts a folder; without it, every folder is trusted. */
  readonly workspaceTrust?: boolean;
  /** 0, the default, takes a free one. */
  readonly port?: number;
  readonly env?: Readonly<Record<string, string>>;
}

/** What a page of VS Code opens. Folders are absolute paths. */
export interface PageOptions {
  readonly folder: string;
  readonly developedExtensions?: readonly string[];
  readonly testsPath?: string;
}

const startLimit = 60_000;

/** A running VS Code that is seen with a browser. */
export class VsCodeServer {
  readonly address: URL;

  private constructor(address: URL) {
    this.address = address;
  }

  /** Resolves when it answers; `cleanup` stops it, with everything that it started. */
  static async start(options: ServerOptions, cleanup: Cleanup): Promise<VsCodeServer> {
    const installed = await installServer(options.release);
    writeUserSettings(join(options.dataFolder, 'data'), options.settings);
    const child = spawn(installed.node, [installed.main, ...serverArguments(options)], {
      // A group of its own, so that its extension hosts and terminals end with it.
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...environment(), ...options.env },
    });
    cleanup.add(() => endGroup(child));
    const port = await reportedPort(child);
    return new VsCodeServer(new URL(`http://127.0.0.1:${port}/`));
  }

  /** The address that opens VS Code with a folder, extensions under development, and tests to run. */
  page({ folder, developedExtensions = [], testsPath }: PageOptions): string {
    const remote = (path: string) => `vscode-remote://${this.address.host}${path}`;
    const payload = [
      ...developedExtensions.map(path => ['extensionDevelopmentPath', remote(path)]),
      ...(testsPath ? [['extensionTestsPath', remote(testsPath)]] : []),
      ['skipWelcome', 'true'],
      ['skipReleaseNotes', 'true'],
    ];
    const query = new URLSearchParams({ folder, payload: JSON.stringify(payload) });
    return new URL(`?${query.toString()}`, this.address).href;
  }
}

/** Puts a `.vsix` into a folder of extensions, as a user's "Install from VSIX" does. */
export async function installVsix(release: Release, vsix: string, options: VsixFolders): Promise<void> {
  const { node, main }: InstalledServer = await installServer(release);
  const folders = ['--extensions-dir', options.extensionsFolder, '--server-data-dir', options.dataFolder];
  await runQuietly(node, [main, '--install-extension', vsix, ...folders], { env: environment() });
}

interface VsixFolders {
  readonly extensionsFolder: string;
  readonly dataFolder: string;
}

function serverArguments(options: ServerOptions): readonly string[] {
  return [
    '--host=127.0.0.1',
    `--port=${options.port ?? 0}`,
    `--server-data-dir=${options.dataFolder}`,
    `--extensions-dir=${options.extensionsFolder}`,
    '--without-connection-token',
    '--accept-server-license-terms',
    '--telemetry-level=off',
    ...(options.runsTests ? ['--enable-smoke-test-driver'] : []),
    ...(options.workspaceTrust ? [] : ['--disable-workspace-trust']),
    ...options.release.serverArguments,
  ];
}

/** Ours, without what a VS Code from whose terminal this runs has put there, and without a marketplace to ask. */
function environment(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !/^(VSCODE|ELECTRON)_/.test(name));
  return { ...Object.fromEntries(own), EXTENSIONS_GALLERY: '{"serviceUrl":""}' };
}

function reportedPort(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let output = '';
    const fail = (why: string) => reject(new Error(`VS Code's server ${why}:\n${output}`));
    const timer = setTimeout(() => fail(`was not ready in ${startLimit / 1000} s`), startLimit);
    const settled = () => clearTimeout(timer);
    child.on('error', error => fail(`could not be started (${error.message})`));
    child.on('exit', code => {
      settled();
      fail(`ended at once, with exit code ${code}`);
    });
    for (const stream of [child.stdout, child.stderr]) {
      if (!stream) continue;
      createInterface(stream).on('line', line => {
        output += `${line}\n`;
        const port = /listening on (\d+)/.exec(line)?.[1];
        if (!port) return;
        settled();
        resolve(Number(port));
      });
    }
  });
}

function endGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended already.
  }
}
