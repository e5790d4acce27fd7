import type { VsCode } from './driver.ts';
import { becomes } from './driver/waitUntil.ts';
import { openForAll } from './openForAll.ts';

describe('what the user opened, closed and selected', () => {
  let vscode: VsCode;
  openForAll({ signIn: 'demo', size: { width: 1280, height: 1000 } }, opened => ({ vscode } = opened));
  before(async () => {
    await vscode.keys.collapse(['Azure']);
    await vscode.keys.collapse(['Google Cloud', 'Available']);
    await vscode.keys.expand(['AWS', 'In use', 'payments-prod-eu']);
    await vscode.keys.waitFor('payments-eu');
  });

  const openness = async () =>
    (await vscode.keys.rows())
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
  const stays = async (): Promise<void> => {
    await becomes(openness, opened);
    await becomes(() => vscode.keys.selected(), ['analytics-replicated', 'clickstream-dev']);
  };

  it('stays over a refresh', async () => {
    await vscode.keys.focus(['AWS', 'Available', 'analytics-replicated']);
    await vscode.press('Control+Shift+Enter', 'Shift+ArrowDown');
    await stays();
    await vscode.viewAction('Refresh All Keys');
    await vscode.runCommand('Confluent BYOK: Refresh Clusters');
    await vscode.keys.waitFor('payments-eu');
    await stays();
  });

  it('stays when rows beside it change and go', async () => {
    await vscode.keys.focus(['AWS', 'Available', 'orders-staging']);
    await vscode.press('F2');
    await vscode.quickInput.waitFor('Rename Key');
    await vscode.quickInput.type('zebra');
    await vscode.quickInput.accept();
    await vscode.keys.waitFor('zebra');
    await vscode.keys.focus(['AWS', 'Available', 'zebra']);
    await vscode.press('Delete');
    await vscode.dialog.choose('Delete');
    await vscode.keys.waitUntilGone('zebra');
    await stays();
  });

  it('is open and closed as before after a reload of the window', async () => {
    await vscode.reload();
    await vscode.keys.waitFor('payments-eu');
    await becomes(openness, opened);
  });
});
