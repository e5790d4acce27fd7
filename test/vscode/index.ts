import Mocha from 'mocha';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { runMocha } from '../harness/runMocha.ts';

const timeout = 30_000;

/** What VS Code calls in its extension host: runs the tests beside this file, or those in BYOK_TEST_FOLDER. */
export async function run(): Promise<void> {
  const folder = process.env['BYOK_TEST_FOLDER'] ?? __dirname;
  const files = readdirSync(folder).filter(name => name.endsWith('.test.js'));
  const passed = await runMocha(
    Mocha,
    files.map(name => path.join(folder, name)),
    timeout,
  );
  if (!passed) throw new Error('Some tests failed.');
}
