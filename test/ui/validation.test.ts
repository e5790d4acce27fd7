import assert from 'node:assert/strict';
import { createCluster } from './createCluster';
import type { VsCode } from './driver.ts';
import { becomes, waitUntil } from './driver/waitUntil.ts';
import { openForAll } from './openForAll.ts';
import type { ServedOrganization } from './organization';

const minute = 60_000;
const day = 24 * 60 * minute;
const waiting = { id: 'cck-n5o1i', path: ['Google Cloud', 'Available', 'mobile-events-dev'] } as const;

describe('waiting for a key to be valid', () => {
  let vscode: VsCode;
  let organization: ServedOrganization;
  openForAll({ signIn: 'by its name' }, opened => {
    ({ vscode, organization } = opened);
    organization.simulator.scriptValidation(waiting.id, [
      { afterMs: 5 * minute, phase: 'VALID' },
      { afterMs: 3 * day, phase: 'INVALID', message: 'key access denied' },
    ]);
  });

  const isValid = 'Confluent can use the key cck-n5o1i now. Next: create the cluster that it is for.';
  const isLost = 'Confluent can no longer use the key cck-n5o1i: the cluster that has it may stop.';
  const rowOfKey = async () => (await vscode.keys.rows()).find(({ label }) => label === 'mobile-events-dev');

  it('is seen in the status bar', async () => {
    await vscode.keys.contextMenu(waiting.path);
    await vscode.menu.choose('Watch Until Valid');
    await vscode.statusItem('Waiting for 1 key').waitFor();
  });

  it('ends with the news that Confluent can use it, and leads to the key', async () => {
    organization.clock.advance(5 * minute);
    // Nobody refreshes: this is the wait itself.
    await vscode.notifications.waitFor(isValid);
    await vscode.statusItem('Waiting for 1 key').waitFor({ state: 'hidden' });
    await waitUntil('the row to follow', async () =>
      (await rowOfKey())?.ariaLabel.includes(', Available, Valid, '),
    );
    await vscode.notifications.choose(isValid, 'Show Key');
    await waitUntil('the key to be selected', async () => (await rowOfKey())?.isSelected);
  });

  it('is over: the key that a cluster has and that Confluent loses is told unasked', async () => {
    await createCluster(organization, waiting.id, 'GCP', 'europe-west4');
    await vscode.viewAction('Refresh All Keys');
    await waitUntil('the key to be in use', async () =>
      (await rowOfKey())?.ariaLabel.includes(', In use, Valid, '),
    );
    assert.deepEqual(await vscode.notifications.unanswered(), []);
    organization.clock.advance(3 * day);
    await vscode.viewAction('Refresh All Keys');
    await vscode.notifications.waitFor(isLost);
    assert.deepEqual(await vscode.notifications.buttons(isLost), ['Show Grant', 'Show Key', 'Show Details']);
  });

  it('has the words of the service in the details, with what is likely and what helps', async () => {
    await vscode.notifications.choose(isLost, 'Show Details');
    await vscode.editors.waitForTab('What went wrong');
    const text = await vscode.editors.text();
    assert.match(text, /Confluent Cloud says: key access denied\n\nLikely cause: .+\n\nWhat helps:\n- /);
  });

  it('told each of it once', async () => {
    await vscode.viewAction('Refresh All Keys');
    await vscode.keys.contextMenu(['Google Cloud', 'In use', 'mobile-events-dev']);
    await vscode.menu.choose('Refresh Keys');
    const { requests } = organization.simulator;
    await waitUntil('the key to be fetched', async () => requests.at(-1)?.path.endsWith(`/${waiting.id}`));
    // Both were answered, and nothing has come since.
    assert.deepEqual(await vscode.notifications.unanswered(), []);
  });

  it('tells of many keys that Confluent loses at once in one piece, and leads to them', async () => {
    for (const key of ['cck-7k2ma', 'cck-e6j4u'])
      organization.simulator.setPhase(key, 'INVALID', 'The key is disabled.');
    await vscode.viewAction('Refresh All Keys');
    const many = 'Confluent can no longer use 2 keys: the clusters that have them may stop.';
    await vscode.notifications.waitFor(many);
    await vscode.notifications.choose(many, 'Show Keys');
    await waitUntil('the filter', async () =>
      (await vscode.keys.message()).endsWith(' keys: In use · Invalid'),
    );
    await becomes(async () => {
      const labels = await vscode.keys.labels();
      return ['payments-prod-eu', 'ledger-prod', 'payments-prod-us'].filter(label => labels.includes(label));
    }, ['payments-prod-eu', 'ledger-prod']);
    await vscode.runCommand('Confluent BYOK: Clear Filter');
    await vscode.keys.waitFor('payments-prod-us');
  });

  it('can be stopped', async () => {
    await vscode.keys.contextMenu(['Google Cloud', 'In use', 'mobile-events-dev']);
    await vscode.menu.choose('Watch Until Valid');
    await vscode.statusItem('Waiting for 1 key').click();
    await vscode.quickInput.waitFor('Stop Waiting');
    await becomes(async () => {
      const items = await vscode.quickInput.items();
      return items.map(({ label, description }) => [label, description]);
    }, [['mobile-events-dev', 'Invalid']]);
    await vscode.quickInput.accept();
    await vscode.statusItem('Waiting for 1 key').waitFor({ state: 'hidden' });
  });
});

