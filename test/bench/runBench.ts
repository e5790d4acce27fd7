import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { Cleanup } from '../harness/cleanup.ts';
import { root } from '../harness/paths.ts';
import { prepareEditors } from '../harness/prepareEditors.ts';
import { runVisibly } from '../harness/runVisibly.ts';
import { type BenchOptions, type GroupName, readBenchOptions } from './benchOptions.ts';
import { activations, inProbedHost } from './inHost.ts';
import { type Measure, isMet, table } from './measure.ts';
import type * as Pages from './pages/measurePages.ts';
import { sizes } from './sizes.ts';

const cleanup = new Cleanup();

const inHost = (group: GroupName) => (options: BenchOptions) => inProbedHost(cleanup, group, options);

/** Bundled, since the organization that it serves is code of the extension. */
const inBrowser = (options: BenchOptions) => {
  const { measurePages } = createRequire(import.meta.url)(
    join(root, 'dist/test/bench/pages/measurePages.js'),
  ) as typeof Pages;
  return measurePages(options);
};

const groups: Readonly<Record<GroupName, (options: BenchOptions) => Promise<readonly Measure[]>>> = {
  sizes: () => sizes(cleanup),
  activation: options => activations(cleanup, options),
  listing: inHost('listing'),
  rows: inHost('rows'),
  quiet: inHost('quiet'),
  memory: inHost('memory'),
  clusters: inHost('clusters'),
  pure: inHost('pure'),
  pages: inBrowser,
};

try {
  process.exit((await bench(readBenchOptions(process.argv.slice(2)))) ? 0 : 1);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

/** Whether everything could be measured. A limit that is missed is a result like another. */
async function bench(options: BenchOptions): Promise<boolean> {
  if (!(await runVisibly(cleanup, 'node', ['esbuild.mjs', '--production']))) {
    throw new Error('The build failed.');
  }
  const obstacle = await prepareEditors({
    only: [options.only.includes('pages') ? 'ui' : 'vscode'],
    releases: [options.release],
  });
  if (obstacle !== undefined) throw new Error(obstacle);
  const measures: Measure[] = [];
  const unmeasured: { readonly group: GroupName; readonly why: string }[] = [];
  for (const group of options.only) {
    console.log(`\n> ${group}`);
    try {
      measures.push(...(await groups[group](options)));
    } catch (error) {
      unmeasured.push({ group, why: error instanceof Error ? error.message : String(error) });
    }
  }
  const { node, vscode } = options.release;
  const [cpu] = cpus();
  console.log(`\nVS Code ${vscode} (Node ${node}), ${cpus().length} × ${cpu?.model}\n\n${table(measures)}`);
  for (const { group, why } of unmeasured) console.log(`\n✖ ${group} could not be measured: ${why}`);
  mkdirSync(join(root, 'bench'), { recursive: true });
  const results = {
    at: new Date().toISOString(),
    vscode,
    node,
    processors: cpus().map(({ model }) => model),
    measures: measures.map(each => ({ ...each, met: isMet(each) })),
    unmeasured,
  };
  writeFileSync(join(root, 'bench/results.json'), `${JSON.stringify(results, undefined, 2)}\n`);
  return unmeasured.length === 0;
}
