import { globSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowser } from './browser.ts';
import type { Cleanup } from './cleanup.ts';
import { type HostRun, runInExtensionHost } from './extensionHost.ts';
import { companion, root } from './paths.ts';
import { type Release, newest } from './releases.ts';
import { runVisibly } from './runVisibly.ts';
import { type Tally, readTally } from './tally.ts';
import { temporaryFolder } from './temporaryFolder.ts';
import type { StepName, TestOptions } from './testOptions.ts';

/** One thing to check, which counts as one, or as the tests that it ran. */
export interface Check {
  readonly title: string;
  readonly run: () => Promise<Tally>;
}

interface Context {
  readonly cleanup: Cleanup;
  readonly options: TestOptions;
}

const unitTimeout = 10_000;
const browserTimeout = 120_000;
const bundles = join(root, 'dist/test');

/** What everything after it needs. */
export function build(context: Context): Check {
  return command(context, 'build', 'node', 'esbuild.mjs', '--production');
}

export function checksOf(step: StepName, context: Context): readonly Check[] {
  const { releases, part } = context.options;
  const last = releases.at(-1) ?? newest;
  switch (step) {
    case 'types':
      return [
        command(context, 'types', 'tsc', '-p', '.'),
        command(context, 'types of the webviews', 'tsc', '-p', 'media'),
      ];
    case 'lint':
      return [
        command(context, 'lint', 'eslint', '.', '--max-warnings=0'),
        command(context, 'format', 'prettier', '--check', '--log-level=warn', '.'),
      ];
    case 'unit':
      return [mocha(context, 'unit and contract tests', unitTests, unitTimeout)];
    case 'vscode':
      return releases.map(release =>
        extensionHost(context, `in VS Code ${release.vscode}`, async () => ({
          release,
          developedExtension: root,
          tests: join(bundles, 'vscode'),
        })),
      );
    case 'vsix':
      return [extensionHost(context, `installed in VS Code ${last.vscode}`, () => packaged(context, last))];
    case 'ui':
      return [
        mocha(
          context,
          `through the browser, VS Code ${last.vscode}${part === undefined ? '' : `, part ${part}`}`,
          () => partOf(testsIn('ui')(), part),
          browserTimeout,
          async () => ({
            BYOK_TEST_VERSION: last.vscode,
            BYOK_TEST_BROWSER: await ensureBrowser(),
          }),
        ),
      ];
  }
}

function command({ cleanup }: Context, title: string, program: string, ...args: readonly string[]): Check {
  const run = async () =>
    (await runVisibly(cleanup, program, args)) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  return { title, run };
}

function mocha(
  context: Context,
  title: string,
  files: () => readonly string[],
  timeout: number,
  env = async (): Promise<Record<string, string>> => ({}),
): Check {
  const runner = join(root, 'test/harness/mochaProcess.ts');
  return counted(context, title, async own =>
    runVisibly(context.cleanup, process.execPath, [runner, String(timeout), ...files()], {
      ...own,
      ...(await env()),
    }),
  );
}

function extensionHost(context: Context, title: string, prepare: () => Promise<Omit<HostRun, 'env'>>): Check {
  return counted(context, title, async env => {
    await runInExtensionHost({ ...(await prepare()), env });
    return true;
  });
}

/** A run of tests that leaves their number in a file. */
function counted(
  { cleanup, options }: Context,
  title: string,
  run: (env: Record<string, string>) => Promise<boolean>,
): Check {
  return {
    title,
    run: async () => {
      const results = join(temporaryFolder(cleanup), 'results.json');
      const env = {
        BYOK_TEST_RESULTS: results,
        ...(options.grep === undefined ? {} : { BYOK_TEST_GREP: options.grep }),
      };
      const succeeded = await run(env).catch((error: unknown) => {
        console.error(error instanceof Error ? error.message : error);
        return false;
      });
      return readTally(results, succeeded);
    },
  };
}

// As `npm run package`, after the build that there has been.
const packageArguments = [
  'package',
  '--no-dependencies',
  '--allow-missing-repository',
  '--no-rewrite-relative-links',
];

async function packaged({ cleanup }: Context, release: Release): Promise<Omit<HostRun, 'env'>> {
  const vsix = join(temporaryFolder(cleanup), 'extension.vsix');
  if (!(await runVisibly(cleanup, 'vsce', [...packageArguments, '--out', vsix]))) {
    throw new Error('The package could not be made.');
  }
  return {
    release,
    vsix,
    developedExtension: companion,
    tests: join(bundles, 'vsix'),
  };
}

const inAnEditor = ['vscode', 'vsix', 'ui', 'bench/host'];

const testsIn = (folder: string) => (): readonly string[] =>
  globSync(`${folder}/**/*.test.js`, { cwd: bundles }).map(file => join(bundles, file));

/** Of "2/3": every third of the files, from the second on. */
function partOf(files: readonly string[], part = '1/1'): readonly string[] {
  const [number = 1, count = 1] = part.split('/').map(Number);
  return files.toSorted().filter((_file, index) => index % count === number - 1);
}

function unitTests(): readonly string[] {
  return globSync('**/*.test.js', { cwd: bundles, exclude: inAnEditor }).map(file => join(bundles, file));
}
