import type { MochaOptions } from 'mocha';
import { Runner, reporters } from 'mocha';
import { writeFileSync } from 'node:fs';
import type { Tally } from './tally.ts';

/** Mocha's own list of tests, which also writes its numbers to the file that BYOK_TEST_RESULTS names. */
export class CountingReporter extends reporters.Spec {
  constructor(runner: Runner, options?: MochaOptions) {
    super(runner, options);
    const file = process.env['BYOK_TEST_RESULTS'];
    if (file === undefined) return;
    runner.on(Runner.constants.EVENT_RUN_END, () => {
      const { passes, failures } = this.stats;
      const tally: Tally = { passed: passes, failed: failures };
      writeFileSync(file, JSON.stringify(tally));
    });
  }
}
