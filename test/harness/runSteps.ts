import { performance } from 'node:perf_hooks';
import { Cleanup } from './cleanup.ts';
import { prepareEditors } from './prepareEditors.ts';
import { type Tally, addUp } from './tally.ts';
import { type StepName, type TestOptions, readTestOptions } from './testOptions.ts';
import { type Check, build, checksOf } from './testSteps.ts';

const cleanup = new Cleanup();
const needBuild: readonly StepName[] = ['unit', 'vscode', 'vsix', 'ui'];
const needEditor: readonly StepName[] = ['vscode', 'vsix', 'ui'];

try {
  finish(await runAll(readTestOptions(process.argv.slice(2))));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  finish({ passed: 0, failed: 1 });
}

async function runAll(options: TestOptions): Promise<Tally> {
  const context = { cleanup, options };
  // It waits for the network most of the time, so it goes on beside what needs no editor.
  const prepared = options.only.some(step => needEditor.includes(step)) ? prepareEditors(options) : undefined;
  const built = await runCheck(build(context));
  const tallies = [built];
  for (const step of options.only) {
    const obstacle =
      built.failed > 0 && needBuild.includes(step)
        ? 'the build failed'
        : needEditor.includes(step)
          ? await prepared
          : undefined;
    for (const check of checksOf(step, context)) {
      tallies.push(obstacle === undefined ? await runCheck(check) : reportObstacle(check, obstacle));
    }
  }
  return addUp(tallies);
}

async function runCheck({ title, run }: Check): Promise<Tally> {
  console.log(`\n> ${title}`);
  const start = performance.now();
  const tally = await run();
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${tally.failed > 0 ? '✖' : '✔'} ${title}: ${describe(tally)} in ${seconds} s`);
  return tally;
}

function reportObstacle({ title }: Check, obstacle: string): Tally {
  console.log(`\n✖ ${title}: not run, since ${obstacle}`);
  return { passed: 0, failed: 1 };
}

function describe({ passed, failed }: Tally): string {
  return `${passed} passed, ${failed} failed`;
}

/** The last line that is printed stands alone and has always the same form: other programs read it. */
function finish(tally: Tally): never {
  console.log(`\n${describe(tally)}`);
  process.exit(tally.failed > 0 ? 1 : 0);
}
