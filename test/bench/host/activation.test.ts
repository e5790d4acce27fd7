import * as vscode from 'vscode';
import { report } from './report';

describe('bench: activation', () => {
  it('is timed among others, after something else was activated', async () => {
    const ids = (process.env['BYOK_BENCH_ORDER'] ?? '').split(',');
    await activate('bench.warm-up');
    const times = new Map<string, number>();
    for (const id of ids) times.set(id, await activate(id));
    for (const [measure, value] of times) report({ measure, value, unit: 'ms' });
  });
});

async function activate(id: string): Promise<number> {
  const extension = vscode.extensions.getExtension(id);
  if (!extension || extension.isActive) throw new Error(`${id} is not there, or is active.`);
  const start = performance.now();
  await extension.activate();
  return performance.now() - start;
}
