import { runTests, runVSCodeCommand } from '@vscode/test-electron';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { Cleanup } from './cleanup.ts';
import { linkExtensions } from './linkExtensions.ts';
import { cache, root, sampleFolder } from './paths.ts';
import type { Release } from './releases.ts';
import { takesDesktop } from './takesDesktop.ts';
import { temporaryFolder } from './temporaryFolder.ts';
import { quietSettings, writeUserSettings } from './userSettings.ts';
import { installVsix } from './vsCodeServer.ts';

export interface HostRun {
  readonly release: Release;
  /** With `vsix`, one that does nothing: VS Code runs tests only beside an extension under development. */
  readonly developedExtension: string;
  /** The folder of the test files. */
  readonly tests: string;
  /** Installed before the run. */
  readonly vsix?: string;
  /** Folders of extensions that are taken as installed ones. */
  readonly linked?: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

interface Profile {
  readonly dataFolder: string;
  readonly extensionsFolder: string;
}

/** Runs tests inside VS Code's extension host. Throws when a test fails, or VS Code does. */
export async function runInExtensionHost(run: HostRun): Promise<void> {
  const cleanup = new Cleanup();
  try {
    const folder = join(temporaryFolder(cleanup), 'sample');
    cpSync(sampleFolder, folder, { recursive: true });
    const profile = { dataFolder: temporaryFolder(cleanup), extensionsFolder: temporaryFolder(cleanup) };
    linkExtensions(profile.extensionsFolder, run.linked ?? []);
    const { launchArgs, ...program } = (await takesDesktop())
      ? await prepareDesktop(run, profile)
      : await prepareServer(run, profile);
    await runTests({
      ...program,
      extensionDevelopmentPath: run.developedExtension,
      extensionTestsPath: join(root, 'dist/test/vscode/index.js'),
      extensionTestsEnv: {
        ...run.env,
        BYOK_TEST_FOLDER: run.tests,
        BYOK_TEST_VERSION: run.release.vscode,
        ...(run.vsix === undefined ? {} : { BYOK_TEST_VSIX: run.vsix }),
      },
      launchArgs: [...launchArgs, folder, ...profileArguments(profile)],
    });
  } finally {
    cleanup.run();
  }
}

async function prepareDesktop({ release, vsix }: HostRun, profile: Profile) {
  const download = { version: release.vscode, cachePath: cache };
  writeUserSettings(profile.dataFolder, quietSettings);
  if (vsix) await runVSCodeCommand(['--install-extension', vsix, ...profileArguments(profile)], download);
  return { ...download, launchArgs: [] };
}

async function prepareServer({ release, vsix }: HostRun, profile: Profile) {
  if (vsix) await installVsix(release, vsix, profile);
  return {
    vscodeExecutablePath: process.execPath,
    launchArgs: [join(root, 'test/harness/vsCodeServerLauncher.ts')],
  };
}

function profileArguments({ dataFolder, extensionsFolder }: Profile): string[] {
  return [`--user-data-dir=${dataFolder}`, `--extensions-dir=${extensionsFolder}`];
}
