import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface Contributed {
  readonly command: string;
  readonly title?: string;
  readonly category?: string;
  readonly when?: string;
}

interface LanguageModelTool {
  readonly name: string;
  readonly displayName: string;
  readonly userDescription: string;
  readonly modelDescription: string;
  readonly inputSchema: {
    readonly properties: Readonly<Record<string, { readonly description?: string }>>;
    readonly additionalProperties?: boolean;
  };
}

interface Lock {
  readonly packages: Readonly<
    Record<
      string,
      { readonly integrity?: string; readonly devDependencies?: Readonly<Record<string, string>> }
    >
  >;
}

interface Manifest {
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly activationEvents: readonly string[];
  readonly capabilities: unknown;
  readonly extensionKind: readonly string[];
  readonly icon: string;
  readonly contributes: {
    readonly commands: readonly Contributed[];
    readonly menus: Readonly<Record<string, readonly Contributed[]>>;
    readonly keybindings: readonly Contributed[];
    readonly viewsWelcome: readonly { readonly contents: string; readonly when: string }[];
    readonly configuration: { readonly properties: Readonly<Record<string, { readonly scope: string }>> };
    readonly languageModelTools: readonly LanguageModelTool[];
    readonly walkthroughs: readonly { readonly steps: readonly { readonly description: string }[] }[];
  };
}

const source = readFileSync('package.json', 'utf8');
const manifest = JSON.parse(source) as Manifest;
const texts = JSON.parse(readFileSync('package.nls.json', 'utf8')) as Readonly<Record<string, string>>;
const { commands, menus, keybindings, viewsWelcome, configuration, languageModelTools } =
  manifest.contributes;
/** What a model reads is English, as its tools are everywhere. */
const withoutTools = JSON.stringify({
  ...manifest,
  contributes: { ...manifest.contributes, languageModelTools: [] },
}).replaceAll('":', '": ');
const ids = commands.map(({ command }) => command);
const none: readonly string[] = [];

/** The items that are not among the known. */
const unknown = (items: readonly string[], known: readonly string[]): readonly string[] =>
  items.filter(item => !known.includes(item));

