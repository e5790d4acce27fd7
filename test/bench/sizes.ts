import { globSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Cleanup } from '../harness/cleanup.ts';
import { root } from '../harness/paths.ts';
import { runQuietly } from '../harness/runQuietly.ts';
import { temporaryFolder } from '../harness/temporaryFolder.ts';
import type { Measure } from './measure.ts';

interface Output {
  readonly entryPoint?: string;
  readonly imports: readonly { readonly path: string; readonly kind: string }[];
}

interface Metafile {
  readonly outputs: Readonly<Record<string, Output>>;
}

const dist = join(root, 'dist');
const entry = 'dist/extension.js';

/** What is loaded by signing in, looking at the view and at documents, and the commands for that; and the demo. */
const browsing = ['parts', 'commands', 'service', 'keyDocuments', 'demo'];

/** How large is what was built, and what each part that is loaded late brings with it. */
export async function sizes(cleanup: Cleanup): Promise<readonly Measure[]> {
  const metafiles = JSON.parse(readFileSync(join(dist, 'meta.json'), 'utf8')) as readonly Metafile[];
  const outputs = Object.assign({}, ...metafiles.map(each => each.outputs)) as Metafile['outputs'];
  const code = Object.keys(outputs).filter(file => /^dist\/[^/]+\.js$/.test(file));
  const eager = withImports(entry, outputs);
  const late = code.filter(file => file !== entry && outputs[file]?.entryPoint !== undefined);
  const nameOf = (file: string): string => basename(outputs[file]?.entryPoint ?? file, '.ts');
  const browsed = late.filter(file => browsing.includes(nameOf(file)));
  const parts = late.filter(file => nameOf(file) === 'parts').flatMap(file => withImports(file, outputs));
  if (browsed.length !== browsing.length) throw new Error('A part for browsing is not loaded late.');
  return [
    {
      measure: 'code at activation',
      value: kiloBytes(eager),
      unit: 'kB',
      limit: { atMost: 40 },
      note: `minified, ${eager.length} files`,
    },
    {
      measure: 'code that browsing loads',
      value: kiloBytes([...new Set([entry, ...browsed].flatMap(file => withImports(file, outputs)))]),
      unit: 'kB',
      limit: { atMost: 150 },
      note: `minified; with ${browsing.join(', ')}`,
    },
    {
      measure: 'all code of the extension host',
      value: kiloBytes(code),
      unit: 'kB',
      limit: { atMost: 150 },
      note: `minified, ${code.length} files; the limit was set for browsing alone`,
    },
    ...late
      .map((file): Measure => {
        const isThere = nameOf(file) === 'parts' ? eager : [...eager, ...parts];
        return {
          measure: `  late: ${nameOf(file)}`,
          value: kiloBytes(withImports(file, outputs).filter(each => !isThere.includes(each))),
          unit: 'kB',
          note: 'with what it shares with others but parts',
        };
      })
      .toSorted((a, b) => b.value - a.value),
    ...mediaSizes(),
    await packageSize(cleanup),
  ];
}

/** A file and what it loads at once, itself and through others. */
function withImports(file: string, outputs: Metafile['outputs']): readonly string[] {
  const found = new Set<string>();
  const add = (each: string): void => {
    if (found.has(each)) return;
    found.add(each);
    // The build drops an import that takes nothing, but to esbuild it is one.
    const text = readFileSync(join(root, each), 'utf8');
    for (const { path, kind } of outputs[each]?.imports ?? []) {
      if (kind === 'import-statement' && path in outputs && text.includes(`require("./${basename(path)}")`))
        add(path);
    }
  };
  add(file);
  return [...found];
}

function mediaSizes(): readonly Measure[] {
  return globSync('media/*.js', { cwd: dist }).flatMap((file): readonly Measure[] => {
    const content = readFileSync(join(dist, file));
    const name = basename(file, '.js');
    return [
      { measure: `page ${name}, minified`, value: content.length / 1000, unit: 'kB', limit: { atMost: 150 } },
      {
        measure: `page ${name}, gzip`,
        value: gzipSync(content).length / 1000,
        unit: 'kB',
        limit: { atMost: 45 },
      },
    ];
  });
}

async function packageSize(cleanup: Cleanup): Promise<Measure> {
  const vsix = join(temporaryFolder(cleanup), 'extension.vsix');
  const options = ['--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links'];
  await runQuietly(join(root, 'node_modules/.bin/vsce'), ['package', ...options, '--out', vsix], {
    cwd: root,
  });
  return { measure: 'the .vsix', value: statSync(vsix).size / 1000, unit: 'kB', limit: { atMost: 400 } };
}

function kiloBytes(files: readonly string[]): number {
  return files.reduce((sum, file) => sum + statSync(join(root, file)).size, 0) / 1000;
}
