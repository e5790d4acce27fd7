import * as vscode from 'vscode';
import type { ConfluentByok } from '../../src/exports';
import { demoOrganization } from '../../src/simulator/demoOrganization';
import type { RunningServer } from '../../src/simulator/server';
import { serve } from '../../src/simulator/server';
import { Simulator } from '../../src/simulator/simulator';

/** The real extension, signed in to a simulated organization over HTTP. */
export interface Session {
  readonly byok: ConfluentByok;
  readonly simulator: Simulator;
  readonly server: RunningServer;
  readonly connectionId: string;
  close(): Promise<void>;
}

export async function activate(): Promise<ConfluentByok> {
  const extension = vscode.extensions.getExtension<ConfluentByok>('byok-tools.confluent-byok');
  if (!extension) throw new Error('The extension is not there.');
  return await extension.activate();
}

export async function startSession(): Promise<Session> {
  const byok = await activate();
  const simulator = new Simulator({ organization: demoOrganization(Date.now()) });
  const server = await serve(simulator);
  const connectionId = await vscode.commands.executeCommand<string>('byok.signIn', {
    label: 'Test',
    endpoint: server.url,
    apiKeyId: 'DEMOADMIN0000001',
    apiKeySecret: 'demo-secret-of-the-admin',
  });
  await byok.refresh(connectionId);
  return {
    byok,
    simulator,
    server,
    connectionId,
    close: async () => {
      await vscode.commands.executeCommand('byok.signOut', connectionId);
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
