import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Cleanup } from './cleanup.ts';
import { findDesktopVsCode } from './findDesktopVsCode.ts';
import { linkExtensions } from './linkExtensions.ts';
import { openInBrowser } from './openInBrowser.ts';
import { root, sampleFolder } from './paths.ts';
import { newest } from './releases.ts';
import { runVisibly } from './runVisibly.ts';
import { temporaryFolder } from './temporaryFolder.ts';
import { quietSettings, writeUserSettings } from './userSettings.ts';
import { VsCodeServer } from './vsCodeServer.ts';

const extensions = [root, join(root, 'test/harness/welcome')];
const cleanup = new Cleanup();

try {
  process.exit(await start());
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

async function start(): Promise<number> {
  const { values } = parseArgs({ options: { port: { type: 'string' }, web: { type: 'boolean' } } });
  if (!(await runVisibly(cleanup, 'node', ['esbuild.mjs', '--only=extension,media']))) return 1;
  const folder = join(temporaryFolder(cleanup), 'sample');
  cpSync(sampleFolder, folder, { recursive: true });
  const desktop = values.web || values.port !== undefined ? undefined : await findDesktopVsCode();
  if (desktop !== undefined) return startDesktop(desktop, folder);
  await startServer(folder, Number(values.port ?? 0));
  return new Promise(() => undefined);
}

async function startDesktop(program: string, folder: string): Promise<number> {
  const dataFolder = temporaryFolder(cleanup);
  writeUserSettings(dataFolder, quietSettings);
  console.log(
    'VS Code opens with the extension and the demo organization. This ends when its window is closed.',
  );
  const succeeded = await runVisibly(cleanup, program, [
    ...extensions.map(path => `--extensionDevelopmentPath=${path}`),
    `--user-data-dir=${dataFolder}`,
    `--extensions-dir=${temporaryFolder(cleanup)}`,
    '--disable-workspace-trust',
    '--skip-welcome',
    '--skip-release-notes',
    '--new-window',
    '--wait',
    folder,
  ]);
  return succeeded ? 0 : 1;
}

async function startServer(folder: string, port: number): Promise<void> {
  const extensionsFolder = temporaryFolder(cleanup);
  linkExtensions(extensionsFolder, extensions);
  const server = await VsCodeServer.start(
    {
      release: newest,
      dataFolder: temporaryFolder(cleanup),
      extensionsFolder,
      settings: quietSettings,
      port,
    },
    cleanup,
  );
  const address = server.page({ folder });
  console.log(
    `\nVS Code with the extension and the demo organization is at\n\n${address}\n\nCtrl+C ends it.`,
  );
  openInBrowser(address);
}
