import assert from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { Settings } from '../../src/settings';
import type { HttpServer } from '../fakes/httpServer';
import { startServer } from '../fakes/httpServer';
import type { Session } from './session';
import { startSession, until } from './session';

describe('the settings of a workspace', () => {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? '';
  const file = join(folder, '.vscode/settings.json');
  let session: Session;
  let evil: HttpServer;

  before(async () => {
    session = await startSession();
    evil = await startServer((_request, response) => response.end('{}'));
    mkdirSync(join(folder, '.vscode'), { recursive: true });
  });
  after(async () => {
    rmSync(file, { force: true });
    await evil.close();
    await session.close();
  });

  /** Writes them, with one that VS Code takes from a workspace, and waits until that one is in force. */
  const apply = async (settings: object, mark: number): Promise<void> => {
    const rulers = (): unknown => vscode.workspace.getConfiguration('editor').get('rulers');
    writeFileSync(file, JSON.stringify({ 'editor.rulers': [mark], ...settings }));
    await until(vscode.workspace.onDidChangeConfiguration, () => JSON.stringify(rulers()) === `[${mark}]`);
  };

  const forms: readonly (readonly [label: string, settings: (url: string) => object])[] = [
    [
      'by full name',
      url => ({ 'byok.endpoint': url, 'byok.requestTimeout': 1, 'byok.refreshInterval': 0.001 }),
    ],
    ['nested', url => ({ byok: { endpoint: url, requestTimeout: 1, refreshInterval: 0.001 } })],
    ['for a language', url => ({ '[json]': { 'byok.endpoint': url, 'byok.requestTimeout': 1 } })],
    [
      'as other extensions call it',
      url => ({ 'byok.baseUrl': url, 'byok.apiEndpoint': url, 'confluent.endpoint': url }),
    ],
    [
      'with a credential',
      url => ({ 'byok.apiKeySecret': 'x', 'byok.bearerToken': 'x', 'byok.endpoint': url }),
    ],
  ];
  for (const [index, [label, settingsFor]] of forms.entries()) {
    it(`change nothing: ${label}`, async () => {
      await apply(settingsFor(evil.url), 100 + index);
      // VS Code 1.104 itself takes the nested form of a setting that no workspace may set.
      const settings = new Settings();
      const inForce = [settings.requestTimeout(), settings.refreshInterval()];
      await vscode.commands.executeCommand('byok.refresh', session.connectionId);
      const { endpoint } = session.byok.connections().find(({ id }) => id === session.connectionId) ?? {};
      assert.deepEqual(
        { inForce, endpoint, evil: evil.requests },
        { inForce: [30_000, 300_000], endpoint: session.server.url, evil: [] },
      );
    });
  }

  it('cannot be written by the extension either', async () => {
    const { Workspace } = vscode.ConfigurationTarget;
    await assert.rejects(async () => {
      await vscode.workspace.getConfiguration('byok').update('requestTimeout', 1, Workspace);
    });
  });
});
