import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { ask } from '../simulator/ask';
import type { Session } from './session';
import { startSession } from './session';

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
    [
      'the key of a Kafka cluster',
      { apiKeyId: 'DEMOKAFKA0000004', apiKeySecret: 'demo-secret-of-a-cluster' },
    ],
    ['a role without keys', { apiKeyId: 'DEMOVIEWER000003', apiKeySecret: 'demo-secret-of-the-viewer' }],
    ['an unknown token', { bearerToken: 'made-up' }],
    ['no credential', {}],
    ['an empty token', { bearerToken: ' ' }],
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

  it('objects to what cannot be sent, before anything is', async () => {
    const asked = session.simulator.requests.length;
    for (const argument of [
      { apiKeyId: 'DEMO:ADMIN', apiKeySecret: 'demo-secret-of-the-admin' },
      { apiKeyId: 'DEMOADMIN0000001', apiKeySecret: 'demo-secret\nof-the-admin' },
      { bearerToken: 'a b' },
    ]) {
      await assert.rejects(async () => await signIn(argument), /no colon|space or a line break/);
    }
    assert.equal(session.simulator.requests.length, asked);
  });

  it('leaves out the space around a credential, as the questions do', async () => {
    const id = await signIn({
      apiKeyId: ' DEMOADMIN0000001 ',
      apiKeySecret: ' demo-secret-of-the-admin\n',
    });
    await vscode.commands.executeCommand('byok.signOut', id);
  });

  it('takes a bearer token', async () => {
    const { simulator } = session;
    const { json } = await ask(simulator, 'POST /sts/v1/oauth2/token', {
      as: 'nobody',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({
        grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
        subject_token: 'a.b.c',
        identity_pool_id: 'pool-demo1',
        subject_token_type: 'urn:ietf:params:oauth:token-type:jwt',
        requested_token_type: 'urn:ietf:params:oauth:token-type:access_token',
      }).toString(),
    });
    const id = await signIn({ bearerToken: json['access_token'] });
    await session.byok.refresh(id);
    assert.equal(session.byok.keys(id).length, 18);
    await vscode.commands.executeCommand('byok.signOut', id);
  });

  it('is forgotten by signing out', async () => {
    const other = await signIn({ apiKeyId: 'DEMOADMIN0000001', apiKeySecret: 'demo-secret-of-the-admin' });
    await vscode.commands.executeCommand('byok.signOut', other);
    assert.ok(!session.byok.connections().some(({ id }) => id === other));
  });
});
