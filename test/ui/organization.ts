import { MovableClock } from '../../src/simulator/clock';
import { demoOrganization } from '../../src/simulator/demoOrganization';
import type { SimulatedOrganization } from '../../src/simulator/organization';
import type { RunningServer } from '../../src/simulator/server';
import { serve } from '../../src/simulator/server';
import { Simulator } from '../../src/simulator/simulator';
import { canaryKey } from '../api/canary';
import type { VsCode } from './driver.ts';

/** A simulated organization over HTTP, which also knows a credential that must show up nowhere. */
export interface ServedOrganization {
  readonly simulator: Simulator;
  readonly server: RunningServer;
  /** The service's time, which a test moves. */
  readonly clock: MovableClock;
}

export async function serveOrganization(
  changes: Partial<SimulatedOrganization> = {},
): Promise<ServedOrganization> {
  const clock = new MovableClock(Date.now());
  const organization = { ...demoOrganization(clock.now()), ...changes };
  const credentials = [...organization.credentials, { ...canaryKey, role: 'OrganizationAdmin' as const }];
  const simulator = new Simulator({ organization: { ...organization, credentials }, clock });
  return { simulator, server: await serve(simulator), clock };
}

/** Waits for a step of the sign-in, and resolves to what it shows. */
export function step(vscode: VsCode, number: number) {
  return vscode.quickInput.waitFor(`(${number}/5)`);
}

/** Answers the questions of a sign-in from the first to the last. */
export async function signInByHand(
  vscode: VsCode,
  { server }: ServedOrganization,
  label?: string,
): Promise<void> {
  await vscode.runCommand('Confluent BYOK: Sign In…');
  await step(vscode, 1);
  await vscode.quickInput.accept();
  await step(vscode, 2);
  await vscode.quickInput.type(server.url);
  await vscode.quickInput.accept();
  await step(vscode, 3);
  await vscode.quickInput.type(canaryKey.apiKeyId);
  await vscode.quickInput.accept();
  await step(vscode, 4);
  await vscode.quickInput.type(canaryKey.apiKeySecret);
  await vscode.quickInput.accept();
  await step(vscode, 5);
  if (label !== undefined) await vscode.quickInput.type(label);
  await vscode.quickInput.accept();
  await vscode.quickInput.waitUntilClosed();
}
