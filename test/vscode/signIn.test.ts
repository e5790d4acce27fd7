import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Session } from './session';
import { activate, startSession } from './session';

describe('signing in by argument', () => {
  let session: Session;
  before(async () => {
    session = await startSession();
  });
  after(() => session.close());

  const signIn = (argument: object): Thenable<string> =>
    vscode.commands.executeCommand<string>('byok.signIn', {
      label: 'Test',
      endpoint: session.server.url,
      ...argument,
    });

  it('gives the id of a connection, which the API lists', () => {
    const { byok, connectionId, server } = session;
    const connections = byok.connections().filter(({ id }) => id === connectionId);
    assert.deepEqual(connections, [
      { id: connectionId, label: 'Test', endpoint: server.url, kind: 'apiKey' },
    ]);
  });

  const refused: readonly (readonly [label: string, argument: object])[] = [
    ['a wrong secret', { apiKeyId: 'DEMOADMIN0000001', apiKeySecret: 'wrong' }],
    ['an unknown key', { apiKeyId: 'UNKNOWN', apiKeySecret: 'wrong' }],
    ['a role without keys', { apiKeyId: 'DEMOVIEWER000003', apiKeySecret: 'demo-secret-of-the-viewer' }],
    ['an unknown token', { bearerToken: 'made-up' }],
    ['no credential', {}],
    ['an endpoint with a path', { endpoint: 'https://api.confluent.cloud/v1', bearerToken: 'x' }],
    [
      'an endpoint with credentials',
      { endpoint: 'https://user:password@api.confluent.cloud', bearerToken: 'x' },
    ],
    ['plain http to another host', { endpoint: 'http://example.com', bearerToken: 'x' }],
    ['no address', { endpoint: 'here', bearerToken: 'x' }],
  ];
  for (const [label, argument] of refused) {
    it(`throws for ${label}, and nothing is saved`, async () => {
      const before = session.byok.connections();
      await assert.rejects(async () => await signIn(argument));
      assert.deepEqual(session.byok.connections(), before);
    });
  }

  it('hands no credential to other extensions', async () => {
    const accounts = await vscode.authentication.getAccounts('confluent-byok');
    assert.ok(accounts.some(({ id }) => id === session.connectionId));
    assert.ok(!JSON.stringify(accounts).includes('demo-secret'));
  });

  it('is forgotten by signing out', async () => {
    const other = await signIn({ apiKeyId: 'DEMOADMIN0000001', apiKeySecret: 'demo-secret-of-the-admin' });
    await vscode.commands.executeCommand('byok.signOut', other);
    assert.ok(!session.byok.connections().some(({ id }) => id === other));
  });

  it('has every command that the manifest names, and no other', async () => {
    await activate();
    const manifest = vscode.extensions.getExtension('byok-tools.confluent-byok')?.packageJSON as {
      contributes: { commands: { command: string }[] };
    };
    const named = manifest.contributes.commands.map(({ command }) => command).sort();
    const registered = (await vscode.commands.getCommands(true)).filter(id => /^byok\.(?!keys\.)/.test(id));
    assert.deepEqual(registered.sort(), named);
  });
});
