import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Cleanup } from './cleanup.ts';
import { root } from './paths.ts';
import { type Tally, parseTally } from './tally.ts';
import type { StepName, TestOptions } from './testOptions.ts';

/** What runs by itself, beside others: a process of its own with these options. */
export interface Job {
  readonly step: StepName;
  readonly args: readonly string[];
}

/** How many jobs run at a time. The tests wait for editors most of their time, and two editors fit any machine. */
const lanes = Math.min(2, availableParallelism());

/** The tests through the browser take longest; each part has its own editors. */
const browserParts = ['1/2', '2/2'];

export function jobsOf({ only, releases, grep, part }: TestOptions): readonly Job[] {
  const matching = grep === undefined ? [] : [`--grep=${grep}`];
  // A part without a test that matches counts as failed: so there are parts only of the whole.
  const parts = part !== undefined || grep !== undefined ? [part] : browserParts;
  return only.flatMap(step => {
    const variants =
      step === 'vscode'
        ? releases.map(({ vscode }) => [`--version=${vscode}`])
        : step === 'ui'
          ? parts.map(each => (each === undefined ? [] : [`--part=${each}`]))
          : [[]];
    const version = step === 'vscode' ? [] : releases.slice(-1).map(({ vscode }) => `--version=${vscode}`);
    return variants.map(variant => ({ step, args: [`--only=${step}`, ...version, ...variant, ...matching] }));
  });
}

/** Runs the jobs, a few at a time, and shows what each printed when it has ended. */
export async function runJobs(
  cleanup: Cleanup,
  jobs: readonly Job[],
  obstacleTo: (step: StepName) => Promise<string | undefined>,
): Promise<readonly Tally[]> {
  const tallies: Tally[] = [];
  const waiting = jobs.values();
  const lane = async (): Promise<void> => {
    for (const job of waiting) {
      const obstacle = await obstacleTo(job.step);
      if (obstacle !== undefined) console.log(`\n✖ ${job.step}: not run, since ${obstacle}`);
      tallies.push(obstacle === undefined ? await runJob(cleanup, job) : { passed: 0, failed: 1 });
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return tallies;
}

async function runJob(cleanup: Cleanup, { args }: Job): Promise<Tally> {
  const runner = join(root, 'test/harness/runSteps.ts');
  const child = spawn(process.execPath, [runner, '--built', ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  cleanup.add(() => child.kill());
  const chunks: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  await new Promise((resolve, reject) => child.on('error', reject).on('close', resolve));
  const { shown, tally } = parseTally(Buffer.concat(chunks).toString());
  console.log(shown);
  return tally;
}
