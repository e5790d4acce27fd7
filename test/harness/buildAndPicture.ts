import { join } from 'node:path';
import { ensureBrowser } from './browser.ts';
import { Cleanup } from './cleanup.ts';
import { installServer } from './installServer.ts';
import { root } from './paths.ts';
import { newest } from './releases.ts';
import { runVisibly } from './runVisibly.ts';

const cleanup = new Cleanup();
const script = join(root, 'dist/test/pictures/takePictures.js');

const [browser] = await Promise.all([ensureBrowser(), installServer(newest)]);
const built = await runVisibly(cleanup, 'node', ['esbuild.mjs', '--production']);
const succeeded =
  built &&
  (await runVisibly(cleanup, process.execPath, [script, ...process.argv.slice(2)], {
    BYOK_TEST_BROWSER: browser,
  }));
process.exit(succeeded ? 0 : 1);