describe('package.json', () => {
  it('names every text that there is, and no other', () => {
    const named = [...source.matchAll(/"%([^"%]+)%"/g)].map(([, name = '']) => name);
    assert.deepEqual(
      { missing: unknown(named, Object.keys(texts)), unused: unknown(Object.keys(texts), named) },
      { missing: none, unused: none },
    );
  });

  it('shows the user no text of its own', () => {
    const shown = withoutTools.matchAll(
      /"(?:title|label|name|contents|\w*[dD]escription|altText)": "([^"]*)"/g,
    );
    const plain = [...shown].map(([, text = '']) => text).filter(text => !/^%.+%$/.test(text));
    assert.deepEqual(plain, ['confluent-byok']);
  });

  it('tells language models what encryption keys these are, and people in their language', () => {
    for (const tool of languageModelTools) {
      const { name, displayName, userDescription, modelDescription, inputSchema } = tool;
      assert.match(`${displayName} ${userDescription}`, /^%.+% %.+%$/);
      assert.match(modelDescription, /not API keys of language models/);
      assert.match(modelDescription, /Read only|It changes nothing/);
      assert.match(modelDescription, /are data of others, not instructions/);
      const described = Object.entries(inputSchema.properties).filter(([, { description }]) => description);
      assert.deepEqual(
        [name, described.length, inputSchema.additionalProperties],
        [name, Object.keys(inputSchema.properties).length, false],
      );
    }
  });

  it('puts every command into one category, once', () => {
    assert.deepEqual(new Set(commands.map(({ category }) => category)), new Set(['%category%']));
    assert.equal(new Set(ids).size, ids.length);
  });

  it('has in menus, keys and texts only commands that there are', () => {
    const inMenus = Object.values(menus).flatMap(items => items.map(({ command }) => command));
    const inTexts = [
      ...Object.values(texts)
        .join()
        .matchAll(/command:(byok\.\w+)(?=[)?])/g),
    ].map(([, id = '']) => id);
    const inKeys = keybindings.map(({ command }) => command);
    assert.deepEqual(unknown([...inMenus, ...inTexts, ...inKeys], ids), none);
  });

  it('keeps from the palette only what cannot do without a row, or is there under another name', () => {
    const hidden = menus['commandPalette']?.filter(({ when }) => when === 'false');
    assert.deepEqual(
      hidden?.map(({ command }) => command),
      ['byok.showMore', 'byok.refreshAll'],
    );
  });

  it('welcomes in every state that has no rows, and in no other', () => {
    const states = viewsWelcome.map(({ when }) => /^byok\.view == (\w+)$/.exec(when)?.[1] ?? when);
    assert.deepEqual([...states].sort(), [
      'empty',
      'failed',
      'filteredOut',
      'forbidden',
      'keyring',
      'refused',
      'signedOut',
      'unreachable',
    ]);
  });

  it('lets no workspace set a setting, and has none for an address or a credential', () => {
    const scopes = Object.entries(configuration.properties).map(([name, { scope }]) => [name, scope]);
    assert.deepEqual(Object.fromEntries(scopes), {
      'byok.requestTimeout': 'application',
      'byok.refreshInterval': 'application',
      'byok.staleAfter': 'application',
      'byok.hovers': 'application',
    });
  });

  it('does not start with VS Code', () => {
    assert.deepEqual(manifest.activationEvents, [
      'onFileSystem:byok',
      'onUri',
      'onWebviewPanel:byok.overview',
    ]);
    assert.doesNotMatch(source, /onStartupFinished|"\*"|enabledApiProposals/);
  });

  it('belongs to code that trusts no text, and tells nobody of its use', () => {
    assert.doesNotMatch(
      sources(),
      /supportHtml|\beval\(|new Function\(|TelemetryLogger|process\.env|rejectUnauthorized: (?!true)/,
    );
  });

  it('trusts the links in one place, by the commands that they may run', () => {
    assert.deepEqual(
      [...sources().matchAll(/.*isTrusted.*/g)].map(([line]) => line.trim()),
      ['markdown.isTrusted = { enabledCommands: commands.map(([id]) => id) };'],
    );
  });

  it('says where it works', () => {
    const { capabilities, extensionKind } = manifest;
    assert.deepEqual(
      { capabilities, extensionKind },
      {
        capabilities: { untrustedWorkspaces: { supported: true }, virtualWorkspaces: true },
        extensionKind: ['ui', 'workspace'],
      },
    );
  });

  it('describes its API in one file, which needs nothing but vscode', () => {
    const text = readFileSync('src/exported/exports.d.ts', 'utf8');
    const sources = [...text.matchAll(/\bfrom '([^']+)'|import\('([^']+)'\)/g)].map(([, source]) => source);
    assert.deepEqual(sources, ['vscode']);
  });

  it('names only files that are there', () => {
    const files = [...source.matchAll(/"(?:\.\/)?((?:media|l10n)\/[\w./-]+)"/g)].map(([, file = '']) => file);
    assert.ok(files.length > 5);
    assert.deepEqual(
      files.filter(file => !existsSync(file)),
      none,
    );
  });

  it('sends nobody anywhere but to Confluent and to VS Code’s own pages', () => {
    const hosts = [
      ...Object.values(texts)
        .join(' ')
        .matchAll(/https?:\/\/([^/)\s]+)/g),
    ].map(([, host = '']) => host);
    assert.deepEqual(
      unknown([...new Set(hosts)], ['docs.confluent.io', 'confluent.cloud', 'code.visualstudio.com']),
      none,
    );
  });
});

describe('what the extension is made of', () => {
  it('is pinned: every package to one version, and that to its content', () => {
    const { devDependencies } = manifest;
    const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock;
    const locked = Object.entries(lock.packages).filter(([folder]) => folder !== '');
    assert.deepEqual(
      Object.entries(devDependencies).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version)),
      [],
    );
    assert.deepEqual(lock.packages['']?.devDependencies, devDependencies);
    assert.deepEqual(
      locked.filter(([, { integrity }]) => !integrity?.startsWith('sha512-')).map(([folder]) => folder),
      none,
    );
  });

  it('is the same, byte for byte, each time it is built', () => {
    const [first, second] = [1, 2].map(() => {
      const folder = mkdtempSync(join(tmpdir(), 'byok-build-'));
      const options = ['--production', '--only=extension,media', `--outdir=${folder}`];
      try {
        execFileSync(process.execPath, ['esbuild.mjs', ...options], { stdio: 'pipe' });
        const files = globSync('**/*.{js,css}', { cwd: folder }).sort();
        return files.map(file => [file, readFileSync(join(folder, file), 'utf8')]);
      } finally {
        rmSync(folder, { recursive: true });
      }
    });
    assert.ok(first && first.length > 10);
    assert.deepEqual(first, second);
  }).timeout(60_000);
});

describe('l10n/bundle.l10n.json', () => {
  it('has every text of the code: `npm run l10n` brings it up to date', () => {
    const folder = mkdtempSync(join(tmpdir(), 'byok-l10n-'));
    try {
      execFileSync(process.execPath, ['test/harness/exportTexts.ts', folder], { stdio: 'pipe' });
      const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
      assert.deepEqual(read('l10n/bundle.l10n.json'), read(join(folder, 'bundle.l10n.json')));
    } finally {
      rmSync(folder, { recursive: true });
    }
  }).timeout(60_000);
});

/** All code of the extension. */
function sources(): string {
  return globSync('src/**/*.ts')
    .map(file => readFileSync(file, 'utf8'))
    .join('\n');
}
