import { existsSync, readFileSync } from 'node:fs';

export interface Tally {
  readonly passed: number;
  readonly failed: number;
}

export function addUp(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (sum, { passed, failed }) => ({ passed: sum.passed + passed, failed: sum.failed + failed }),
    { passed: 0, failed: 0 },
  );
}

export function describeTally({ passed, failed }: Tally): string {
  return `${passed} passed, ${failed} failed`;
}

/** Takes the last line, which `describeTally` made, off what a run printed; a run that ended without one has failed. */
export function parseTally(printed: string): { readonly shown: string; readonly tally: Tally } {
  const end = /\n(\d+) passed, (\d+) failed\s*$/.exec(printed);
  if (!end) return { shown: `${printed.trimEnd()}\n✖ it ended early`, tally: { passed: 0, failed: 1 } };
  const tally = { passed: Number(end[1]), failed: Number(end[2]) };
  return { shown: printed.slice(0, end.index).trimEnd(), tally };
}

/**
 * What a run of tests counts as: what its reporter wrote to `results`, and one failure more when the run
 * failed, or ended early, without a failed test to show for it, or when it ran no test.
 */
export function readTally(results: string, succeeded: boolean): Tally {
  const tally: Tally = existsSync(results)
    ? (JSON.parse(readFileSync(results, 'utf8')) as Tally)
    : { passed: 0, failed: 0 };
  const unexplained = tally.failed === 0 && (!succeeded || tally.passed === 0);
  return unexplained ? { ...tally, failed: 1 } : tally;
}
