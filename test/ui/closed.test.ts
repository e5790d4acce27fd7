import type { VsCode } from './driver.ts';
import { openVsCode, pictureFailures } from './driver.ts';
import { waitUntil } from './driver/waitUntil.ts';
import type { ServedOrganization } from './organization';
import { serveOrganization, signInByHand } from './organization';

describe('commands of the palette, while the view is closed', () => {
  let vscode: VsCode;
  let organization: ServedOrganization;
  pictureFailures(() => vscode);
  before(async () => {
    organization = await serveOrganization();
    vscode = await openVsCode();
  });
  after(async () => {
    await vscode.close();
    await organization.server.close();
  });

  const run = (title: string): Promise<void> => vscode.runCommand(`Confluent BYOK: ${title}`);
  const waitForItem = (label: string): Promise<void> =>
    waitUntil(`the item "${label}"`, async () =>
      (await vscode.quickInput.items()).some(item => item.label === label),
    ).then(() => undefined);
  const leave = async (): Promise<void> => {
    await vscode.quickInput.escape();
    await vscode.quickInput.waitUntilClosed();
  };

  it('say that nobody is signed in, or lead there', async () => {
    await run('Sign Out…');
    await vscode.notifications.waitFor('You are not signed in to any organization.');
    await run('Sign In Again…');
    await vscode.quickInput.waitFor('Sign In to Confluent Cloud');
    await leave();
  });

  it('say why there is no key to choose, once that is known', async () => {
    organization.simulator.faults.add({
      match: { path: /keys\?/, nth: 2 },
      times: Infinity,
      fault: { kind: 'html' },
    });
    await signInByHand(vscode, organization, 'Test');
    await run('Find Key…');
    await waitForItem('The answer is not one of Confluent Cloud.');
    await leave();
    organization.simulator.faults.clear();
  });

  it('offer what there is to filter by, as soon as it is there', async () => {
    await run('Filter Keys…');
    await waitForItem('Google Cloud');
    await leave();
  });

  it('find a key, and open the view to show it', async () => {
    await run('Find Key…');
    await vscode.quickInput.type('fraud');
    await waitForItem('fraud-detection-prod');
    await vscode.quickInput.pick('fraud-detection-prod');
    await vscode.tree('Encryption Keys').waitFor('fraud-detection-prod');
  });
});
