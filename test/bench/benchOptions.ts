import { parseArgs } from 'node:util';
import { namesIn, readOptions } from '../harness/readOptions.ts';
import { type Release, findRelease, newest } from '../harness/releases.ts';

export const groupNames = [
  'sizes',
  'activation',
  'listing',
  'rows',
  'quiet',
  'memory',
  'clusters',
  'pure',
  'pages',
] as const;

export type GroupName = (typeof groupNames)[number];

export interface BenchOptions {
  readonly only: readonly GroupName[];
  readonly release: Release;
  /** How many activations, and openings of a page. */
  readonly rounds: number;
  /** How long the view is hidden, in seconds. */
  readonly hidden: number;
}

const usage = `npm run bench [-- options]
  --only=${groupNames.join(',')}   these alone
  --version=1.104   in this VS Code; the newest unless given
  --rounds=7   activations, and openings of a page
  --hidden=60   seconds without the view`;

/** Throws with what is wrong and the usage. */
export function readBenchOptions(args: readonly string[]): BenchOptions {
  return readOptions(usage, () => {
    const { values } = parseArgs({
      args: [...args],
      options: {
        only: { type: 'string' },
        version: { type: 'string' },
        rounds: { type: 'string', default: '7' },
        hidden: { type: 'string', default: '60' },
      },
    });
    return {
      only: namesIn(values.only, 'group', groupNames),
      release: values.version === undefined ? newest : findRelease(values.version),
      rounds: positive(values.rounds),
      hidden: positive(values.hidden),
    };
  });
}

function positive(text: string): number {
  const number = Number(text);
  if (Number.isFinite(number) && number > 0) return number;
  throw new Error(`"${text}" is not a number above 0.`);
}
