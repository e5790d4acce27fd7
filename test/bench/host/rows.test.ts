import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import * as vscode from 'vscode';
import { median } from '../measure.ts';
import { BareClient } from './bareClient';
import { activateProbed } from './probed';
import { report } from './report';
import { Service } from './service';
import { busyMs, longestTurn } from './turns';

const path = '/byok/v1/keys?page_size=100';
const rounds = 15;

describe('bench: rows', () => {
  it('is timed from the first page to the first row, and for a refresh without news', async () => {
    const byok = await activateProbed();
    const { probe } = byok;
    await vscode.commands.executeCommand('byok.keys.focus');
    const service = await Service.start({ keys: 10_000 });
    // First, so that what VS Code does once before the first connection counts for neither.
    const client = new BareClient(service.url);
    await client.list(path);
    const bareTurn = await longestTurn(async () => client.list(path));
    client.close();
    await service.look();

    let id = '';
    // The view shows, so it asks for the keys as soon as somebody is signed in.
    const turn = await longestTurn(async () => {
      id = await service.signIn();
      await byok.refresh(id);
    });
    assert.equal(byok.keys(id).length, 10_000);
    // The one before it was the sign-in, which tries the credential.
    const firstAnswer = (await service.look()).requests.findLast(request => request.path === path);
    assert.ok(firstAnswer);
    const firstRow = probe.treeEvents.find(time => time >= firstAnswer.answeredAt);
    assert.ok(firstRow !== undefined);

    // VS Code asks for what was new at last.
    await wait(1_000);
    const before = probe.treeEvents.length;
    await byok.refresh(id);
    const events = probe.treeEvents.length - before;
    await vscode.commands.executeCommand('byok.signOut', id);
    service.stop();
    report(
      {
        measure: 'first page’s answer to first row, 10,000 keys',
        value: firstRow - firstAnswer.answeredAt,
        unit: 'ms',
        limit: { atMost: 60 },
        note: 'to the event that makes VS Code ask for the rows',
      },
      {
        measure: 'longest turn of the host while 10,000 keys come in',
        value: turn,
        unit: 'ms',
        limit: { atMost: 50 },
        note: `${'threadCpuUsage' in process ? 'CPU' : 'wall'} time; with a bare loop ${bareTurn.toFixed(1)} ms`,
      },
      {
        measure: 'tree events of a refresh without news, 10,000 keys',
        value: events,
        unit: '',
        limit: { exactly: 0 },
      },
    );
  }).timeout(120_000);

  it('is timed for a refresh without news, in CPU', async () => {
    const byok = await activateProbed();
    const service = await Service.start({ keys: 100 });
    const id = await service.signIn();
    const client = new BareClient(service.url);
    const [ours, bare] = [[] as number[], [] as number[]];
    for (let round = 0; round < rounds; round += 1) {
      ours.push(await busyDuring(() => byok.refresh(id)));
      bare.push(await busyDuring(() => client.list(path)));
    }
    client.close();
    await vscode.commands.executeCommand('byok.signOut', id);
    service.stop();
    report({
      measure: 'a refresh without news, CPU, 100 keys',
      value: median(ours),
      unit: 'ms',
      limit: { atMost: 5 },
      note: `all of the host’s thread meanwhile, request included; a bare request ${median(bare).toFixed(1)} ms`,
    });
  }).timeout(120_000);
});

async function busyDuring(work: () => Promise<unknown>): Promise<number> {
  const start = busyMs();
  await work();
  return busyMs() - start;
}
