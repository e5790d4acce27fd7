import assert from 'node:assert/strict';
import type { VsCode } from './driver.ts';
import { openVsCode, pictureFailures } from './driver.ts';
import type { TreePath } from './driver/treeView.ts';
import { waitUntil } from './driver/waitUntil.ts';
import type { ServedOrganization } from './organization';
import { serveOrganization, signInByHand } from './organization';

describe('the clusters of a key', () => {
  let vscode: VsCode;
  let organization: ServedOrganization;
  pictureFailures(() => vscode);
  before(async () => {
    organization = await serveOrganization();
    vscode = await openVsCode({ size: { width: 1280, height: 1000 } });
    await vscode.openContainer('Encryption Keys');
    await signInByHand(vscode, organization);
    await tree().waitFor('mobile-events-dev');
  });
  after(async () => {
    await vscode.close();
    await organization.server.close();
  });

  const tree = () => vscode.tree('Encryption Keys');
  const asked = (): number =>
    organization.simulator.requests.filter(({ path }) => path.startsWith('/cmk/')).length;
  /** The rows below a row. */
  const below = async (path: TreePath) => {
    await tree().expand(path);
    return waitUntil(`what is below ${path.join(' / ')}`, async () => {
      const rows = await tree().rows();
      const index = rows.findIndex(({ label, level }) => label === path.at(-1) && level === path.length);
      const rest = rows.slice(index + 1);
      const end = rest.findIndex(({ level }) => level <= path.length);
      const children = rest.slice(0, end < 0 ? rest.length : end);
      const isLoading =
        children.length === 0 || children.some(({ label }) => label === 'Looking for clusters…');
      return isLoading ? undefined : children.map(({ label, description }) => [label, description]);
    });
  };

  it('are not asked for before somebody wants to know', () => assert.equal(asked(), 0));

  it('are below it, each with what it is and where', async () => {
    assert.deepEqual(await below(['AWS', 'In use', 'payments-prod-eu']), [
      ['payments-eu', 'Dedicated · eu-west-1 · production'],
    ]);
    assert.equal(asked(), 3);
  });

  it('are asked for once for all keys', async () => {
    assert.deepEqual(await below(['Azure', 'In use', 'inventory-prod']), [
      ['inventory', 'Dedicated · eastus · production'],
    ]);
    assert.equal(asked(), 3);
  });

  it('can be none that is seen, and the row says where was looked and why that can be', async () => {
    const path = ['AWS', 'In use', 'billing-archive'];
    assert.deepEqual(await below(path), [['No cluster is seen', 'environments looked at: 3']]);
    assert.match(
      await tree().tooltip([...path, 'No cluster is seen']),
      /^In use, but by no cluster that is seen: its cluster is in an environment that these credentials do not see, or was deleted less than five days ago\. First noticed just now: if the cluster was deleted, the key is free by /,
    );
  });

  it('with legacy keys are listed beside the keys', async () => {
    assert.deepEqual(await below(['Clusters with legacy keys']), [
      ['core-banking', 'Dedicated · eu-west-1 · production · legacy key'],
    ]);
  });

  it('say when an environment does not tell', async () => {
    const match = { path: /environment=env-s4t6g/ };
    organization.simulator.faults.add({ match, times: Infinity, fault: { kind: 'status', status: 403 } });
    await vscode.runCommand('Confluent BYOK: Refresh Clusters');
    const path = ['Google Cloud', 'In use', 'search-prod-eu'];
    assert.deepEqual(await below(path), [['No cluster is seen', 'environments looked at: 2 of 3']]);
    const held = ['AWS', 'In use', 'billing-archive'];
    assert.deepEqual(await below(held), [['No cluster is seen', 'environments looked at: 2 of 3']]);
    organization.simulator.faults.clear();
  });
});

describe('the quota', () => {
  let vscode: VsCode;
  let organization: ServedOrganization;
  pictureFailures(() => vscode);
  before(async () => {
    organization = await serveOrganization();
    vscode = await openVsCode();
    await vscode.openContainer('Encryption Keys');
    await signInByHand(vscode, organization);
  });
  after(async () => {
    await vscode.close();
    await organization.server.close();
  });

  it('is above the rows, and follows the keys', async () => {
    const tree = vscode.tree('Encryption Keys');
    await tree.waitFor('mobile-events-dev');
    await waitUntil('the quota', async () => (await tree.message()) === 'Demo Organization · 18 of 20 keys');
    await tree.focus(['AWS', 'Available', 'clickstream-dev']);
    await vscode.page.keyboard.press('Delete');
    await vscode.dialog.choose('Delete');
    await waitUntil('the quota', async () => (await tree.message()) === 'Demo Organization · 17 of 20 keys');
  });
});
