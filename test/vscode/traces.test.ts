import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { assertNoCanary, canaryKey } from '../api/canary';
import type { Session } from './session';
import { eventually, startSession } from './session';

const setLogLevel = (level: string): Thenable<unknown> =>
  vscode.commands.executeCommand('_extensionTests.setLogLevel', level);

describe('the credential', () => {
  let session: Session;
  before(async () => {
    await setLogLevel('debug');
    session = await startSession();
  });
  after(async () => {
    await session.close();
    await setLogLevel('info');
  });

  it('is in no line of the log at its lowest level, and in no document', async () => {
    const { byok, connectionId, simulator } = session;
    for (const fault of [
      { kind: 'status', status: 403 },
      { kind: 'html' },
      { kind: 'redirect', status: 302, location: `${session.server.url}/?key=${canaryKey.apiKeyId}` },
    ] as const) {
      simulator.faults.add({ fault });
      await assert.rejects(byok.refresh(connectionId));
    }
    await vscode.commands.executeCommand('byok.showLog');
    const log = (): string =>
      vscode.workspace.textDocuments
        .filter(({ uri }) => uri.scheme === 'output')
        .map(document => document.getText())
        .join('\n');
    await eventually(() => log().includes('GET /byok/v1/keys 403'));
    const documents = vscode.workspace.textDocuments.map(document => document.getText());
    // The id alone may be seen: it tells two credentials apart.
    const { apiKeyId } = canaryKey;
    assertNoCanary(...documents.map(text => text.replaceAll(apiKeyId, '')), log().replaceAll(apiKeyId, ''));
  });

  it('is not handed out: not by the API, nor as a session', async () => {
    const session_ = await vscode.authentication.getSession('confluent-byok', [], { silent: true });
    const accounts = await vscode.authentication.getAccounts('confluent-byok');
    const { byok, connectionId } = session;
    assert.ok(accounts.some(({ id }) => id === connectionId));
    assertNoCanary(session_, accounts, byok.connections(), byok.keys());
  });

  it('is gone after signing out: the same connection cannot be used again', async () => {
    const { byok, connectionId } = session;
    await vscode.commands.executeCommand('byok.signOut', connectionId);
    const before = session.simulator.requests.length;
    await byok.refresh(connectionId);
    assert.deepEqual(
      [
        session.simulator.requests.length - before,
        byok.keys(connectionId),
        await vscode.authentication.getAccounts('confluent-byok'),
      ],
      [0, [], []],
    );
  });
});
