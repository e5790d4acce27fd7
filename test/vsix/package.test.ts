import assert from 'node:assert/strict';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import type { ConfluentByok } from '../../src/exported/exports';

const id = 'byok-tools.confluent-byok';

/** Everything that may be in the package: a file that no line allows is one too many, a line without a file one too few. */
const allowed: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['the manifest', /^package\.json$/],
  ["the manifest's texts", /^package\.nls(\.[\w-]+)?\.json$/],
  ['the texts of the code in other languages', /^l10n\/bundle\.l10n\.[\w-]+\.json$/],
  ['what runs from the start', /^dist\/extension\.js$/],
  ['what is loaded when it is needed', /^dist\/\w+-[A-Z0-9]{8}\.js$/],
  ['the script of a page', /^dist\/media\/\w+\.js$/],
  ['the style of a page', /^dist\/media\/\w+\.css$/],
  ['the licences of what is in these', /^dist\/NOTICES\.txt$/],
  ['the icon', /^media\/icon\.png$/],
  ['pictures of the views', /^media\/(walkthrough\/)?\w+\.svg$/],
  ['pictures of the README', /^media\/pictures\/\w+\.webp$/],
  ['the schema of a key', /^media\/key(\.\w+)?\.schema\.json$/],
  ['what the marketplace shows', /^(readme|changelog)\.md$/i],
  ['the licence', /^LICENSE(\.txt)?$/],
];

/** What VS Code adds when it installs a package. */
const added = ['.vsixmanifest'];

const secrets: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['a private key', /-----BEGIN [A-Z ]*PRIVATE KEY/],
  ['a Confluent Cloud API secret', /\bcflt[A-Za-z0-9+/]{50,}|["'`][A-Za-z0-9+/]{64}["'`]/],
  ['an AWS access key', /\b(AKIA|ASIA)[A-Z0-9]{16}\b/],
  ['a Google API key', /\bAIza[\w-]{35}\b/],
  ['a GitHub token', /\b(gh[pousr]_\w{36}|github_pat_\w{22,})/],
  ['an npm token', /\bnpm_\w{36}\b/],
  ['a JSON web token', /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}/],
  ['a source map, which holds sources and paths', /[#@] sourceMappingURL=/],
  ['a path of the machine that built it', /\/(home|root|Users|work)\/[\w.-]+\/(src|node_modules)\b/],
];

function installed(): vscode.Extension<ConfluentByok> {
  const extension = vscode.extensions.getExtension<ConfluentByok>(id);
  assert.ok(extension, `${id} is not installed`);
  return extension;
}

describe('the installed package', () => {
  let folder: string;
  let files: readonly string[];

  before(() => {
    folder = installed().extensionPath;
    files = readdirSync(folder, { recursive: true })
      .map(file => String(file).replaceAll(path.sep, '/'))
      .filter(file => statSync(path.join(folder, file)).isFile() && !added.includes(file));
  });

  it('is not this repository', () => {
    assert.notEqual(folder, process.cwd());
    assert.ok(!files.includes('esbuild.mjs'));
  });

  it('holds what runs and nothing else', () => {
    const unexpected = files.filter(file => !allowed.some(([, pattern]) => pattern.test(file)));
    const missing = allowed.filter(([, pattern]) => !files.some(file => pattern.test(file)));
    assert.deepEqual({ unexpected, missing: missing.map(([what]) => what) }, { unexpected: [], missing: [] });
  });

  it('holds every file that its manifest names', () => {
    const manifest = readFileSync(path.join(folder, 'package.json'), 'utf8');
    const named = [...manifest.matchAll(/"(?:\.\/)?((?:media|dist)\/[\w./-]+)"/g)].flatMap(
      ([, file]) => file ?? [],
    );
    assert.ok(named.length > 0);
    assert.deepEqual(
      named.filter(file => !files.includes(file)),
      [],
    );
  });

  for (const [what, pattern] of secrets) {
    it(`holds nothing that looks like ${what}`, () => {
      const found = files
        .filter(file => !file.endsWith('.png'))
        .filter(file => pattern.test(readFileSync(path.join(folder, file), 'utf8')));
      assert.deepEqual(found, []);
    });
  }

  it('stays within 400 kB', () => {
    const vsix = process.env['BYOK_TEST_VSIX'];
    assert.ok(vsix);
    const { size } = statSync(vsix);
    assert.ok(size <= 400_000, `${size} bytes`);
  });
});

describe('the installed extension', () => {
  it('shows the demo organization and opens the JSON of a key', async () => {
    const extension = installed();
    const api = await extension.activate();
    const connection = await vscode.commands.executeCommand<string>('byok.exploreDemo');
    const keys = api.keys(connection);
    const [first] = keys;
    assert.ok(first);
    await vscode.commands.executeCommand('byok.openKeyJson', first.id);
    const document = vscode.window.activeTextEditor?.document;
    assert.deepEqual(
      {
        isActive: extension.isActive,
        connections: api.connections().map(({ id, kind }) => ({ id, kind })),
        keys: keys.length,
        address: document && [document.uri.scheme, path.posix.basename(document.uri.path)],
        language: document?.languageId,
        json: document && (JSON.parse(document.getText()) as unknown),
      },
      {
        isActive: true,
        connections: [{ id: connection, kind: 'demo' }],
        keys: 18,
        address: ['byok', `${first.id}.json`],
        language: 'json',
        json: first.raw,
      },
    );
  });
});
