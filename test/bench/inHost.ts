import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Cleanup } from '../harness/cleanup.ts';
import { runInExtensionHost } from '../harness/extensionHost.ts';
import { companion, root } from '../harness/paths.ts';
import { temporaryFolder } from '../harness/temporaryFolder.ts';
import type { BenchOptions, GroupName } from './benchOptions.ts';
import { emptyExtension, ours, probedExtension } from './extensions.ts';
import { type Measure, median } from './measure.ts';

/** One group in an extension host of its own, on the built extension. */
export async function inProbedHost(
  cleanup: Cleanup,
  group: GroupName,
  { release, hidden }: BenchOptions,
): Promise<readonly Measure[]> {
  return await run(cleanup, group, release, [probedExtension(cleanup)], {
    BYOK_BENCH_HIDDEN: String(hidden),
    // The hook that counts timers makes everything else slow.
    ...(group === 'quiet' ? { BYOK_BENCH_TIMERS: 'yes' } : {}),
  });
}

/**
 * Each time in a VS Code of its own, since an extension is activated once: between empty extensions, so that what the
 * machine does meanwhile slows both.
 */
export async function activations(
  cleanup: Cleanup,
  { release, rounds }: BenchOptions,
): Promise<readonly Measure[]> {
  const before = ['empty-1', 'empty-2'];
  const after = ['empty-3', 'empty-4'];
  const names = [...before, ...after, 'warm-up'];
  const linked = [root, ...names.map(name => emptyExtension(cleanup, name))];
  const idOf = (name: string): string => `bench.${name}`;
  const order = [...before.map(idOf), ours, ...after.map(idOf)];
  const [own, others, ratios] = [[] as number[], [] as number[], [] as number[]];
  for (let round = 0; round < rounds; round += 1) {
    const times = await run(cleanup, 'activation', release, linked, { BYOK_BENCH_ORDER: order.join(',') });
    const mine = times.find(({ measure }) => measure === ours)?.value ?? NaN;
    const empty = median(times.filter(({ measure }) => measure !== ours).map(({ value }) => value));
    own.push(mine);
    others.push(empty);
    ratios.push(mine / empty);
  }
  return [
    {
      measure: 'activation, to an empty extension’s',
      value: median(ratios),
      unit: '×',
      limit: { atMost: 1.5 },
      note: `median of ${rounds} (${ratios.map(ratio => ratio.toFixed(2)).join(', ')}), each to the median of four; ${median(own).toFixed(1)} ms and ${median(others).toFixed(1)} ms`,
    },
  ];
}

async function run(
  cleanup: Cleanup,
  group: GroupName,
  release: BenchOptions['release'],
  linked: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<readonly Measure[]> {
  const results = join(temporaryFolder(cleanup), 'results.jsonl');
  await runInExtensionHost({
    release,
    developedExtension: companion,
    tests: join(root, 'dist/test/bench/host'),
    linked,
    env: { ...env, BYOK_BENCH_RESULTS: results, BYOK_TEST_GREP: `bench: ${group}` },
  });
  if (!existsSync(results)) throw new Error('Nothing was measured.');
  const lines = readFileSync(results, 'utf8').trim().split('\n');
  return lines.map(line => JSON.parse(line) as Measure);
}
