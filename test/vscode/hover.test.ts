import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import * as vscode from 'vscode';
import type { ExportedKey } from '../../src/exported/exports';
import { hostileTexts } from './hostile';
import { hostileOrganization } from './hostileOrganization';
import type { Session } from './session';
import { startSession } from './session';

/** What the hovers of this extension show at the first place of a part in a document. */
async function hoversIn(document: vscode.TextDocument, part: string): Promise<readonly vscode.Hover[]> {
  const place = document.positionAt(document.getText().indexOf(part) + 1);
  const hovers = await vscode.commands.executeCommand<readonly vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    place,
  );
  // Others have hovers too: the JSON language server, say.
  return hovers.filter(({ contents }) =>
    partsOf(contents).some(({ value }) => value.includes('byok.openKey')),
  );
}

function partsOf(contents: vscode.Hover['contents']): readonly vscode.MarkdownString[] {
  return contents.filter(content => content instanceof vscode.MarkdownString);
}

/** What a person reads: without the marks of Markdown, and without the age of it. */
function readable({ value }: vscode.MarkdownString): string {
  return value
    .replace(/\]\(command:[^)]*\)/g, ']')
    .replaceAll('&nbsp;', ' ')
    .replace(/\\(.)/g, '$1')
    .replace(/^As of: .*$/m, '')
    .trim()
    .replace(/ *\n+/g, '\n');
}

async function shownIn(document: vscode.TextDocument, part: string): Promise<readonly string[]> {
  return (await hoversIn(document, part)).flatMap(({ contents }) => partsOf(contents).map(readable));
}

const folder = mkdtempSync(join(tmpdir(), 'byok-hover-'));
let files = 0;

/** A document of that name's language, saved: one with changes would ask when it is closed. */
async function saved(name: string, content: string): Promise<vscode.TextDocument> {
  const path = join(folder, `${++files}`, name);
  mkdirSync(dirname(path));
  writeFileSync(path, content);
  return await vscode.workspace.openTextDocument(path);
}

const links = '[Open Key] · [Open Key JSON]';

after(() => rmSync(folder, { recursive: true }));

