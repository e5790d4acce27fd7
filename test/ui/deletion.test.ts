import assert from 'node:assert/strict';
import type { VsCode } from './driver.ts';
import { becomes } from './driver/waitUntil.ts';
import { openForAll } from './openForAll.ts';
import type { ServedOrganization } from './organization';

const fiveDays = 5 * 24 * 60 * 60_000;

describe('deleting keys', () => {
  let vscode: VsCode;
  let organization: ServedOrganization;
  openForAll(
    { signIn: 'by its name', size: { width: 1280, height: 1000 } },
    opened => ({ vscode, organization } = opened),
  );

  const deleted = (): readonly string[] =>
    organization.simulator.requests
      .filter(({ method }) => method === 'DELETE')
      .map(({ path }) => path.replace(/^.*\//, ''));
  const deleteByKey = async (...path: readonly string[]): Promise<void> => {
    await vscode.keys.focus(path);
    await vscode.press('Delete');
  };

  it('asks about a free key by a button, and says what deleting does and does not do', async () => {
    await deleteByKey('AWS', 'Available', 'clickstream-dev');
    const { message, detail, buttons } = await vscode.dialog.state();
    assert.deepEqual([message, buttons], ['Delete the registration of this key?', ['Cancel', 'Delete']]);
    assert.match(
      detail,
      /^• clickstream-dev \(cck-3nd8s, AWS, Available, .+\)\s+No cluster uses it\.Environments looked at: 3\./,
    );
    assert.match(detail, /The key in your cloud and what you granted stay as they are\.$/);
    await vscode.dialog.choose('Cancel');
    assert.deepEqual(deleted(), []);
    await deleteByKey('AWS', 'Available', 'clickstream-dev');
    await vscode.dialog.choose('Delete');
    await vscode.keys.waitUntilGone('clickstream-dev');
    assert.deepEqual(deleted(), ['cck-3nd8s']);
  });

  it('says who uses a key, and wants its id before it tries', async () => {
    await deleteByKey('AWS', 'In use', 'payments-prod-eu');
    const { detail, buttons } = await vscode.dialog.state();
    assert.match(
      detail,
      /Used by payments-eu \(lkc-1p4ye\)\. Confluent Cloud refuses to delete a key that a cluster has/,
    );
    assert.deepEqual(buttons, ['Cancel', 'Delete…']);
    await vscode.dialog.choose('Delete…');
    await vscode.quickInput.waitFor('Delete Keys That Are Not Known to Be Free');
    await vscode.quickInput.type('cck-7k2m');
    await vscode.quickInput.waitForMessage('Type cck-7k2ma to go on.');
    await vscode.quickInput.accept();
    assert.equal(await vscode.quickInput.value(), 'cck-7k2m');
    await vscode.quickInput.leave();
    assert.deepEqual(deleted(), ['cck-3nd8s']);
  });

  it('says of a key that is held since when it is seen so, and keeps it', async () => {
    await deleteByKey('AWS', 'In use', 'billing-archive');
    const { detail } = await vscode.dialog.state();
    assert.match(
      detail,
      /In use, but by no cluster that is seen: .* First noticed just now: if the cluster was deleted, the key is free by /,
    );
    await vscode.dialog.choose('Delete…');
    await vscode.quickInput.waitFor('Delete Keys That Are Not Known to Be Free');
    await vscode.quickInput.type('cck-h3t5q');
    await vscode.quickInput.accept();
    const told =
      'The key was not deleted. Confluent Cloud holds a key while a cluster has it, and for five days after.';
    await vscode.notifications.waitFor(told);
    await vscode.notifications.choose(told, 'Show Details');
    await vscode.editors.waitForTab('What went wrong');
    await vscode.editors.waitForText('billing-archive');
    assert.match(
      await vscode.editors.text(),
      /billing-archive \(cck-h3t5q\): not deleted\.\nIn use, .* First noticed just now: .*\nDelete the cluster first.*\nConfluent Cloud says: .*\nRequest id for Confluent Support: /,
    );
    assert.ok((await vscode.keys.labels()).includes('billing-archive'));
  });

  it('deletes many after one question, tells of each, and leaves those selected that failed', async () => {
    const { faults } = organization.simulator;
    const match = { method: 'DELETE', path: /cck-q81fz/ } as const;
    faults.add({ match, times: Infinity, fault: { kind: 'status', status: 403 } });
    await vscode.keys.focus(['AWS', 'Available', 'analytics-replicated']);
    await vscode.press('Control+Shift+Enter');
    // The rows are analytics-replicated, ledger-prod (from Terraform), orders-staging and one without a name.
    await vscode.press('Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowDown', 'Delete');
    const { message, detail } = await vscode.dialog.state();
    assert.equal(message, 'Delete the registrations of 4 keys?');
    assert.deepEqual(detail.match(/cck-\w+/g), ['cck-m9w2c', 'cck-z2k7y', 'cck-q81fz', 'cck-x5r1t']);
    await vscode.dialog.choose('Delete');
    const told = 'One of 4 keys was not deleted.';
    await vscode.notifications.waitFor(told);
    await becomes(() => vscode.keys.selected(), ['orders-staging']);
    await vscode.notifications.choose(told, 'Show Details');
    await vscode.editors.waitForText('cck-m9w2c');
    const text = await vscode.editors.text();
    assert.match(text, /analytics-replicated \(cck-m9w2c\): deleted\./);
    assert.match(text, /orders-staging \(cck-q81fz\): not deleted\.\n.*not allowed/);
    faults.clear();
  });

  it('deletes what was held once the five days are over', async () => {
    organization.clock.advance(fiveDays);
    await vscode.viewAction('Refresh All Keys');
    await vscode.keys.contextMenu(['AWS', 'Available', 'billing-archive']);
    await vscode.menu.choose('Delete Key Registration…');
    await vscode.dialog.choose('Delete');
    await vscode.keys.waitUntilGone('billing-archive');
  });
});
