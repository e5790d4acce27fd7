// Builds everything there is to build: the extension, what it loads late, the pages, and the tests.
//   node esbuild.mjs [--production] [--watch] [--only=extension,media,tests] [--outdir=dist]
import { build, context, transform } from 'esbuild';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { readFile, writeFile, mkdir } from 'node:fs/promises';
import path from 'node:path';

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');
const valueOf = name => process.argv.find(arg => arg.startsWith(`--${name}=`))?.slice(`--${name}=`.length);
const only = valueOf('only')?.split(',');
const outdir = valueOf('outdir') ?? 'dist';

/** The files below a folder whose path there matches, with the folder before them. */
function filesBelow(folder, pattern) {
  const files = existsSync(folder) ? readdirSync(folder, { recursive: true }) : [];
  return files
    .map(file => file.replaceAll(path.sep, '/'))
    .filter(file => pattern.test(file))
    .map(file => `${folder}/${file}`);
}

/**
 * The extension is CommonJS, and esbuild splits ES modules alone: it splits, and then each file is made CommonJS.
 * What `await import()` names is loaded at its first use, and nothing is bundled twice.
 */
const toCommonJs = {
  name: 'to-common-js',
  setup({ initialOptions, onEnd }) {
    onEnd(async ({ outputFiles = [], metafile }) => {
      const texts = new Map(
        outputFiles.map(({ path: file, text }) => [path.resolve(file), withRequire(text)]),
      );
      // Not for debugging, since source maps are of files.
      if (production) for (const source of inOneFile) takeIn(source, texts, metafile.outputs);
      for (const [file, text] of texts) {
        await mkdir(path.dirname(file), { recursive: true });
        await writeFile(file, file.endsWith('.js') ? await commonJs(file, text, initialOptions) : text);
      }
    });
  },
};

/** What is read at every start, and what is read when somebody looks at the view. */
const inOneFile = ['src/extension.ts', 'src/parts.ts'];

/**
 * Opening a file costs more than the code in it: an entry takes in the chunks that it imports, each in a scope of its
 * own, and other files take them from there. Changes `texts`, and `outputs`, which describe them.
 */
