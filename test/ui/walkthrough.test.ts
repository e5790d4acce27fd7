import assert from 'node:assert/strict';
import { chooseByKeys } from './chooseByKeys.ts';
import type { VsCode } from './driver.ts';
import { openVsCode, pictureFailures } from './driver.ts';
import { textOf } from './driver/text.ts';
import { waitUntil } from './driver/waitUntil.ts';

describe('the walkthrough', () => {
  let vscode: VsCode;
  pictureFailures(() => vscode);
  before(async () => {
    vscode = await openVsCode();
  });
  after(() => vscode.close());

  const run = (title: string): Promise<void> => vscode.runCommand(`Confluent BYOK: ${title}`);
  const showWalkthrough = (): Promise<void> =>
    vscode.page.locator('.tabs-container .tab', { hasText: 'Welcome' }).click();
  const done = async (): Promise<readonly string[]> => {
    const steps = await vscode.page.locator('.getting-started-step').all();
    const titles = await Promise.all(
      steps.map(async step => {
        const isDone = (await step.locator('.codicon.complete').count()) > 0;
        return isDone ? [await textOf(step.locator('.step-title'))] : [];
      }),
    );
    return titles.flat();
  };
  const becomes = async (...expected: readonly string[]): Promise<void> => {
    await waitUntil(`the steps ${expected.join(', ')} to be done`, async () => {
      const titles = await done();
      return expected.every(title => titles.includes(title));
    });
    assert.deepEqual(await done(), expected);
  };

  it('ticks what happened, and nothing for a step that is only looked at', async () => {
    await vscode.runCommand('Welcome: Open Walkthrough...');
    await vscode.quickInput.type('Encryption keys of Confluent Cloud');
    await vscode.quickInput.accept();
    for (const title of ['Look at the keys', 'Find one among many', 'Read what the service says'])
      await vscode.page.locator('.getting-started-step', { hasText: title }).click();
    assert.deepEqual(await done(), []);

    // By the mouse: what a step shows takes the focus when it comes, and the palette goes.
    await vscode.page.locator('.activitybar').getByRole('tab', { name: 'Encryption Keys' }).click();
    await vscode.tree('Encryption Keys').welcome();
    assert.deepEqual(await done(), []);

    await vscode.tree('Encryption Keys').welcomeAction('Explore the Demo Organization');
    const signedIn = ['Sign in, or explore the demo', 'Look at the keys'];
    await becomes(...signedIn);

    await vscode.tree('Encryption Keys').open(['AWS', 'In use', 'payments-prod-eu']);
    await vscode.editors.webview().getByRole('heading', { level: 1, name: 'payments-prod-eu' }).waitFor();
    await showWalkthrough();
    await becomes(...signedIn);
  });

  it('ticks the rest when a filter is set and JSON is opened', async () => {
    await run('Filter Keys…');
    await vscode.quickInput.type('prod');
    await vscode.page.keyboard.press('Enter');
    await vscode.quickInput.waitUntilClosed();
    await vscode.tree('Encryption Keys').contextMenu(['AWS', 'In use', 'payments-prod-eu']);
    await chooseByKeys(vscode, 'Open Key JSON');
    await vscode.editors.waitForTab('cck-7k2ma.json');
    await showWalkthrough();
    await becomes(
      'Sign in, or explore the demo',
      'Look at the keys',
      'Find one among many',
      'Read what the service says',
    );
  });
});
