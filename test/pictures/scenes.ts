import type { VsCode } from '../ui/driver.ts';
import type { TreePath } from '../ui/driver/treeView.ts';
import type { ServedOrganization } from '../ui/organization';
import { serveOrganization, signInByHand } from '../ui/organization';
import type { Scene } from './scene.ts';

const run = (vscode: VsCode, title: string) => vscode.runCommand(`Confluent BYOK: ${title}`);
async function choose(vscode: VsCode, path: TreePath, item: string): Promise<void> {
  await vscode.keys.contextMenu(path);
  await vscode.menu.choose(item);
}
async function openPage(vscode: VsCode, path: TreePath): Promise<void> {
  await vscode.keys.open(path);
  await vscode.editors.webview().getByRole('heading', { level: 1 }).waitFor();
}

/** The keys of before, of an organization that a portal has come before. */
function refreshFailed(): Scene {
  let organization: ServedOrganization | undefined;
  return {
    name: 'refresh-failed',
    isSignedOut: true,
    play: async vscode => {
      organization = await serveOrganization();
      await signInByHand(vscode, organization, 'Acme');
      await vscode.keys.waitFor('fraud-detection-prod');
      organization.simulator.faults.add({ times: Infinity, fault: { kind: 'html' } });
      await run(vscode, 'Refresh Keys');
      await vscode.keys.waitFor('Refresh failed');
    },
    leave: async vscode => {
      await run(vscode, 'Sign Out…');
      await vscode.dialog.choose('Sign Out');
      await vscode.keys.welcome();
      await organization?.server.close();
    },
  };
}

