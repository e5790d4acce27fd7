import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import * as vscode from 'vscode';
import { median } from '../measure';
import { activateProbed } from './probed';
import { report } from './report';
import { Service } from './service';

describe('bench: memory', () => {
  it('is measured with 10,000 keys in the view, and with none', async () => {
    const byok = await activateProbed();
    await vscode.commands.executeCommand('byok.keys.focus');
    const [empty, some, full] = [
      await Service.start({ keys: 0 }),
      await Service.start({ keys: 1_000 }),
      await Service.start({ keys: 10_000 }),
    ];
    const open = async (service: Service): Promise<string> => {
      const id = await service.signIn();
      await byok.refresh(id);
      return id;
    };
    const signOut = (id: string): Thenable<void> => vscode.commands.executeCommand('byok.signOut', id);
    // So that all code is loaded and compiled which rows of keys need.
    await signOut(await open(some));
    const rounds: { readonly none: number; readonly all: number }[] = [];
    while (rounds.length < 3) {
      const nothing = await open(empty);
      const none = await used();
      await signOut(nothing);
      const id = await open(full);
      assert.equal(byok.keys(id).length, 10_000);
      rounds.push({ none, all: await used() });
      await signOut(id);
    }
    for (const service of [empty, some, full]) service.stop();
    const megabytes = rounds.map(({ none, all }) => (all - none) / 1e6);
    report({
      measure: 'memory of 10,000 keys in the view',
      // What VS Code itself keeps for a while comes and goes by some MB.
      value: median(megabytes),
      unit: 'MB',
      limit: { atMost: 15 },
      note: `heap and buffers after collection; median of ${megabytes.map(each => each.toFixed(1)).join(', ')}`,
    });
  }).timeout(120_000);
});

/** What the host's heap and its buffers hold once what nobody needs is gone, in bytes. */
async function used(): Promise<number> {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  for (let round = 0; round < 4; round += 1) {
    collect();
    await wait(250);
  }
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
