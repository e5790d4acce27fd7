// Stands in for the program of desktop VS Code where that cannot be had: takes the arguments that
// @vscode/test-electron gives it, runs the tests in VS Code's server with a headless browser before it,
// prints what they print, and ends with their exit code.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Cleanup } from './cleanup.ts';
import { openPage } from './openPage.ts';
import { failures } from './paths.ts';
import { findRelease, newest } from './releases.ts';
import { quietSettings } from './userSettings.ts';
import { VsCodeServer } from './vsCodeServer.ts';

const limit = 5 * 60_000;

// What the editor itself says in the same channel as the tests, on every run.
const noise =
  /connection token|Creating a socket|Service ?Worker|additional builtin extensions|ChatSessionStore|reconnection-grace-time|AccountPolicyGate|AgentHost|provider 'github'/;

const { values, positionals } = parseArgs({
  strict: false,
  allowPositionals: true,
  options: {
    extensionDevelopmentPath: { type: 'string', multiple: true },
    extensionTestsPath: { type: 'string' },
    'user-data-dir': { type: 'string' },
    'extensions-dir': { type: 'string' },
    'disable-workspace-trust': { type: 'boolean' },
  },
});
const [folder] = positionals;
const { extensionDevelopmentPath, extensionTestsPath } = values;
const dataFolder = values['user-data-dir'];
const extensionsFolder = values['extensions-dir'];
if (
  folder === undefined ||
  typeof extensionTestsPath !== 'string' ||
  typeof dataFolder !== 'string' ||
  typeof extensionsFolder !== 'string'
) {
  throw new Error('A folder, --extensionTestsPath, --user-data-dir and --extensions-dir are needed.');
}

const cleanup = new Cleanup();
// Whoever started this holds the other end; it closes when that process ends, however it does.
process.stdin.on('end', () => process.exit(1)).resume();
const version = process.env['BYOK_TEST_VERSION'];
const server = await VsCodeServer.start(
  {
    release: version === undefined ? newest : findRelease(version),
    dataFolder,
    extensionsFolder,
    settings: quietSettings,
    runsTests: true,
    workspaceTrust: values['disable-workspace-trust'] !== true,
  },
  cleanup,
);
const { page } = await openPage(cleanup);

const exitCode = new Promise<number>(resolve => {
  const timer = setTimeout(() => {
    console.error(
      `The tests did not end in ${limit / 60_000} minutes. A picture of the editor is in ${failures}.`,
    );
    void page.screenshot({ path: join(failures, 'extension-host.png') }).finally(() => resolve(1));
  }, limit);
  timer.unref();
  void page.exposeFunction('codeAutomationExit', resolve);
});
await page.exposeFunction('codeAutomationLog', (kind: string, args: readonly unknown[]) => {
  if (noise.test(String(args[0]))) return;
  const print = kind === 'error' || kind === 'warn' ? console.error : console.log;
  print(...args);
});
await page.goto(
  server.page({
    folder,
    developedExtensions: (extensionDevelopmentPath ?? []).filter(path => typeof path === 'string'),
    testsPath: extensionTestsPath,
  }),
);
process.exit(await exitCode);
