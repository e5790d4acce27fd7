// node exportTexts.ts [FOLDER]: writes every text of the code to bundle.l10n.json there, for translators; `l10n`
// when no folder is given. The texts of package.json are in package.nls.json already.
import { type l10nJsonFormat, getL10nJson } from '@vscode/l10n-dev';
import { buildSync } from 'esbuild';
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Cleanup } from './cleanup.ts';
import { root } from './paths.ts';
import { temporaryFolder } from './temporaryFolder.ts';

const cleanup = new Cleanup();
const target = process.argv[2] ?? join(root, 'l10n');
const texts = { ...(await textsOfCalls()), ...textsOfTables() };
const sorted = Object.fromEntries(Object.entries(texts).sort(([a], [b]) => (a < b ? -1 : 1)));
mkdirSync(target, { recursive: true });
writeFileSync(join(target, 'bundle.l10n.json'), `${JSON.stringify(sorted, null, 2)}\n`);
cleanup.run();

/** What stands in the calls of `vscode.l10n.t`. */
async function textsOfCalls(): Promise<l10nJsonFormat> {
  const files = globSync('src/**/*.ts', { cwd: root }).sort();
  return getL10nJson(
    files.map(file => ({ extension: '.ts', contents: readFileSync(join(root, file), 'utf8') })),
  );
}

/** What stands in the tables that a file named `…Messages.ts` exports: sentences by their code. */
function textsOfTables(): l10nJsonFormat {
  const entryPoints = globSync('src/**/{m,*M}essages.ts', { cwd: root }).map(file => join(root, file));
  const outdir = temporaryFolder(cleanup);
  buildSync({
    entryPoints,
    outdir,
    outbase: root,
    bundle: true,
    platform: 'node',
    outExtension: { '.js': '.cjs' },
  });
  const load = createRequire(import.meta.url);
  const tables = globSync('**/*.cjs', { cwd: outdir }).flatMap(file =>
    Object.values(load(join(outdir, file)) as Record<string, unknown>),
  );
  const sentences = tables.flatMap((table): readonly unknown[] =>
    table !== null && typeof table === 'object' ? Object.values(table) : [],
  );
  return Object.fromEntries(
    sentences.filter(sentence => typeof sentence === 'string').map(sentence => [sentence, sentence]),
  );
}