describe('waiting for a key, from its row', () => {
  let vscode: VsCode;
  let organization: ServedOrganization;
  openForAll({ signIn: 'by its name' }, opened => {
    ({ vscode, organization } = opened);
    organization.simulator.scriptValidation(waiting.id, [{ afterMs: 5 * minute, phase: 'VALID' }]);
  });

  const watching = ['Watch Until Valid', 'Stop Watching Keys'];
  const offered = async (): Promise<string> => {
    const menu = await vscode.keys.contextMenu(waiting.path);
    const items = await menu.items();
    await menu.close();
    return items.filter(item => watching.includes(item)).join();
  };
  const offers = (item: string) => waitUntil(`"${item}"`, async () => (await offered()) === item);

  it('is offered, then its end is, and both do what they say', async () => {
    await offers('Watch Until Valid');
    await vscode.keys.contextMenu(waiting.path);
    await vscode.menu.choose('Watch Until Valid');
    await vscode.statusItem('Waiting for 1 key').waitFor();
    await offers('Stop Watching Keys');
    await vscode.keys.contextMenu(waiting.path);
    await vscode.menu.choose('Stop Watching Keys');
    await vscode.statusItem('Waiting for 1 key').waitFor({ state: 'hidden' });
    await offers('Watch Until Valid');
  });

  it('is not offered any more once the key is valid', async () => {
    await vscode.keys.contextMenu(waiting.path);
    await vscode.menu.choose('Watch Until Valid');
    await offers('Stop Watching Keys');
    organization.clock.advance(5 * minute);
    await vscode.statusItem('Waiting for 1 key').waitFor({ state: 'hidden' });
    await offers('');
  });
});

describe('waiting for a key, over a reload of the window', () => {
  let vscode: VsCode;
  openForAll({ signIn: 'demo' }, opened => ({ vscode } = opened));

  it('goes on', async () => {
    await vscode.keys.contextMenu(waiting.path);
    await vscode.menu.choose('Watch Until Valid');
    await vscode.statusItem('Waiting for 1 key').waitFor();
    await vscode.reload();
    await vscode.statusItem('Waiting for 1 key').waitFor();
    await vscode.runCommand('Confluent BYOK: Stop Watching Keys');
    await vscode.quickInput.pick('mobile-events-dev');
    await vscode.statusItem('Waiting for 1 key').waitFor({ state: 'hidden' });
    await vscode.reload();
    await vscode.keys.waitFor('mobile-events-dev');
    assert.equal(await vscode.statusItem('Waiting for 1 key').count(), 0);
  });
});
