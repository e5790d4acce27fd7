import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { canInstallDebianPackages, installDebianPackages } from './debianPackages.ts';
import { findProgram } from './findProgram.ts';
import { install } from './install.ts';
import { cache } from './paths.ts';
import { runQuietly } from './runQuietly.ts';

/** What a headless browser needs on a closed network: its own look-ups would stall it. */
export const browserArguments: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const names = [
  'google-chrome',
  'google-chrome-stable',
  'chromium',
  'chromium-browser',
  'microsoft-edge',
  'microsoft-edge-stable',
];

// A program started without the user's PATH must find them too.
const places = [
  ...names.map(name => `/usr/bin/${name}`),
  '/usr/local/bin/chromium',
  '/opt/google/chrome/chrome',
  '/opt/microsoft/msedge/msedge',
  '/usr/lib/chromium/chromium',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];

/** The path of a Chrome, Chromium or Edge; installs one when there is none, or throws what to do. */
export async function ensureBrowser(): Promise<string> {
  return findBrowser() ?? (await installBrowser());
}

function findBrowser(): string | undefined {
  return findProgram([process.env['BYOK_TEST_BROWSER'] ?? [], names, places].flat());
}

async function installBrowser(): Promise<string> {
  const path = canInstallDebianPackages() ? await fromDebian() : await fromNpm();
  if (path) return path;
  throw new Error(
    'No browser was found. Install Chrome, Chromium or Edge (Debian: `apt-get install chromium`), or name one in BYOK_TEST_BROWSER.',
  );
}

async function fromDebian(): Promise<string | undefined> {
  console.log('Installing Chromium with apt-get (once, about a minute) …');
  await installDebianPackages('chromium');
  return findBrowser();
}

const npmPackage = '@sparticuz/chromium@153.0.0';

interface SparticuzChromium {
  readonly default: { executablePath(): Promise<string> };
}

/** A Chromium for Linux on x64 that comes through npm. It runs only where the libraries it links to are installed. */
async function fromNpm(): Promise<string | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  console.log('Installing Chromium with npm (once, about half a minute) …');
  const folder = join(cache, 'chromium');
  await install(folder, npmPackage, async partial => {
    await runQuietly('npm', ['install', '--prefix', partial, '--no-audit', '--no-fund', npmPackage]);
  });
  const entry = createRequire(join(folder, 'package.json')).resolve('@sparticuz/chromium');
  const { default: chromium } = (await import(pathToFileURL(entry).href)) as SparticuzChromium;
  const path = await chromium.executablePath();
  return runQuietly(path, ['--version']).then(
    () => path,
    () => undefined,
  );
}
