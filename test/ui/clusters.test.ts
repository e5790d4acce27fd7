import assert from 'node:assert/strict';
import type { VsCode } from './driver.ts';
import type { TreePath } from './driver/treeView.ts';
import { becomes } from './driver/waitUntil.ts';
import { openForAll } from './openForAll.ts';
import type { ServedOrganization } from './organization';

describe('the clusters of a key', () => {
  let vscode: VsCode;
  let organization: ServedOrganization;
  openForAll(
    { signIn: 'by its name', size: { width: 1280, height: 1000 } },
    opened => ({ vscode, organization } = opened),
  );

  const asked = (): number =>
    organization.simulator.requests.filter(({ path }) => path.startsWith('/cmk/')).length;
  /** Opens a row and waits until these are below it. */
  const opensTo = async (path: TreePath, ...expected: readonly (readonly [string, string])[]) => {
    await vscode.keys.expand(path);
    await becomes(async () => {
      const rows = await vscode.keys.rows();
      const index = rows.findIndex(({ label, level }) => label === path.at(-1) && level === path.length);
      const rest = rows.slice(index + 1);
      const end = rest.findIndex(({ level }) => level <= path.length);
      const children = rest.slice(0, end < 0 ? rest.length : end);
      return children.map(({ label, description }) => [label, description] as const);
    }, expected);
  };

  it('are not asked for before somebody wants to know', () => assert.equal(asked(), 0));

  it('are below it, each with what it is and where', async () => {
    await opensTo(
      ['AWS', 'In use', 'payments-prod-eu'],
      ['payments-eu', 'Dedicated · eu-west-1 · production'],
    );
    assert.equal(asked(), 3);
  });

  it('are asked for once for all keys', async () => {
    await opensTo(['Azure', 'In use', 'inventory-prod'], ['inventory', 'Dedicated · eastus · production']);
    assert.equal(asked(), 3);
  });

  it('can be none that is seen, and the row says where was looked and why that can be', async () => {
    const path = ['AWS', 'In use', 'billing-archive'];
    await opensTo(path, ['No cluster is seen', 'environments looked at: 3']);
    assert.match(
      await vscode.keys.tooltip([...path, 'No cluster is seen']),
      /^In use, but by no cluster that is seen: its cluster is in an environment that these credentials do not see, or was deleted less than five days ago\. First noticed just now: if the cluster was deleted, the key is free by /,
    );
  });

  it('with legacy keys are listed beside the keys', async () => {
    await opensTo(
      ['Clusters with legacy keys'],
      ['core-banking', 'Dedicated · eu-west-1 · production · legacy key'],
    );
  });

  it('say when an environment does not tell', async () => {
    const match = { path: /environment=env-s4t6g/ };
    organization.simulator.faults.add({ match, times: Infinity, fault: { kind: 'status', status: 403 } });
    await vscode.runCommand('Confluent BYOK: Refresh Clusters');
    for (const path of [
      ['Google Cloud', 'In use', 'search-prod-eu'],
      ['AWS', 'In use', 'billing-archive'],
    ])
      await opensTo(path, ['No cluster is seen', 'environments looked at: 2 of 3']);
    organization.simulator.faults.clear();
  });
});

describe('the quota', () => {
  let vscode: VsCode;
  openForAll({ signIn: 'by its name' }, opened => ({ vscode } = opened));

  it('is above the rows, and follows the keys', async () => {
    const { keys } = vscode;
    await becomes(() => keys.message(), 'Demo Organization · 18 of 20 keys');
    await keys.focus(['AWS', 'Available', 'clickstream-dev']);
    await vscode.press('Delete');
    await vscode.dialog.choose('Delete');
    await becomes(() => keys.message(), 'Demo Organization · 17 of 20 keys');
  });
});