describe('the hover on a key', () => {
  let session: Session;
  let ledger: ExportedKey;
  beforeEach(async () => {
    session = await startSession();
    const found = session.byok.keys(session.connectionId).find(({ id }) => id === 'cck-7k2ma');
    assert.ok(found);
    ledger = found;
  });
  afterEach(() => session.close());

  const arn = (): string => (ledger.cloudKey.kind === 'AwsKey' ? ledger.cloudKey.keyArn : '');
  const card = [
    '**payments-prod-eu**',
    'ID: cck-7k2ma',
    'Cloud: AWS, eu-west-1',
    'State: In use',
    'Validation: Valid',
  ].join('\n');

  for (const name of ['a.json', 'a.jsonc', 'a.yaml', 'a.md', 'a.tf', 'a.tfvars', 'a.hcl', 'a.tfstate']) {
    it(`shows it in ${name}, from what is loaded alone`, async () => {
      const before = session.simulator.requests.length;
      const document = await saved(name, `first\n  "byok": "cck-7k2ma",\n  "arn": "${arn()}"\n`);
      assert.deepEqual(await shownIn(document, 'cck-7k2ma'), [card, links]);
      assert.deepEqual(await shownIn(document, arn()), [card, links]);
      assert.equal(session.simulator.requests.length, before);
    });
  }

  it('is about the whole identifier, and about nothing beside it', async () => {
    const document = await saved('a.json', `{ "arn": "${arn()}", "id": "cck-nobody" }`);
    const [hover] = await hoversIn(document, arn());
    assert.equal(document.getText(hover?.range), arn());
    assert.deepEqual(await hoversIn(document, 'cck-nobody'), []);
    assert.deepEqual(await hoversIn(document, '"arn"'), []);
  });

  it('is not there in files of other languages', async () => {
    assert.deepEqual(await shownIn(await saved('a.txt', 'cck-7k2ma'), 'cck-7k2ma'), []);
  });

  it('names the clusters once they are known', async () => {
    const document = await saved('a.yaml', 'key: cck-7k2ma\nfree: cck-q81fz\n');
    assert.doesNotMatch((await shownIn(document, 'cck-7k2ma')).join(), /Clusters/);
    await vscode.commands.executeCommand('byok.refreshClusters', session.connectionId);
    assert.match((await shownIn(document, 'cck-7k2ma')).join(), /\nClusters: payments-eu\n?,/);
    assert.match((await shownIn(document, 'cck-q81fz')).join(), /\nClusters: none to be seen\n?,/);
  });

  it('shows every key that the identifier is registered for, in every organization', async () => {
    const again = await vscode.commands.executeCommand<string>('byok.signIn', {
      label: 'Other',
      endpoint: session.server.url,
      apiKeyId: 'DEMOADMIN0000001',
      apiKeySecret: 'demo-secret-of-the-admin',
    });
    try {
      await session.byok.refresh(again);
      const twice = session.byok.keys(again).find(({ id }) => id === 'cck-e6j4u');
      assert.ok(twice?.cloudKey.kind === 'AwsKey');
      const shown = await shownIn(await saved('a.json', `"${twice.cloudKey.keyArn}"`), twice.cloudKey.keyArn);
      assert.deepEqual(
        shown.filter(part => part !== links).map(part => part.split('\n').slice(0, 3)),
        ['Test', 'Other'].flatMap(label => [
          ['**ledger-prod (from Terraform)**', 'ID: cck-z2k7y', `Organization: ${label}`],
          ['**ledger-prod**', 'ID: cck-e6j4u', `Organization: ${label}`],
        ]),
      );
    } finally {
      await vscode.commands.executeCommand('byok.signOut', again);
    }
  });

  it('trusts its commands alone, for that key', async () => {
    const [hover] = await hoversIn(await saved('a.json', '"cck-7k2ma"'), 'cck-7k2ma');
    const [facts, trusted] = partsOf(hover?.contents ?? []);
    const row = [{ type: 'key', connectionId: session.connectionId, keyId: 'cck-7k2ma' }];
    const commands = [...(trusted?.value.matchAll(/\(command:([\w.]+)\?([^)]*)\)/g) ?? [])];
    assert.deepEqual(
      {
        facts: [facts?.isTrusted ?? false, facts?.supportHtml ?? false, facts?.supportThemeIcons ?? false],
        trusted: trusted?.isTrusted,
        commands: commands.map(([, id, args = '']) => [id, JSON.parse(decodeURIComponent(args)) as unknown]),
      },
      {
        facts: [false, false, false],
        trusted: { enabledCommands: ['byok.openKey', 'byok.openKeyJson'] },
        commands: [
          ['byok.openKey', row],
          ['byok.openKeyJson', row],
        ],
      },
    );
  });

  it('is gone when the organization is signed out of', async () => {
    const document = await saved('a.json', '"cck-7k2ma"');
    assert.equal((await hoversIn(document, 'cck-7k2ma')).length, 1);
    await vscode.commands.executeCommand('byok.signOut', session.connectionId);
    assert.deepEqual(await hoversIn(document, 'cck-7k2ma'), []);
  });

  it('can be turned off, and on again', async () => {
    const document = await saved('a.json', '"cck-7k2ma"');
    const turn = (value: boolean | undefined): Thenable<void> =>
      vscode.workspace.getConfiguration('byok').update('hovers', value, vscode.ConfigurationTarget.Global);
    try {
      await turn(false);
      assert.deepEqual(await hoversIn(document, 'cck-7k2ma'), []);
    } finally {
      await turn(undefined);
    }
    assert.equal((await hoversIn(document, 'cck-7k2ma')).length, 1);
  });
});

describe('the hover on a key with a hostile name', () => {
  let session: Session;
  before(async () => {
    session = await startSession(hostileOrganization());
  });
  after(() => session.close());

  for (const [index, label] of Object.keys(hostileTexts).entries()) {
    it(`has it as text, apart from the links: ${label}`, async () => {
      const [hover] = await hoversIn(await saved('a.json', `"cck-${index}"`), `cck-${index}`);
      const [facts, trusted] = partsOf(hover?.contents ?? []);
      assert.ok(facts && trusted && hover?.contents.length === 2);
      // Nothing of Markdown is left but the bold name and the line breaks.
      const body = facts.value
        .replace(/^\*\*/, '')
        .replace(/\*\*\n\n/, '')
        .replace(/\\./g, '');
      assert.doesNotMatch(body, /[[\]*_`<>]|:\/\//);
      assert.match(
        trusted.value,
        /^\[Open Key\]\(command:byok\.openKey\?[\w%.-]+\) · \[Open Key JSON\]\(command:byok\.openKeyJson\?[\w%.-]+\)$/,
      );
      assert.ok(facts.value.length < 60_000);
    });
  }
});
