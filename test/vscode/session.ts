import * as vscode from 'vscode';
import type { ConfluentByok } from '../../src/exported/exports';
import { demoOrganization } from '../../src/simulator/demoOrganization';
import type { SimulatedOrganization } from '../../src/simulator/organization';
import type { RunningServer } from '../../src/simulator/server';
import { serve } from '../../src/simulator/server';
import { Simulator } from '../../src/simulator/simulator';
import { canaryKey } from '../api/canary';

/** The real extension, signed in to a simulated organization over HTTP. */
export interface Session {
  readonly byok: ConfluentByok;
  readonly simulator: Simulator;
  readonly server: RunningServer;
  readonly connectionId: string;
  /** How often the list of keys was asked for, each page counted. */
  listings(): number;
  close(): Promise<void>;
}

export const extensionId = 'byok-tools.confluent-byok';

export async function activate(): Promise<ConfluentByok> {
  const extension = vscode.extensions.getExtension<ConfluentByok>(extensionId);
  if (!extension) throw new Error('The extension is not there.');
  return await extension.activate();
}

/** An organization, the demo's unless given, that also knows a credential which must show up nowhere. */
export async function startSession(
  organization: SimulatedOrganization = demoOrganization(Date.now()),
): Promise<Session> {
  const byok = await activate();
  const credentials = [...organization.credentials, { ...canaryKey, role: 'OrganizationAdmin' as const }];
  const simulator = new Simulator({ organization: { ...organization, credentials } });
  const server = await serve(simulator);
  const connectionId = await vscode.commands.executeCommand<string>('byok.signIn', {
    label: 'Test',
    endpoint: server.url,
    ...canaryKey,
  });
  await byok.refresh(connectionId);
  return {
    byok,
    simulator,
    server,
    connectionId,
    listings: () => simulator.requests.filter(({ path }) => path.startsWith('/byok/v1/keys?')).length,
    close: async () => {
      await vscode.commands.executeCommand('byok.signOut', connectionId);
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      // As long as the view shows, it fetches by itself what is not fresh.
      await vscode.commands.executeCommand('workbench.view.explorer');
      await server.close();
    },
  };
}

/** Settles when the event has fired and the condition holds. */
export async function until<T>(
  event: vscode.Event<T>,
  isSo: () => boolean | Promise<boolean>,
): Promise<void> {
  if (await isSo()) return;
  await new Promise<void>(resolve => {
    const listening = event(() => {
      void Promise.resolve(isSo()).then(done => {
        if (!done) return;
        listening.dispose();
        resolve();
      });
    });
  });
}

/** Settles when the condition holds: for what tells no event. */
export async function eventually(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise(resolve => setTimeout(resolve, 10));
}
