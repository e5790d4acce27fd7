import { parseArgs } from 'node:util';
import { namesIn, readOptions } from './readOptions.ts';
import { type Release, findRelease, releases } from './releases.ts';

export const stepNames = ['types', 'lint', 'unit', 'vscode', 'vsix', 'ui'] as const;

export type StepName = (typeof stepNames)[number];

export interface TestOptions {
  readonly only: readonly StepName[];
  readonly releases: readonly Release[];
  readonly grep: string | undefined;
  /** "1/2": of the files of the tests through the browser, every second one, from the first on. */
  readonly part: string | undefined;
  /** Whether what is in `dist` is to be taken as it is. */
  readonly isBuilt: boolean;
}

const usage = `npm test [-- options]
  --only=${stepNames.join(',')}   these steps alone
  --version=${releases.map(({ vscode }) => vscode).join(' | ')}   in this VS Code alone
  --grep=PATTERN   the tests alone whose name matches
  --built   what is in dist, as it is`;

/** Throws with what is wrong and the usage. */
export function readTestOptions(args: readonly string[]): TestOptions {
  return readOptions(usage, () => {
    const { values } = parseArgs({
      args: [...args],
      options: {
        only: { type: 'string' },
        version: { type: 'string' },
        grep: { type: 'string' },
        part: { type: 'string' },
        built: { type: 'boolean', default: false },
      },
    });
    return {
      only: namesIn(values.only, 'step', stepNames),
      releases: values.version === undefined ? releases : [findRelease(values.version)],
      grep: values.grep,
      part: values.part,
      isBuilt: values.built,
    };
  });
}
