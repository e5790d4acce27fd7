import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { apiKeyCredential } from '../../src/connections/credential';
import { compareKeys } from '../../src/commands/compareKeys';
import { filterKeys } from '../../src/commands/filterKeys';
import { groupKeys } from '../../src/commands/groupKeys';
import { KeyArguments } from '../../src/commands/keyArguments';
import { refresh } from '../../src/commands/refresh';
import type { KeyFilter } from '../../src/model/filter';
import { noFilter } from '../../src/model/filter';
import type { Grouping } from '../../src/model/grouping';
import { Notify } from '../../src/notify';
import { organizationOf } from '../../src/simulator/organizationOf';
import { silentLog } from '../fakes/silentLog';
import { turn } from '../fakes/turn';
import { openStores } from './openStores';
import { eventually } from './session';
import { Shown } from './shown';

const notify = new Notify(silentLog, () => Promise.resolve());

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
      await filterKeys(open.store, open.connections, view, notify).run(argument);
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
      await leaveQuickPick(filterKeys(open.store, open.connections, view, notify).run(wrong));
      assert.equal(view.filter, noFilter);
    });
  }
});

describe('where keys cannot be had', () => {
  let open: Awaited<ReturnType<typeof openStores>>;
  let shown: Shown;
  beforeEach(async () => {
    open = await openStores();
    shown = new Shown();
  });
  afterEach(() => {
    shown.dispose();
    open.dispose();
  });

  const portal = (): void => open.simulator.faults.add({ times: Infinity, fault: { kind: 'html' } });
  const whatIsSaid = async (): Promise<(typeof shown.notifications)[number]> => {
    await eventually(() => shown.notifications.length > 0);
    return shown.notifications[0] ?? assert.fail();
  };
  const isInPortal =
    /^The keys could not be fetched\. The answer is not one of Confluent Cloud\. Check the endpoint/;

  describe('byok.refresh', () => {
    const run = (visible: boolean): unknown =>
      refresh(open.store, open.connections, notify, { visible }).run();

    it('says why, while the view is not in sight', async () => {
      portal();
      await run(false);
      const [how, message, ...buttons] = await whatIsSaid();
      assert.deepEqual([how, buttons], ['showErrorMessage', ['Show Details', 'Show Log']]);
      assert.match(message, isInPortal);
    });

    it('leads to another sign-in where the credential is refused', async () => {
      open.simulator.revoke('DEMOADMIN0000001');
      await run(false);
      const [, message, ...buttons] = await whatIsSaid();
      assert.match(
        message,
        /^The keys could not be fetched\. Confluent Cloud did not accept the credential\./,
      );
      assert.deepEqual(buttons.slice(0, 1), ['Sign In Again…']);
    });

    it('says of how many organizations, of several', async () => {
      await open.connections.addDemo();
      portal();
      await run(false);
      const [, message, ...buttons] = await whatIsSaid();
      assert.deepEqual(
        [message, buttons],
        ['The keys of 2 of 2 organizations could not be fetched.', ['Show Details']],
      );
    });

    it('leaves it to the view while that is in sight, and says nothing of a success', async () => {
      portal();
      await run(true);
      open.simulator.faults.clear();
      await run(false);
      assert.deepEqual(shown.notifications, []);
    });
  });

  describe('byok.filterKeys', () => {
    const run = (): unknown => filterKeys(open.store, open.connections, new FakeView(), notify).run();

    it('says why, and asks nothing', async () => {
      portal();
      await run();
      const [how, message] = await whatIsSaid();
      assert.equal(how, 'showErrorMessage');
      assert.match(message, isInPortal);
    });

    it('says that there is none, of an organization that has none', async () => {
      open.dispose();
      open = await openStores(now => organizationOf(0, now));
      await run();
      assert.deepEqual(await whatIsSaid(), [
        'showInformationMessage',
        'There is no key to choose. Upload Key registers one.',
      ]);
    });
  });
});

describe('byok.compareKeys', () => {
  let open: Awaited<ReturnType<typeof openStores>>;
  let shown: Shown;
  beforeEach(async () => {
    open = await openStores();
    shown = new Shown();
    await open.store.refresh(open.id);
  });
  afterEach(async () => {
    shown.dispose();
    open.dispose();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  const row = (keyId: string, connectionId = open.id) => ({ type: 'key', id: keyId, connectionId, keyId });
  const run = async (...rows: readonly ReturnType<typeof row>[]): Promise<void> => {
    const keys = new KeyArguments(open.store, open.connections, () => Promise.resolve([]));
    await compareKeys(keys, open.connections).run(rows[0], rows);
  };
  const title = (): string | undefined => vscode.window.tabGroups.activeTabGroup.activeTab?.label;

  it('says that two are compared, where three are selected', async () => {
    await run(row('cck-7k2ma'), row('cck-p4x9d'), row('cck-b0v6h'));
    assert.deepEqual(
      [shown.notifications, title()],
      [[['showInformationMessage', 'Select two keys to compare: 3 are selected.']], undefined],
    );
  });

  it('names keys in its title as the tree does', async () => {
    await run(row('cck-7k2ma'), row('cck-b0v6h'));
    assert.equal(title(), 'payments-prod-eu ↔ fraud-detection-prod');
  });

  it('tells one key in two organizations apart by these', async () => {
    const credential = apiKeyCredential('DEMOADMIN0000001', 'demo-secret-of-the-admin');
    const details = { label: 'Again', endpoint: 'https://api.confluent.cloud' };
    const { id } = await open.connections.save(details, credential);
    await open.store.refresh(id);
    await run(row('cck-7k2ma'), row('cck-7k2ma', id));
    assert.equal(title(), 'payments-prod-eu (Test) ↔ payments-prod-eu (Again)');
  });

  it('tells keys of one name in one organization apart by their ids', async () => {
    await open.cloud.keys.rename('cck-b0v6h', 'payments-prod-eu');
    await open.store.refresh(open.id);
    await run(row('cck-7k2ma'), row('cck-b0v6h'));
    assert.equal(title(), 'payments-prod-eu (cck-7k2ma) ↔ payments-prod-eu (cck-b0v6h)');
  });
});

/** Leaves the quick pick that is open, or about to be, and waits for who asked. */
async function leaveQuickPick(asked: unknown): Promise<void> {
  const over = Promise.resolve(asked).then(() => true);
  const isOver = (): Promise<boolean> => Promise.race([over, turn().then(() => false)]);
  assert.equal(await isOver(), false, 'It does not ask.');
  while (!(await isOver())) await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
}
