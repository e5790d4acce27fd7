import { performance } from 'node:perf_hooks';
import { Cleanup } from './cleanup.ts';
import { type Job, jobsOf, runJobs } from './jobs.ts';
import { prepareEditors } from './prepareEditors.ts';
import { type Tally, addUp, describeTally } from './tally.ts';
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
  // It waits for the network most of the time, so it goes on beside what needs no editor.
  const prepared = options.only.some(step => needEditor.includes(step)) ? prepareEditors(options) : undefined;
  const built = options.isBuilt ? undefined : await runCheck(build({ cleanup, options }));
  const obstacleTo = async (step: StepName): Promise<string | undefined> =>
    built && built.failed > 0 && needBuild.includes(step)
      ? 'the build failed'
      : needEditor.includes(step)
        ? await prepared
        : undefined;
  const jobs = jobsOf(options);
  const tallies =
    jobs.length > 1 ? await runJobs(cleanup, jobs, obstacleTo) : await runHere(options, jobs, obstacleTo);
  return addUp(built ? [built, ...tallies] : tallies);
}

/** A single job is this process's own: what it prints is seen at once. */
async function runHere(
  options: TestOptions,
  jobs: readonly Job[],
  obstacleTo: (step: StepName) => Promise<string | undefined>,
): Promise<readonly Tally[]> {
  const tallies: Tally[] = [];
  for (const { step } of jobs) {
    const obstacle = await obstacleTo(step);
    for (const check of checksOf(step, { cleanup, options })) {
      tallies.push(obstacle === undefined ? await runCheck(check) : reportObstacle(check, obstacle));
    }
  }
  return tallies;
}

async function runCheck({ title, run }: Check): Promise<Tally> {
  console.log(`\n> ${title}`);
  const start = performance.now();
  const tally = await run();
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${tally.failed > 0 ? '✖' : '✔'} ${title}: ${describeTally(tally)} in ${seconds} s`);
  return tally;
}

function reportObstacle({ title }: Check, obstacle: string): Tally {
  console.log(`\n✖ ${title}: not run, since ${obstacle}`);
  return { passed: 0, failed: 1 };
}

/** The last line that is printed stands alone and has always the same form: other programs read it. */
function finish(tally: Tally): never {
  console.log(`\n${describeTally(tally)}`);
  process.exit(tally.failed > 0 ? 1 : 0);
}