/** In the order in which they are played: signed out, then with the demo organization. */
export const scenes: readonly Scene[] = [
  {
    name: 'welcome',
    isSignedOut: true,
    play: async vscode => {
      await vscode.keys.welcome();
    },
  },
  {
    name: 'sign-in',
    isSignedOut: true,
    play: async vscode => {
      await run(vscode, 'Sign In…');
      await vscode.quickInput.waitFor('(1/5)');
    },
  },
  {
    name: 'walkthrough',
    isSignedOut: true,
    play: async vscode => {
      // What a step shows stands beside it where there is room.
      await vscode.runCommand('View: Toggle Primary Side Bar Visibility');
      await vscode.runCommand('Welcome: Open Walkthrough...');
      await vscode.quickInput.type('Encryption keys of Confluent Cloud');
      await vscode.quickInput.accept();
      await vscode.page.locator('.getting-started-step', { hasText: 'Look at the keys' }).click();
      if (await vscode.page.locator('.getting-started-media').isVisible())
        await vscode.editors.webview().getByText('payments-prod-eu').waitFor();
    },
    leave: vscode => vscode.openContainer('Encryption Keys'),
  },
  refreshFailed(),
  {
    name: 'key',
    inReadme: true,
    play: vscode => openPage(vscode, ['AWS', 'In use', 'fraud-detection-prod']),
  },
  {
    name: 'key-valid',
    play: vscode => openPage(vscode, ['Azure', 'In use', 'crm-prod-westeurope']),
  },
  {
    name: 'key-waiting',
    play: vscode => openPage(vscode, ['Google Cloud', 'Available', 'mobile-events-dev']),
  },
  {
    name: 'overview',
    inReadme: true,
    play: async vscode => {
      await run(vscode, 'Open Overview');
      await vscode.editors.webview().getByRole('heading', { level: 1 }).waitFor();
    },
  },
  {
    name: 'json',
    play: async vscode => {
      await choose(vscode, ['AWS', 'In use', 'fraud-detection-prod'], 'Open Key JSON');
      await vscode.editors.waitForTab(/json/);
    },
  },
  {
    name: 'overview',
    play: async vscode => {
      await run(vscode, 'Open Overview');
      await vscode.editors.webview().locator('.usedKeys').waitFor();
    },
  },
  {
    name: 'find',
    play: async vscode => {
      await run(vscode, 'Find Key…');
      await vscode.quickInput.type('prod');
      await vscode.quickInput.state();
    },
  },
  {
    name: 'filter',
    play: async vscode => {
      await run(vscode, 'Filter Keys…');
      await vscode.quickInput.state();
    },
  },
  {
    name: 'group',
    play: async vscode => {
      await run(vscode, 'Group Keys By…');
      await vscode.quickInput.state();
    },
  },
  {
    name: 'findings',
    play: async vscode => {
      await run(vscode, 'Show Findings…');
      await vscode.quickInput.state();
    },
  },
  {
    name: 'upload-cloud',
    play: async vscode => {
      await run(vscode, 'Upload Key…');
      await vscode.quickInput.waitFor('(1/4)');
    },
  },
  {
    name: 'upload-mistake',
    play: async vscode => {
      await run(vscode, 'Upload Key…');
      await vscode.quickInput.pick('AWS');
      await vscode.quickInput.waitFor('(2/4)');
      await vscode.quickInput.type(
        'arn:aws:kms:eu-west-1:1111222233:key/1234abcd-12ab-34cd-56ef-1234567890ab',
      );
      await vscode.quickInput.waitForMessage(/digits/);
    },
  },
  {
    name: 'upload',
    inReadme: true,
    play: async vscode => {
      await run(vscode, 'Upload Key…');
      await vscode.quickInput.pick('AWS');
      await vscode.quickInput.waitFor('(2/4)');
      await vscode.quickInput.type(
        'arn:aws:kms:eu-south-2:111122223333:key/f6916d2a-9f5b-4c63-8d0a-8c9e1d2f3a4b',
      );
      await vscode.quickInput.accept();
      await vscode.quickInput.waitFor('(3/4)');
      await vscode.quickInput.type('payments-prod-es');
      await vscode.quickInput.accept();
      await vscode.quickInput.waitFor('(4/4)');
    },
  },
  {
    name: 'grant',
    play: async vscode => {
      await choose(vscode, ['AWS', 'Available', 'orders-staging'], 'Grant Confluent Access…');
      await vscode.quickInput.state();
    },
  },
  {
    name: 'delete-available',
    play: async vscode => {
      await vscode.keys.focus(['AWS', 'Available', 'clickstream-dev']);
      await vscode.press('Delete');
      await vscode.dialog.state();
    },
  },
  {
    name: 'delete-in-use',
    play: async vscode => {
      await vscode.keys.focus(['AWS', 'In use', 'payments-prod-eu']);
      await vscode.press('Delete');
      await vscode.dialog.state();
    },
  },
  {
    name: 'delete-type-id',
    play: async vscode => {
      await vscode.keys.focus(['AWS', 'In use', 'billing-archive']);
      await vscode.press('Delete');
      await vscode.dialog.choose('Delete…');
      await vscode.quickInput.type('cck-h3');
      await vscode.quickInput.waitForMessage('Type cck-h3t5q to go on.');
    },
  },
  {
    name: 'rename',
    play: async vscode => {
      await vscode.keys.focus(['AWS', 'Available', 'orders-staging']);
      await vscode.press('F2');
      await vscode.quickInput.waitFor('Rename Key');
    },
  },
  {
    name: 'clusters',
    play: async vscode => {
      for (const label of ['billing-archive', 'payments-prod-eu'])
        await vscode.keys.expand(['AWS', 'In use', label]);
      await vscode.keys.waitFor('No cluster is seen');
      await vscode.keys.expand(['Clusters with legacy keys']);
      await vscode.keys.waitFor('core-banking');
    },
  },
  {
    name: 'stop-watching',
    play: async vscode => {
      await choose(vscode, ['Google Cloud', 'Available', 'mobile-events-dev'], 'Watch Until Valid');
      await choose(vscode, ['Azure', 'Available', 'partner-portal'], 'Watch Until Valid');
      await vscode.statusItem('Waiting for 2 keys').click();
      await vscode.quickInput.waitFor('Stop Waiting');
    },
  },
  {
    name: 'watched-menu',
    play: async vscode => {
      const path = ['AWS', 'In use', 'fraud-detection-prod'];
      await choose(vscode, path, 'Watch Until Valid');
      await vscode.statusItem('Waiting for ').waitFor();
      const menu = await vscode.keys.contextMenu(path);
      await menu.items();
    },
  },
];
