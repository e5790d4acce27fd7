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

/** Each pair has a VS Code of its own, since an extension is activated once, and every other pair the other order. */
export async function activations(
  cleanup: Cleanup,
  { release, pairs }: BenchOptions,
): Promise<readonly Measure[]> {
  const empty = 'bench.empty';
  const linked = [root, emptyExtension(cleanup, 'empty'), emptyExtension(cleanup, 'warm-up')];
  const [own, others, ratios] = [[] as number[], [] as number[], [] as number[]];
  for (let pair = 0; pair < pairs; pair += 1) {
    const order = pair % 2 === 0 ? [ours, empty] : [empty, ours];
    const times = await run(cleanup, 'activation', release, linked, { BYOK_BENCH_PAIR: order.join(',') });
    const [mine = NaN, other = NaN] = [ours, empty].map(
      id => times.find(({ measure }) => measure === id)?.value,
    );
    own.push(mine);
    others.push(other);
    ratios.push(mine / other);
  }
  return [
    {
      measure: 'activation, to an empty extension’s',
      value: median(ratios),
      unit: '×',
      limit: { atMost: 1.5 },
      note: `median of ${pairs} pairs (${ratios.map(ratio => ratio.toFixed(2)).join(', ')}); ${median(own).toFixed(1)} ms and ${median(others).toFixed(1)} ms`,
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
