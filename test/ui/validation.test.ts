import assert from 'node:assert/strict';
import { chooseByKeys } from './chooseByKeys.ts';
import { createCluster } from './createCluster';
import type { VsCode } from './driver.ts';
import { openVsCode, pictureFailures } from './driver.ts';
import { waitUntil } from './driver/waitUntil.ts';
import type { ServedOrganization } from './organization';
import { serveOrganization, signInByHand } from './organization';

const minute = 60_000;
const day = 24 * 60 * minute;
const waiting = { id: 'cck-n5o1i', path: ['Google Cloud', 'Available', 'mobile-events-dev'] } as const;

describe('waiting for a key to be valid', () => {
  let vscode: VsCode;
  let organization: ServedOrganization;
  pictureFailures(() => vscode);
  before(async () => {
    organization = await serveOrganization();
    organization.simulator.scriptValidation(waiting.id, [
      { afterMs: 5 * minute, phase: 'VALID' },
      { afterMs: 3 * day, phase: 'INVALID', message: 'key access denied' },
    ]);
    vscode = await openVsCode();
    await vscode.openContainer('Encryption Keys');
    await signInByHand(vscode, organization);
  });
  after(async () => {
    await vscode.close();
    await organization.server.close();
  });

  const tree = () => vscode.tree('Encryption Keys');
  const isValid = 'Confluent can use the key cck-n5o1i now. Next: create the cluster that it is for.';
  const isLost = 'Confluent can no longer use the key cck-n5o1i: the cluster that has it may stop.';
  const rowOfKey = async () => (await tree().rows()).find(({ label }) => label === 'mobile-events-dev');

  it('is seen in the status bar', async () => {
    await tree().contextMenu(waiting.path);
    await chooseByKeys(vscode, 'Watch Until Valid');
    await vscode.statusItem('Waiting for 1 key').waitFor();
  });

  it('ends with the news that Confluent can use it, and leads to the key', async () => {
    organization.clock.advance(5 * minute);
    // Nobody refreshes: this is the wait itself.
    await vscode.notifications.waitFor(isValid);
    await vscode.statusItem('Waiting for 1 key').waitFor({ state: 'hidden' });
    assert.match((await rowOfKey())?.ariaLabel ?? '', /, Available, Valid, /);
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
    await tree().contextMenu(['Google Cloud', 'In use', 'mobile-events-dev']);
    await chooseByKeys(vscode, 'Refresh Keys');
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
    await waitUntil('the filter', async () => (await tree().message()).endsWith(' keys: In use · Invalid'));
    const labels = (await tree().rows()).map(({ label }) => label);
    assert.deepEqual(
      ['payments-prod-eu', 'ledger-prod', 'payments-prod-us'].filter(label => labels.includes(label)),
      ['payments-prod-eu', 'ledger-prod'],
    );
    await vscode.runCommand('Confluent BYOK: Clear Filter');
    await tree().waitFor('payments-prod-us');
  });

  it('can be stopped', async () => {
    await tree().contextMenu(['Google Cloud', 'In use', 'mobile-events-dev']);
    await chooseByKeys(vscode, 'Watch Until Valid');
    await vscode.statusItem('Waiting for 1 key').click();
    await vscode.quickInput.waitFor('Stop Waiting');
    const [item] = await waitUntil('the keys', async () => {
      const items = await vscode.quickInput.items();
      return items.length > 0 && items;
    });
    assert.deepEqual([item?.label, item?.description], ['mobile-events-dev', 'Invalid']);
    await vscode.quickInput.accept();
    await vscode.statusItem('Waiting for 1 key').waitFor({ state: 'hidden' });
  });
});

describe('waiting for a key, from its row', () => {
  let vscode: VsCode;
  let organization: ServedOrganization;
  pictureFailures(() => vscode);
  before(async () => {
    organization = await serveOrganization();
    organization.simulator.scriptValidation(waiting.id, [{ afterMs: 5 * minute, phase: 'VALID' }]);
    vscode = await openVsCode();
    await vscode.openContainer('Encryption Keys');
    await signInByHand(vscode, organization);
    await vscode.tree('Encryption Keys').waitFor('mobile-events-dev');
  });
  after(async () => {
    await vscode.close();
    await organization.server.close();
  });

  const watching = ['Watch Until Valid', 'Stop Watching Keys'];
  const offered = async (): Promise<string> => {
    const menu = await vscode.tree('Encryption Keys').contextMenu(waiting.path);
    const items = await menu.items();
    await menu.close();
    return items.filter(item => watching.includes(item)).join();
  };
  const offers = (item: string) => waitUntil(`"${item}"`, async () => (await offered()) === item);

  it('is offered, then its end is, and both do what they say', async () => {
    await offers('Watch Until Valid');
    await vscode.tree('Encryption Keys').contextMenu(waiting.path);
    await chooseByKeys(vscode, 'Watch Until Valid');
    await vscode.statusItem('Waiting for 1 key').waitFor();
    await offers('Stop Watching Keys');
    await vscode.tree('Encryption Keys').contextMenu(waiting.path);
    await chooseByKeys(vscode, 'Stop Watching Keys');
    await vscode.statusItem('Waiting for 1 key').waitFor({ state: 'hidden' });
    await offers('Watch Until Valid');
  });

  it('is not offered any more once the key is valid', async () => {
    await vscode.tree('Encryption Keys').contextMenu(waiting.path);
    await chooseByKeys(vscode, 'Watch Until Valid');
    await offers('Stop Watching Keys');
    organization.clock.advance(5 * minute);
    await vscode.statusItem('Waiting for 1 key').waitFor({ state: 'hidden' });
    await offers('');
  });
});

describe('waiting for a key, over a reload of the window', () => {
  let vscode: VsCode;
  pictureFailures(() => vscode);
  before(async () => {
    vscode = await openVsCode();
    await vscode.openContainer('Encryption Keys');
    await vscode.runCommand('Confluent BYOK: Explore the Demo Organization');
  });
  after(() => vscode.close());

  const tree = () => vscode.tree('Encryption Keys');

  it('goes on', async () => {
    await tree().waitFor('mobile-events-dev');
    await tree().contextMenu(waiting.path);
    await chooseByKeys(vscode, 'Watch Until Valid');
    await vscode.statusItem('Waiting for 1 key').waitFor();
    await vscode.reload();
    await vscode.statusItem('Waiting for 1 key').waitFor();
    await vscode.runCommand('Confluent BYOK: Stop Watching Keys');
    await vscode.quickInput.accept();
    await vscode.statusItem('Waiting for 1 key').waitFor({ state: 'hidden' });
    await vscode.reload();
    await tree().waitFor('mobile-events-dev');
    assert.equal(await vscode.statusItem('Waiting for 1 key').count(), 0);
  });
});
