import { setTimeout as wait } from 'node:timers/promises';
import * as vscode from 'vscode';
import { activateProbed } from './probed';
import { report } from './report';
import { Service } from './service';

const seconds = Number(process.env['BYOK_BENCH_HIDDEN'] ?? 60);

describe('bench: quiet', () => {
  it('is counted while the view is hidden', async () => {
    const byok = await activateProbed();
    const { probe } = byok;
    const readsAtActivation = probe.secretReads;
    const service = await Service.start({ keys: 1_000 });
    const id = await service.signIn();
    await vscode.commands.executeCommand('byok.keys.focus');
    await byok.refresh(id);
    await vscode.commands.executeCommand('workbench.view.explorer');
    // The last answers and the pace of the tree settle.
    await wait(2_000);
    await service.look();
    const [reads, timers] = [probe.secretReads, probe.timersSet];
    await wait(seconds * 1000);
    const { requests } = await service.look();
    const alive = [...probe.timersAlive.values()];
    const during = `in ${seconds} s`;
    const none = { unit: '', limit: { exactly: 0 } } as const;
    report(
      { measure: `hidden view, requests ${during}`, value: requests.length, ...none },
      { measure: `hidden view, timers set ${during}`, value: probe.timersSet - timers, ...none },
      {
        measure: 'hidden view, timers waiting after that',
        value: alive.length,
        ...none,
        note: alive.join('; '),
      },
      { measure: `hidden view, secrets read ${during}`, value: probe.secretReads - reads, ...none },
      { measure: 'activation, secrets read', value: readsAtActivation, ...none },
    );
    await vscode.commands.executeCommand('byok.signOut', id);
    service.stop();
  }).timeout((seconds + 60) * 1000);
});