function takeIn(source, texts, outputs) {
  const entry = Object.keys(outputs).find(file => outputs[file].entryPoint === source);
  const chunks = chunksOf(entry, outputs);
  const names = new Map(chunks.map((chunk, index) => [requireOf(chunk), `p${index}`]));
  /** The text of a file that takes the chunks from `from`. */
  const take = (file, from) =>
    texts
      .get(path.resolve(file))
      .replace(/require\("[^"]+"\)/g, call => (names.has(call) ? from + names.get(call) : call));
  const scopes = chunks.map((chunk, index) => {
    const text = take(chunk, '').replace(/^module\.exports = /m, 'return ');
    return `const p${index} = (() => {\n${text}\n})();\n`;
  });
  const shared = `Object.assign(module.exports, { ${[...names.values()].join(', ')} });\n`;
  texts.set(path.resolve(entry), scopes.join('') + take(entry, '') + shared);
  for (const chunk of chunks) {
    texts.delete(path.resolve(chunk));
    delete outputs[chunk];
  }
  const holder = path.basename(source, '.ts');
  for (const [file, output] of Object.entries(outputs)) {
    const kept = output.imports.filter(each => !chunks.includes(each.path));
    if (kept.length === output.imports.length) continue;
    output.imports = file === entry ? kept : [...kept, { path: entry, kind: 'import-statement' }];
    const text = file === entry ? '' : take(file, `${holder}.`);
    // esbuild also names imports that take nothing.
    if (text.includes(`= ${holder}.`)) {
      texts.set(path.resolve(file), `const ${holder} = ${requireOf(entry)};\n${text}`);
    }
  }
}

/** The chunks that a file imports at once, itself and through others; each after what it imports. */
function chunksOf(file, outputs, found = []) {
  for (const { path: chunk, kind } of outputs[file].imports) {
    const isChunk = outputs[chunk] && outputs[chunk].entryPoint === undefined;
    if (kind !== 'import-statement' || !isChunk || found.includes(chunk)) continue;
    chunksOf(chunk, outputs, found);
    found.push(chunk);
  }
  return found;
}

const requireOf = file => `require("./${path.basename(file)}")`;

async function commonJs(file, text, { sourcemap, target }) {
  const options = {
    format: 'cjs',
    platform: 'node',
    target,
    minify: production,
    sourcemap: sourcemap && 'inline',
    sourcefile: path.basename(file),
    legalComments: 'none',
  };
  return (await transform(text, options)).code;
}

/**
 * esbuild itself would put half a kilobyte of helpers into each file, and read every name of `vscode` once for each
 * source file. What it prints with white space has one form, and keeps its lines here for the source map.
 */
function withRequire(text) {
  const imported = list => list.replace(/([\w$]+) as ([\w$]+)/g, '$1: $2');
  const exported = list => list.replace(/([\w$]+) as ([\w$]+)/g, '$2: $1');
  let first;
  const vscode = name => `const ${name} = ${first ?? ((first = name), 'require("vscode")')};`;
  const converted = text
    .replace(/^import \* as ([\w$]+) from "vscode";$/gm, (_, name) => vscode(name))
    .replace(/^import \* as ([\w$]+) from ("[^"]+");$/gm, 'const $1 = require($2);')
    .replace(/^import (\{[^}]*\}) from ("[^"]+");$/gm, (_, list, file) => {
      return `const ${imported(list)} = require(${file});`;
    })
    // Only for the order of effects, and none of the files has one.
    .replace(/^import "\.\/[^"]+";$/gm, '')
    .replace(/^export (\{[^}]*\});$/gm, (_, list) => `module.exports = ${exported(list)};`)
    .replace(/\bawait import\(("\.\/[^"]+")\)/g, 'await require($1)')
    .replace(/\bimport\(("\.\/[^"]+")\)/g, 'Promise.resolve().then(() => require($1))');
  if (/^(import|export) /m.test(converted)) throw new Error('A form of import or export is not converted.');
  return converted;
}

/** `node-fetch` 2 reads addresses by `url.parse`, of which Node warns: it gets another module of that name. */
const withoutUrlParse = {
  name: 'without-url-parse',
  setup({ onResolve }) {
    onResolve({ filter: /^url$/ }, ({ importer }) =>
      /[\\/]node-fetch[\\/]/.test(importer) ? { path: path.resolve('src/api/nodeFetchUrl.ts') } : undefined,
    );
  },
};

const node = {
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node22',
  external: ['vscode'],
  // whatwg-url brings 265 kB of tables for what Node has built in.
  alias: { 'whatwg-url': 'node:url' },
  plugins: [withoutUrlParse],
  logLevel: 'warning',
};

const extension = {
  ...node,
  format: 'esm',
  splitting: true,
  entryPoints: ['src/extension.ts'],
  chunkNames: '[name]-[hash]',
  outdir,
  write: false,
  plugins: [...node.plugins, toCommonJs],
  minifyIdentifiers: production,
  minifySyntax: production,
  sourcemap: production ? false : 'inline',
  legalComments: 'none',
  metafile: true,
};

const media = {
  bundle: true,
  platform: 'browser',
  format: 'iife',
  target: 'es2022',
  entryPoints: filesBelow('media', /^\w+\/main\.ts$/).map(file => ({
    in: file,
    out: path.basename(path.dirname(file)),
  })),
  outdir: `${outdir}/media`,
  minify: production,
  sourcemap: production ? false : 'linked',
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
};

const tests = {
  ...node,
  entryPoints: [
    ...filesBelow('test', /\.test\.ts$/).map(file => ({
      in: file,
      out: file.slice('test/'.length, -'.ts'.length),
    })),
    { in: 'test/vscode/index.ts', out: 'vscode/index' },
    { in: 'test/pictures/takePictures.ts', out: 'pictures/takePictures' },
    { in: 'test/bench/pages/measurePages.ts', out: 'bench/pages/measurePages' },
    ...['probe', 'serviceProcess'].map(name => ({
      in: `test/bench/host/${name}.ts`,
      out: `bench/host/${name}`,
    })),
  ],
  outdir: `${outdir}/test`,
  // Tools that the tests drive; they find their own files beside them and are not bundled.
  external: [
    'vscode',
    'mocha',
    'playwright-core',
    'esbuild',
    'axe-core',
    '@cdktf/hcl2json',
    '@vscode/l10n-dev',
  ],
  sourcemap: 'linked',
};

/** What is in the bundles and under which licence: the notices that their licences ask for. */
async function writeNotices(metafiles) {
  const packages = new Set();
  for (const file of metafiles.flatMap(metafile => Object.keys(metafile.inputs))) {
    const name = /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file)?.[0];
    if (name !== undefined) packages.add(name);
  }
  const notices = await Promise.all(
    [...packages].sort().map(async folder => {
      const { name, version, license } = JSON.parse(
        await readFile(path.join(folder, 'package.json'), 'utf8'),
      );
      const file = readdirSync(folder).find(name => /^licen[cs]e/i.test(name));
      const text =
        file === undefined ? `Licence: ${license}` : (await readFile(path.join(folder, file), 'utf8')).trim();
      return `${name} ${version} (${license})\n\n${text}\n`;
    }),
  );
  const title = 'Software of others that is part of this extension, with its licences.\n';
  await writeFile(`${outdir}/NOTICES.txt`, [title, ...notices].join(`\n${'-'.repeat(80)}\n\n`));
}

const wanted = { extension, media, tests };
const names = Object.keys(wanted).filter(name => only?.includes(name) ?? true);
const options = names
  .map(name => wanted[name])
  .filter(({ entryPoints }) => Object.keys(entryPoints).length > 0);

if (watch) {
  for (const each of options) await (await context({ ...each, logLevel: 'info' })).watch();
} else {
  if (only === undefined) rmSync(outdir, { recursive: true, force: true });
  await mkdir(outdir, { recursive: true });
  // Names of late parts have a hash of their content: those of before would stay.
  for (const file of filesBelow(outdir, /^[^/]+\.js$/)) if (names.includes('extension')) rmSync(file);
  const results = await Promise.all(options.map(build));
  const metafiles = results.flatMap(({ metafile }) => metafile ?? []);
  if (only === undefined) await writeNotices(metafiles);
  await writeFile(`${outdir}/meta.json`, JSON.stringify(metafiles));
}
