import assert from 'node:assert/strict';
import { canaryKey } from '../api/canary';
import type { VsCode } from './driver.ts';
import type { TreeRow } from './driver/treeView.ts';
import { becomes, waitUntil } from './driver/waitUntil.ts';
import { openForAll } from './openForAll.ts';
import type { ServedOrganization } from './organization';

describe('the tree over time', () => {
  let vscode: VsCode;
  let organization: ServedOrganization;
  openForAll(
    { signIn: 'by its name', size: { width: 1280, height: 1000 } },
    opened => ({ vscode, organization } = opened),
  );

  const shapeOf = (rows: readonly TreeRow[]) =>
    rows.map(({ label, level, expanded }) => ({ label, level, expanded }));
  const focused = async (): Promise<string | undefined> =>
    (await vscode.keys.rows()).find(({ hasFocus }) => hasFocus)?.label;

  it('counts the invalid keys on its icon', async () => {
    await becomes(() => vscode.badge('Encryption Keys'), '3');
  });

  it('keeps what is open and chosen when a key changes', async () => {
    await vscode.keys.collapse(['Azure']);
    await vscode.keys.focus(['AWS', 'In use', 'payments-prod-eu']);
    const before = shapeOf(await vscode.keys.rows());
    organization.simulator.setPhase('cck-q81fz', 'INVALID', 'Access to key denied.');
    await vscode.viewAction('Refresh All Keys');
    await becomes(() => vscode.badge('Encryption Keys'), '4');
    // VS Code asks for rows a moment after it was told that they are others.
    const said = 'orders-staging, AWS key, eu-central-1, Available, Invalid, created ';
    await waitUntil('the row to follow', async () =>
      (await vscode.keys.rows()).some(({ ariaLabel }) => ariaLabel.startsWith(said)),
    );
    await becomes(async () => shapeOf(await vscode.keys.rows()), before);
    assert.equal(await focused(), 'payments-prod-eu');
  });

  it('keeps the keys when a refresh fails, and says so in a row, not in a notification', async () => {
    organization.simulator.faults.add({ times: Infinity, fault: { kind: 'status', status: 401 } });
    await vscode.viewAction('Refresh All Keys');
    await vscode.keys.waitFor('Sign in again');
    const [first, ...others] = await vscode.keys.rows();
    assert.match(
      first?.description ?? '',
      /^Keys of \d+:\d\d [AP]M\. Confluent Cloud did not accept the credential\.$/,
    );
    assert.ok(others.some(({ label }) => label === 'payments-prod-eu'));
    assert.deepEqual(await vscode.notifications.texts(), []);
    organization.simulator.faults.clear();
    await vscode.viewAction('Refresh All Keys');
    await vscode.keys.waitUntilGone('Sign in again');
  });

  it('has buttons that mean the view, whatever row has the focus', async () => {
    await vscode.keys.focus(['AWS', 'In use', 'payments-prod-eu']);
    await vscode.viewAction('Find Key…');
    const { placeholder } = await vscode.quickInput.state();
    assert.match(placeholder, /^Find a key by name/);
    await vscode.quickInput.leave();
    const menu = await vscode.viewMenu();
    await menu.choose('Sign In…');
    await vscode.quickInput.waitFor('Sign In to Confluent Cloud');
    await vscode.quickInput.leave();
  });

  it('is grouped by what the user chooses', async () => {
    await vscode.runCommand('Confluent BYOK: Group Keys By…');
    await vscode.quickInput.pick('Region');
    await becomes(async () => {
      const groups = (await vscode.keys.rows()).filter(({ level }) => level === 1);
      return groups.slice(0, 3).map(({ label }) => label);
    }, ['ap-southeast-2', 'eastus2', 'eu-central-1']);
    await vscode.keys.waitFor('us-west-2');
  });

  it('says all of a row to who hears it, whatever it is grouped by', async () => {
    await vscode.keys.waitFor('analytics-replicated');
    const rows = await vscode.keys.rows();
    const row = rows.find(({ label }) => label === 'analytics-replicated');
    assert.match(
      row?.ariaLabel ?? '',
      /^analytics-replicated, AWS key, us-east-1, Available, Valid, created /,
    );
    const group = rows.find(({ label }) => label === 'ap-southeast-2');
    assert.equal(group?.ariaLabel, 'ap-southeast-2, 1 key, 1 invalid');
  });

  it('says what helps when the keyring has lost the credential', async () => {
    // A VS Code in a browser keeps no secret over a reload.
    await vscode.reload();
    await vscode.keys.welcome('The keyring of this machine did not give the credential.');
    await vscode.keys.welcomeAction('Sign In Again');
    await vscode.quickInput.waitFor('Sign In Again (1/2)');
    assert.equal((await vscode.quickInput.state()).value, canaryKey.apiKeyId);
    await vscode.quickInput.accept();
    await vscode.quickInput.waitFor('Sign In Again (2/2)');
    await vscode.quickInput.type(canaryKey.apiKeySecret);
    await vscode.quickInput.accept();
    await vscode.keys.waitFor('us-west-2');
  });
});
