import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import * as vscode from 'vscode';
import { canaryKey } from '../../api/canary';
import { authority } from '../../api/certificates';
import type { Order, ServiceLog, ServiceSize } from './serviceProcess';

export const latencyMs = 20;

/** A simulated Confluent Cloud over TLS, with a round trip of {@link latencyMs}. */
export class Service {
  private constructor(
    readonly url: string,
    private readonly child: ChildProcess,
  ) {}

  static async start(size: Omit<ServiceSize, 'latencyMs'>): Promise<Service> {
    setDefaultCACertificates([...getCACertificates('default'), authority]);
    const child = fork(join(__dirname, 'serviceProcess.js'), {
      execArgv: [],
      env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    });
    return new Service((await ask(child, { start: { latencyMs, ...size } })) as string, child);
  }

  /** What was asked since the last look. */
  async look(): Promise<ServiceLog> {
    return (await ask(this.child, { look: true })) as ServiceLog;
  }

  async signIn(): Promise<string> {
    const how = { label: 'Bench', endpoint: this.url, ...canaryKey };
    return await vscode.commands.executeCommand<string>('byok.signIn', how);
  }

  stop(): void {
    this.child.disconnect();
  }
}

async function ask(child: ChildProcess, order: Order): Promise<unknown> {
  child.send(order);
  const [answer] = (await once(child, 'message')) as readonly unknown[];
  return answer;
}
