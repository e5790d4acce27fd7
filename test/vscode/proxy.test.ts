import assert from 'node:assert/strict';
import tls from 'node:tls';
import * as vscode from 'vscode';
import { demoOrganization } from '../../src/simulator/demoOrganization';
import type { RunningServer } from '../../src/simulator/server';
import { serve } from '../../src/simulator/server';
import { Simulator } from '../../src/simulator/simulator';
import { canaryKey } from '../api/canary';
import { authority, certificates, serverKey } from '../api/certificates';
import type { ConnectProxy } from '../fakes/connectProxy';
import { startConnectProxy } from '../fakes/connectProxy';
import { activate } from './session';

/** A host that nobody can find: what reaches it came through the proxy. */
const host = 'elsewhere.invalid';

describe('a service behind a proxy', () => {
  const trusted = tls.getCACertificates('default');
  let server: RunningServer;
  let proxy: ConnectProxy;
  let simulator: Simulator;
  let ids: string[];

  const set = async (settings: Readonly<Record<string, unknown>>): Promise<void> => {
    const http = vscode.workspace.getConfiguration('http');
    for (const [name, value] of Object.entries(settings))
      await http.update(name, value, vscode.ConfigurationTarget.Global);
  };
  const signIn = async (): Promise<string> => {
    const how = { label: 'Behind a proxy', endpoint: `https://${host}`, ...canaryKey };
    const id = await vscode.commands.executeCommand<string>('byok.signIn', how);
    ids.push(id);
    return id;
  };

  beforeEach(async () => {
    ids = [];
    const organization = demoOrganization(Date.now());
    const credentials = [{ ...canaryKey, role: 'OrganizationAdmin' as const }];
    simulator = new Simulator({ organization: { ...organization, credentials } });
    const secured = { key: serverKey, cert: certificates.wrongHost };
    server = await serve(simulator, { tls: secured, alias: host });
    proxy = await startConnectProxy(Number(new URL(server.url).port));
    tls.setDefaultCACertificates([...trusted, authority]);
    await set({ proxy: proxy.url });
  });
  afterEach(async () => {
    for (const id of ids) await vscode.commands.executeCommand('byok.signOut', id);
    await set({ proxy: undefined });
    tls.setDefaultCACertificates(trusted);
    delete process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
    await proxy.close();
    await server.close();
  });

  it('is reached through it, which sees no credential', async () => {
    const byok = await activate();
    const id = await signIn();
    await byok.refresh(id);
    assert.equal(byok.keys(id).length, 18);
    assert.deepEqual([...new Set(proxy.asked.map(({ authority }) => authority))], [`${host}:443`]);
    assert.ok(proxy.asked.every(({ headers }) => headers.authorization === undefined));
  });

  it('is asked nothing when nobody vouches for it, even where the environment would have it', async () => {
    tls.setDefaultCACertificates(trusted);
    process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0';
    await assert.rejects(signIn(), { message: /^unreachable \(certificate, [A-Z_]+\)$/ });
    assert.equal(simulator.requests.length, 0);
  });

  it('is out of reach when it lets nobody through; the keys stay', async () => {
    const byok = await activate();
    const id = await signIn();
    await byok.refresh(id);
    proxy.isClosed = true;
    await assert.rejects(byok.refresh(id), { message: 'The proxy did not let the request through.' });
    assert.equal(byok.keys(id).length, 18);
  });

  it('is out of reach when there is no proxy; the keys stay', async () => {
    const byok = await activate();
    const id = await signIn();
    await byok.refresh(id);
    await proxy.close();
    await assert.rejects(byok.refresh(id), { message: 'The proxy did not let the request through.' });
    assert.equal(byok.keys(id).length, 18);
  });

  it('cannot be signed in to when it lets nobody through', async () => {
    proxy.isClosed = true;
    await assert.rejects(signIn(), { message: 'unreachable (proxy, status 407)' });
  });
});
