import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { filterKeys } from '../../src/commands/filterKeys';
import { groupKeys } from '../../src/commands/groupKeys';
import type { KeyFilter } from '../../src/model/filter';
import { noFilter } from '../../src/model/filter';
import type { Grouping } from '../../src/model/grouping';
import { turn } from '../fakes/turn';
import { openStores } from './openStores';

/** A view that only keeps what it is told. */
class FakeView {
  filter: KeyFilter = noFilter;
  grouping: Grouping = 'providerAndState';

  setGrouping(grouping: Grouping): Promise<void> {
    this.grouping = grouping;
    return Promise.resolve();
  }
}

describe('byok.groupKeys, given what to group by', () => {
  for (const grouping of ['providerAndState', 'state', 'region', 'none'] as const) {
    it(`groups by ${grouping}, and asks nothing`, async () => {
      const view = new FakeView();
      await groupKeys(view).run(grouping);
      assert.equal(view.grouping, grouping);
      // As another extension or a key binding would, in the window that is open.
      await vscode.commands.executeCommand('byok.groupKeys', grouping);
    });
  }
  after(async () => {
    await vscode.commands.executeCommand('byok.groupKeys', 'providerAndState');
  });

  for (const wrong of ['colour', 3, { grouping: 'state' }, null, undefined]) {
    it(`asks for ${JSON.stringify(wrong)}`, async () => {
      const view = new FakeView();
      const asked = groupKeys(view).run(wrong);
      await leaveQuickPick(asked);
      assert.equal(view.grouping, 'providerAndState');
    });
  }
});

describe('byok.filterKeys, given what to filter by', () => {
  let open: Awaited<ReturnType<typeof openStores>>;
  beforeEach(async () => {
    open = await openStores();
    await open.store.refresh(open.id);
  });
  afterEach(() => open.dispose());

  const cases: readonly (readonly [argument: Partial<KeyFilter>, filter: KeyFilter])[] = [
    [{ text: 'prod' }, { ...noFilter, text: 'prod' }],
    [
      { providers: ['AWS'], states: ['IN_USE'] },
      { ...noFilter, providers: ['AWS'], states: ['IN_USE'] },
    ],
    [
      { phases: ['INVALID'], regions: ['eu-west-1'] },
      { ...noFilter, phases: ['INVALID'], regions: ['eu-west-1'] },
    ],
    [{}, noFilter],
  ];
  for (const [argument, filter] of cases) {
    it(`takes ${JSON.stringify(argument)}, and what was before is gone`, async () => {
      const view = new FakeView();
      view.filter = { ...noFilter, text: 'of before' };
      await filterKeys(open.store, open.connections, view).run(argument);
      assert.deepEqual(view.filter, filter);
    });
  }

  for (const wrong of [
    'prod',
    { text: 3 },
    { providers: 'AWS' },
    { states: [3] },
    { colour: ['red'] },
    null,
  ]) {
    it(`asks for ${JSON.stringify(wrong)}`, async () => {
      const view = new FakeView();
      await leaveQuickPick(filterKeys(open.store, open.connections, view).run(wrong));
      assert.equal(view.filter, noFilter);
    });
  }
});

/** Leaves the quick pick that is open, or about to be, and waits for who asked. */
async function leaveQuickPick(asked: unknown): Promise<void> {
  const over = Promise.resolve(asked).then(() => true);
  const isOver = (): Promise<boolean> => Promise.race([over, turn().then(() => false)]);
  assert.equal(await isOver(), false, 'It does not ask.');
  while (!(await isOver())) await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
}
