import assert from 'node:assert/strict';
import { canaryKey } from '../api/canary';
import { chooseByKeys } from './chooseByKeys.ts';
import type { VsCode } from './driver.ts';
import { openVsCode, pictureFailures } from './driver.ts';
import type { TreeRow } from './driver/treeView.ts';
import { waitUntil } from './driver/waitUntil.ts';
import type { ServedOrganization } from './organization';
import { serveOrganization, signInByHand } from './organization';

describe('the tree over time', () => {
  let vscode: VsCode;
  let organization: ServedOrganization;
  pictureFailures(() => vscode);
  before(async () => {
    organization = await serveOrganization();
    vscode = await openVsCode({ size: { width: 1280, height: 1000 } });
    await vscode.openContainer('Encryption Keys');
    await signInByHand(vscode, organization);
    await tree().waitFor('fraud-detection-prod');
  });
  after(async () => {
    await vscode.close();
    await organization.server.close();
  });

  const tree = () => vscode.tree('Encryption Keys');
  const shapeOf = (rows: readonly TreeRow[]) =>
    rows.map(({ label, level, expanded }) => ({ label, level, expanded }));
  const focused = (): Promise<string> =>
    vscode.page.locator('.sidebar .monaco-list-row.focused .label-name').innerText();

  it('counts the invalid keys on its icon', async () => {
    await waitUntil('the badge', async () => (await vscode.badge('Encryption Keys')) === '3');
  });

  it('keeps what is open and chosen when a key changes', async () => {
    await tree().collapse(['Azure']);
    await tree().focus(['AWS', 'In use', 'payments-prod-eu']);
    const before = shapeOf(await tree().rows());
    organization.simulator.setPhase('cck-q81fz', 'INVALID', 'Access to key denied.');
    await vscode.viewAction('Refresh All Keys');
    await waitUntil('the badge to follow', async () => (await vscode.badge('Encryption Keys')) === '4');
    // VS Code asks for rows a moment after it was told that they are others.
    const said = 'orders-staging, AWS key, eu-central-1, Available, Invalid, created ';
    await waitUntil('the row to follow', async () =>
      (await tree().rows()).some(({ ariaLabel }) => ariaLabel.startsWith(said)),
    );
    assert.deepEqual(shapeOf(await tree().rows()), before);
    assert.equal(await focused(), 'payments-prod-eu');
  });

  it('keeps the keys when a refresh fails, and says so in a row, not in a notification', async () => {
    organization.simulator.faults.add({ times: Infinity, fault: { kind: 'status', status: 401 } });
    await vscode.viewAction('Refresh All Keys');
    await tree().waitFor('Sign in again');
    const [first, ...others] = await tree().rows();
    assert.match(
      first?.description ?? '',
      /^Keys of \d+:\d\d [AP]M\. Confluent Cloud did not accept the credential\.$/,
    );
    assert.ok(others.some(({ label }) => label === 'payments-prod-eu'));
    assert.deepEqual(await vscode.notifications.texts(), []);
    organization.simulator.faults.clear();
    await vscode.viewAction('Refresh All Keys');
    await vscode.page
      .locator('.sidebar .label-name', { hasText: 'Sign in again' })
      .waitFor({ state: 'hidden' });
  });

  it('has buttons that mean the view, whatever row has the focus', async () => {
    await tree().focus(['AWS', 'In use', 'payments-prod-eu']);
    await vscode.viewAction('Find Key…');
    const { placeholder } = await vscode.quickInput.state();
    assert.match(placeholder, /^Find a key by name/);
    await vscode.quickInput.escape();
    await vscode.viewAction('Views and More Actions...');
    await chooseByKeys(vscode, 'Sign In…');
    await vscode.quickInput.waitFor('Sign In to Confluent Cloud');
    await vscode.quickInput.escape();
    await vscode.quickInput.waitUntilClosed();
  });

  it('is grouped by what the user chooses', async () => {
    await vscode.runCommand('Confluent BYOK: Group Keys By…');
    await vscode.quickInput.pick('Region');
    await tree().waitFor('us-west-2');
    const groups = (await tree().rows()).filter(({ level }) => level === 1).map(({ label }) => label);
    assert.deepEqual(groups.slice(0, 3), ['ap-southeast-2', 'eastus2', 'eu-central-1']);
  });

  it('says all of a row to who hears it, whatever it is grouped by', async () => {
    const rows = await tree().rows();
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
    const texts = await tree().welcome();
    assert.match(texts[0] ?? '', /^The keyring of this machine did not give the credential\./);
    await tree().welcomeAction('Sign In Again');
    await vscode.quickInput.waitFor('Sign In Again (1/2)');
    assert.equal((await vscode.quickInput.state()).value, canaryKey.apiKeyId);
    await vscode.quickInput.accept();
    await vscode.quickInput.waitFor('Sign In Again (2/2)');
    await vscode.quickInput.type(canaryKey.apiKeySecret);
    await vscode.quickInput.accept();
    await tree().waitFor('us-west-2');
  });
});
