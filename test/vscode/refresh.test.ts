import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { organizationOf } from '../../src/simulator/organizationOf';
import { canaryKey } from '../api/canary';
import { ask } from '../simulator/ask';
import type { Session } from './session';
import { eventually, startSession } from './session';

const arn = 'arn:aws:kms:us-east-1:111122223333:key/11111111-2222-3333-4444-555555555555';

describe('a refresh', () => {
  let session: Session;
  beforeEach(async () => {
    session = await startSession(organizationOf(250, Date.now()));
  });
  afterEach(() => session.close());

  const ids = (): readonly string[] => session.byok.keys(session.connectionId).map(({ id }) => id);
  const refresh = (): Promise<void> => session.byok.refresh(session.connectionId);
  /** What `act` makes the extension tell its listeners. */
  const newsOf = async (act: () => Promise<void>): Promise<readonly string[]> => {
    const news: string[] = [];
    const listening = session.byok.onDidChangeKeys(({ connectionId }) => news.push(connectionId));
    await act();
    listening.dispose();
    return news;
  };

  it('tells of a key that came', async () => {
    const { simulator, connectionId } = session;
    const { json } = await ask(simulator, 'POST /byok/v1/keys', {
      body: { key: { kind: 'AwsKey', key_arn: arn } },
    });
    const news = await newsOf(refresh);
    assert.ok(news.length > 0 && news.every(id => id === connectionId));
    assert.deepEqual([ids()[0], ids().length], [json['id'], 251]);
  });

  it('tells of a key that went', async () => {
    const { simulator, byok, connectionId } = session;
    const gone = byok.keys(connectionId).find(({ state }) => state === 'AVAILABLE')?.id ?? '';
    await ask(simulator, `DELETE /byok/v1/keys/${gone}`);
    assert.deepEqual(
      [await newsOf(refresh), ids().includes(gone), ids().length],
      [[connectionId], false, 249],
    );
  });

  it('tells of nothing when nothing changed', async () => {
    assert.deepEqual(await newsOf(refresh), []);
  });

  it('asks for each page once, however many want it', async () => {
    const before = session.listings();
    const command = vscode.commands.executeCommand('byok.refresh', session.connectionId);
    await Promise.all([refresh(), refresh(), command]);
    assert.equal(session.listings() - before, 3);
  });

  const faults: readonly (readonly [
    label: string,
    fault: Parameters<Session['simulator']['faults']['add']>[0]['fault'],
  ])[] = [
    ['the service is down', { kind: 'status', status: 400 }],
    ['the connection is cut for good', { kind: 'truncate', framing: 'contentLength' }],
    ['a portal answers', { kind: 'html' }],
    ['the answer is half', { kind: 'invalidJson' }],
    ['it is sent elsewhere', { kind: 'redirect', status: 302, location: 'http://127.0.0.1:1/' }],
  ];
  for (const [label, fault] of faults) {
    it(`keeps every key when, in mid-list, ${label}`, async () => {
      const before = ids();
      session.simulator.faults.add({ match: { path: /page_token/, nth: 2 }, times: Infinity, fault });
      await assert.rejects(refresh());
      assert.deepEqual(ids(), before);
      session.simulator.faults.clear();
      await refresh();
      assert.deepEqual(ids(), before);
    }).timeout(60_000);
  }

  it('leaves nothing when the user signs out during it', async () => {
    const { simulator, connectionId, byok } = session;
    simulator.faults.add({ match: { path: /page_token/ }, fault: { kind: 'delay', ms: 200 } });
    const before = session.listings();
    const refreshed = refresh();
    await vscode.commands.executeCommand('byok.signOut', connectionId);
    await refreshed;
    assert.deepEqual([ids(), byok.connections().some(({ id }) => id === connectionId)], [[], false]);
    assert.ok(session.listings() - before < 3);
  });
});

describe('a credential that was revoked in mid-session', () => {
  let session: Session;
  let other: Session;
  before(async () => {
    session = await startSession();
    other = await startSession();
  });
  after(async () => {
    await session.close();
    await other.close();
  });

  const setInterval = (minutes: number | undefined): Thenable<void> =>
    vscode.workspace
      .getConfiguration('byok')
      .update('refreshInterval', minutes, vscode.ConfigurationTarget.Global);

  it('keeps the keys, and asks nothing more until the user does', async () => {
    const { simulator, byok, connectionId } = session;
    simulator.revoke(canaryKey.apiKeyId);
    await assert.rejects(byok.refresh(connectionId), {
      message: 'Confluent Cloud did not accept the credential.',
    });
    const before = simulator.requests.length;
    // While the view fetches the other organization again and again, it leaves this one alone.
    await setInterval(0.001);
    await vscode.commands.executeCommand('byok.keys.focus');
    const seen = other.listings();
    await eventually(() => other.listings() >= seen + 3);
    await setInterval(undefined);
    await vscode.commands.executeCommand('workbench.view.explorer');
    const unasked = simulator.requests.slice(before).map(({ path }) => path);
    assert.deepEqual([unasked, byok.keys(connectionId).length], [[], 18]);
    await assert.rejects(byok.refresh(connectionId));
    assert.equal(simulator.requests.length, before + 1);
  });
});
