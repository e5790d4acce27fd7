import { buildSync } from 'esbuild';
import { join } from 'node:path';
import { Cleanup } from './cleanup.ts';
import { runVisibly } from './runVisibly.ts';
import { temporaryFolder } from './temporaryFolder.ts';

const cleanup = new Cleanup();
const outfile = join(temporaryFolder(cleanup), 'simulator.cjs');
buildSync({ entryPoints: ['src/simulator/main.ts'], bundle: true, platform: 'node', outfile });
process.exit((await runVisibly(cleanup, process.execPath, [outfile, ...process.argv.slice(2)])) ? 0 : 1);
