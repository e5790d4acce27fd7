import type { VsCode } from './driver.ts';
import { openForAll } from './openForAll.ts';
import type { ServedOrganization } from './organization';
import { signInByHand } from './organization';

describe('commands of the palette, while the view is closed', () => {
  let vscode: VsCode;
  let organization: ServedOrganization;
  openForAll({ isViewClosed: true }, opened => ({ vscode, organization } = opened));

  const run = (title: string): Promise<void> => vscode.runCommand(`Confluent BYOK: ${title}`);

  it('say that nobody is signed in, or lead there', async () => {
    await run('Sign Out…');
    await vscode.notifications.waitFor('You are not signed in to any organization.');
    await run('Sign In Again…');
    await vscode.quickInput.waitFor('Sign In to Confluent Cloud');
    await vscode.quickInput.leave();
  });

  it('say why there is no key to choose, once that is known', async () => {
    organization.simulator.faults.add({
      match: { path: /keys\?/, nth: 2 },
      times: Infinity,
      fault: { kind: 'html' },
    });
    await signInByHand(vscode, organization, 'Test');
    await run('Find Key…');
    await vscode.quickInput.waitForItem('The answer is not one of Confluent Cloud.');
    await vscode.quickInput.leave();
    for (const title of ['Refresh Keys', 'Filter Keys…']) {
      await run(title);
      await vscode.notifications.waitFor(
        'The keys could not be fetched. The answer is not one of Confluent Cloud.',
      );
      await vscode.quickInput.waitUntilClosed();
      await vscode.runCommand('Notifications: Clear All Notifications');
    }
    organization.simulator.faults.clear();
  });

  it('offer what there is to filter by, as soon as it is there', async () => {
    await run('Filter Keys…');
    await vscode.quickInput.waitForItem('Google Cloud');
    await vscode.quickInput.leave();
  });

  it('find a key, and open the view to show it', async () => {
    await run('Find Key…');
    await vscode.quickInput.type('fraud');
    await vscode.quickInput.pick('fraud-detection-prod');
    await vscode.keys.waitFor('fraud-detection-prod');
  });
});
