import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { median } from '../measure.ts';
import { BareClient } from './bareClient';
import { activateProbed } from './probed';
import { report } from './report';
import { Service, latencyMs } from './service';

const [environments, clusters] = [50, 500];
const rounds = 5;

/** As `ClusterStore`. */
const concurrency = 6;

describe('bench: clusters', () => {
  it('is timed for many environments', async () => {
    const byok = await activateProbed();
    const service = await Service.start({ keys: 500, environments, clusters });
    const id = await service.signIn();
    await byok.refresh(id);
    const client = new BareClient(service.url);
    const [ours, bare] = [[] as number[], [] as number[]];
    await service.look();
    for (let round = 0; round < rounds; round += 1) {
      bare.push(await timeOf(() => bareClusters(client)));
      const asked = (await service.look()).requests.length;
      ours.push(await timeOf(() => vscode.commands.executeCommand('byok.refreshClusters', id)));
      assert.equal((await service.look()).requests.length, asked);
    }
    client.close();
    await vscode.commands.executeCommand('byok.signOut', id);
    service.stop();
    report({
      measure: 'who uses a key: 50 environments, 500 clusters, to bare requests',
      value: median(ours) / median(bare),
      unit: '×',
      limit: { atMost: 1.3 },
      note: `${median(ours).toFixed(0)} ms and ${median(bare).toFixed(0)} ms, ${concurrency} requests at a time, ${latencyMs} ms each`,
    });
  }).timeout(120_000);
});

async function timeOf(work: () => PromiseLike<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function bareClusters(client: BareClient): Promise<void> {
  const found = (await client.list('/org/v2/environments?page_size=100')).values();
  const counts: number[] = [];
  const worker = async (): Promise<void> => {
    for (const { id } of found) {
      counts.push((await client.list(`/cmk/v2/clusters?environment=${id}&page_size=100`)).length);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  assert.equal(
    counts.reduce((sum, count) => sum + count, 0),
    clusters,
  );
}
