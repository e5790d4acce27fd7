import { parse } from 'csv-parse/sync';
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { Session } from './session';
import { eventually, startSession } from './session';

describe('byok.exportInventory', () => {
  let session: Session;
  let folder: string;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'byok-inventory-'));
    session = await startSession();
  });
  afterEach(async () => {
    // VS Code asks before it closes a document that nobody saved.
    while (active()) await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await session.close();
    rmSync(folder, { recursive: true });
  });

  const run = async (argument: object): Promise<void> => {
    await vscode.commands.executeCommand('byok.exportInventory', {
      connectionId: session.connectionId,
      ...argument,
    });
  };
  const active = () => vscode.window.activeTextEditor?.document;

  it('opens CSV with clusters and findings, without being asked to look for them first', async () => {
    await run({ format: 'csv', to: 'document' });
    assert.equal(active()?.isUntitled, true);
    const rows: readonly Record<string, string>[] = parse(active()?.getText() ?? '', { columns: true });
    const row = rows.find(({ id }) => id === 'cck-b0v6h');
    assert.deepEqual(
      [rows.length, row?.['cluster_names'], row?.['environment_names'], row?.['findings']],
      [19, 'fraud-detection', 'production', 'invalidInUse'],
    );
  });

  it('opens JSON in JSON', async () => {
    await run({ format: 'json', to: 'document' });
    assert.equal(active()?.languageId, 'json');
    const { keys } = JSON.parse(active()?.getText() ?? '') as {
      readonly keys: readonly { readonly id: string }[];
    };
    const ids = keys.map(({ id }) => id);
    assert.deepEqual(ids, [...ids].sort());
    assert.equal(ids.length, 18);
  });

  it('opens Markdown in Markdown', async () => {
    await run({ format: 'markdown', to: 'document' });
    assert.equal(active()?.languageId, 'markdown');
    assert.match(active()?.getText() ?? '', /^# Encryption keys of `Test`\n/);
  });

  it('gives the same twice, as text that can be compared', async () => {
    for (const format of ['csv', 'json', 'markdown']) {
      await run({ format, to: 'document' });
      const first = active()?.getText();
      await run({ format, to: 'document' });
      assert.equal(active()?.getText(), first);
    }
  });

  it('saves to the file that it is given, in the format of its ending, over what was there', async () => {
    const file = join(folder, 'keys.md');
    writeFileSync(file, 'before');
    await run({ to: vscode.Uri.file(file) });
    assert.match(readFileSync(file, 'utf8'), /^# Encryption keys of `Test`\n/);
    assert.equal(active()?.uri.fsPath, file);
  });

  it('writes nothing when the keys cannot be fetched', async () => {
    const file = join(folder, 'keys.csv');
    writeFileSync(file, 'before');
    await vscode.commands.executeCommand('byok.signOut', session.connectionId);
    const connectionId = await vscode.commands.executeCommand<string>('byok.signIn', {
      label: 'Again',
      endpoint: session.server.url,
      apiKeyId: 'DEMOADMIN0000001',
      apiKeySecret: 'demo-secret-of-the-admin',
    });
    session.simulator.faults.add({
      times: 9,
      match: { path: /byok/ },
      fault: { kind: 'status', status: 403 },
    });
    const exported = run({ connectionId, to: vscode.Uri.file(file) });
    await dismissed(exported);
    assert.equal(readFileSync(file, 'utf8'), 'before');
    await vscode.commands.executeCommand('byok.signOut', connectionId);
  });

  it('writes nothing when the clusters cannot be listed, unless the user goes on without', async () => {
    const file = join(folder, 'keys.csv');
    writeFileSync(file, 'before');
    session.simulator.faults.add({
      times: 99,
      match: { path: /environments/ },
      fault: { kind: 'status', status: 403 },
    });
    const exported = run({ to: vscode.Uri.file(file) });
    await dismissed(exported);
    assert.equal(readFileSync(file, 'utf8'), 'before');
  });

  it('says so when a file cannot be written', async () => {
    const exported = run({ to: vscode.Uri.file(join(folder, 'keys.csv', 'below-a-file.csv')) });
    writeFileSync(join(folder, 'keys.csv'), 'before');
    await dismissed(exported);
    assert.equal(readFileSync(join(folder, 'keys.csv'), 'utf8'), 'before');
  });

  /** Closes the notification that a command waits on. */
  async function dismissed(running: Promise<void>): Promise<void> {
    let isOver = false;
    const ended = running.finally(() => {
      isOver = true;
    });
    await eventually(() => {
      if (!isOver) void vscode.commands.executeCommand('notifications.clearAll');
      return isOver;
    });
    await ended;
  }
});

describe('byok.copySummary', () => {
  let session: Session;
  before(async () => {
    session = await startSession();
  });
  after(() => session.close());

  it('copies the state of an organization as Markdown, with when that is', async () => {
    await vscode.commands.executeCommand('byok.copySummary', session.connectionId);
    const [title, , extent, , ...rest] = (await vscode.env.clipboard.readText()).split('\n');
    assert.equal(title, '## Encryption keys of `Test`');
    assert.match(
      extent ?? '',
      /^As of \d{4}-\d\d-\d\dT[\d:.]+Z: 18 of 20 keys\. 10 clusters, in 3 of 3 environments that these credentials see\.$/,
    );
    assert.deepEqual(rest.slice(0, 6), [
      '- `AWS`: 10, `Azure`: 4, `Google Cloud`: 4',
      '- `In use`: 8, `Available`: 10',
      '- `Valid`: 13, `Invalid`: 3, `Waiting for access`: 2',
      '',
      '### At risk now (1)',
      '',
    ]);
    assert.match(
      rest[6] ?? '',
      /^- `fraud-detection-prod` `cck-b0v6h`: \*\*Invalid key in use\.\*\* Confluent says: `Access to key denied\.` · Used by /,
    );
  });
});
