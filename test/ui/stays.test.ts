import assert from 'node:assert/strict';
import type { VsCode } from './driver.ts';
import { openVsCode, pictureFailures } from './driver.ts';
import { waitUntil } from './driver/waitUntil.ts';

describe('what the user opened, closed and selected', () => {
  let vscode: VsCode;
  pictureFailures(() => vscode);
  before(async () => {
    vscode = await openVsCode({ size: { width: 1280, height: 1000 } });
    await vscode.openContainer('Encryption Keys');
    await vscode.runCommand('Confluent BYOK: Explore the Demo Organization');
    await tree().waitFor('mobile-events-dev');
    await tree().collapse(['Azure']);
    await tree().collapse(['Google Cloud', 'Available']);
    await tree().expand(['AWS', 'In use', 'payments-prod-eu']);
    await tree().waitFor('payments-eu');
  });
  after(() => vscode.close());

  const tree = () => vscode.tree('Encryption Keys');
  const openness = async () =>
    (await tree().rows())
      .filter(({ expanded }) => expanded !== undefined)
      .map(({ label, expanded }) => `${expanded === true ? 'open' : 'closed'} ${label}`);
  const opened = [
    'open AWS',
    'open In use',
    'closed billing-archive',
    'closed fraud-detection-prod',
    'closed ledger-prod',
    'open payments-prod-eu',
    'closed payments-prod-us',
    'open Available',
    'closed Azure',
    'open Google Cloud',
    'open In use',
    'closed search-prod-eu',
    'closed Available',
    'closed Clusters with legacy keys',
  ];
  const selected = async () =>
    (await tree().rows()).filter(({ isSelected }) => isSelected).map(({ label }) => label);

  it('stays over a refresh', async () => {
    await tree().focus(['AWS', 'Available', 'analytics-replicated']);
    for (const key of ['Control+Shift+Enter', 'Shift+ArrowDown']) await vscode.page.keyboard.press(key);
    assert.deepEqual(await selected(), ['analytics-replicated', 'clickstream-dev']);
    await vscode.viewAction('Refresh All Keys');
    await vscode.runCommand('Confluent BYOK: Refresh Clusters');
    await tree().waitFor('payments-eu');
    assert.deepEqual(await openness(), opened);
    assert.deepEqual(await selected(), ['analytics-replicated', 'clickstream-dev']);
  });

  it('stays when rows beside it change and go', async () => {
    await tree().focus(['AWS', 'Available', 'orders-staging']);
    await vscode.page.keyboard.press('F2');
    await vscode.quickInput.waitFor('Rename Key');
    await vscode.quickInput.type('zebra');
    await vscode.quickInput.accept();
    await tree().waitFor('zebra');
    await tree().focus(['AWS', 'Available', 'zebra']);
    await vscode.page.keyboard.press('Delete');
    await vscode.dialog.choose('Delete');
    await waitUntil(
      'the key to go',
      async () => !(await tree().rows()).some(({ label }) => label === 'zebra'),
    );
    assert.deepEqual(await openness(), opened);
    assert.deepEqual(await selected(), ['analytics-replicated', 'clickstream-dev']);
  });

  it('is open and closed as before after a reload of the window', async () => {
    await vscode.reload();
    await tree().waitFor('payments-eu');
    assert.deepEqual(await openness(), opened);
  });
});
