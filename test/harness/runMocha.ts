import type Mocha from 'mocha';
import { CountingReporter } from './countingReporter.ts';

/**
 * Runs the tests in `files` that match BYOK_TEST_GREP, with `timeout` ms for each; resolves to whether all passed.
 * Mocha's class is an argument: bundled as CommonJS, its default import in this folder of ES modules is not the
 * class on Node 22.
 */
export async function runMocha(
  mochaClass: typeof Mocha,
  files: readonly string[],
  timeout: number,
): Promise<boolean> {
  const mocha = new mochaClass({
    reporter: CountingReporter,
    forbidOnly: true,
    forbidPending: true,
    color: process.env['NO_COLOR'] === undefined,
    timeout,
  });
  const grep = process.env['BYOK_TEST_GREP'];
  if (grep) mocha.grep(new RegExp(grep, 'i'));
  for (const file of files) mocha.addFile(file);
  return new Promise(resolve => mocha.run(failures => resolve(failures === 0)));
}
