import { chooseByKeys } from '../ui/chooseByKeys.ts';
import type { VsCode } from '../ui/driver.ts';
import type { TreePath } from '../ui/driver/treeView.ts';
import type { Scene } from './scene.ts';

const tree = (vscode: VsCode) => vscode.tree('Encryption Keys');
const run = (vscode: VsCode, title: string) => vscode.runCommand(`Confluent BYOK: ${title}`);
async function choose(vscode: VsCode, path: TreePath, item: string): Promise<void> {
  await tree(vscode).contextMenu(path);
  await chooseByKeys(vscode, item);
}

/** In the order in which they are played: signed out, then with the demo organization. */
export const scenes: readonly Scene[] = [
  {
    name: 'welcome',
    play: async vscode => {
      await tree(vscode).welcome();
    },
  },
  {
    name: 'sign-in',
    play: async vscode => {
      await run(vscode, 'Sign In…');
      await vscode.quickInput.waitFor('(1/5)');
    },
  },
  {
    name: 'browse',
    inReadme: true,
    play: async vscode => {
      await run(vscode, 'Explore the Demo Organization');
      await tree(vscode).waitFor('fraud-detection-prod');
      await tree(vscode).open(['AWS', 'In use', 'payments-prod-eu']);
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
    name: 'upload',
    play: async vscode => {
      await run(vscode, 'Upload Key…');
      await vscode.quickInput.waitFor(/Upload/);
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
      await tree(vscode).focus(['AWS', 'Available', 'clickstream-dev']);
      await vscode.page.keyboard.press('Delete');
      await vscode.dialog.state();
    },
  },
  {
    name: 'delete-in-use',
    play: async vscode => {
      await tree(vscode).focus(['AWS', 'In use', 'payments-prod-eu']);
      await vscode.page.keyboard.press('Delete');
      await vscode.dialog.state();
    },
  },
  {
    name: 'delete-type-id',
    play: async vscode => {
      await tree(vscode).focus(['AWS', 'In use', 'billing-archive']);
      await vscode.page.keyboard.press('Delete');
      await vscode.dialog.choose('Delete…');
      await vscode.quickInput.type('cck-h3');
      await vscode.quickInput.waitForMessage('Type cck-h3t5q to go on.');
    },
  },
  {
    name: 'rename',
    play: async vscode => {
      await tree(vscode).focus(['AWS', 'Available', 'orders-staging']);
      await vscode.page.keyboard.press('F2');
      await vscode.quickInput.waitFor('Rename Key');
    },
  },
  {
    name: 'clusters',
    play: async vscode => {
      for (const label of ['billing-archive', 'payments-prod-eu'])
        await tree(vscode).expand(['AWS', 'In use', label]);
      await tree(vscode).waitFor('No cluster is seen');
      await tree(vscode).expand(['Clusters with legacy keys']);
      await tree(vscode).waitFor('core-banking');
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
];
