import assert from 'node:assert/strict';
import type { VsCode } from './driver.ts';
import { textsOf } from './driver/text.ts';
import { becomes } from './driver/waitUntil.ts';
import { openForAll } from './openForAll.ts';

describe('the walkthrough', () => {
  let vscode: VsCode;
  openForAll({ isViewClosed: true }, opened => ({ vscode } = opened));

  const run = (title: string): Promise<void> => vscode.runCommand(`Confluent BYOK: ${title}`);
  const showWalkthrough = (): Promise<void> =>
    vscode.page.locator('.tabs-container .tab', { hasText: 'Welcome' }).click();
  const done = (): Promise<readonly string[]> =>
    textsOf(vscode.page.locator('.getting-started-step:has(.codicon.complete) .step-title'));
  const becomesDone = (...expected: readonly string[]): Promise<void> => becomes(done, expected);

  it('ticks what happened, and nothing for a step that is only looked at', async () => {
    await vscode.runCommand('Welcome: Open Walkthrough...');
    await vscode.quickInput.type('Encryption keys of Confluent Cloud');
    await vscode.quickInput.pick('Encryption keys of Confluent Cloud');
    for (const title of ['Look at the keys', 'Find one among many', 'Read what the service says'])
      await vscode.page.locator('.getting-started-step', { hasText: title }).click();
    assert.deepEqual(await done(), []);

    // By the mouse: what a step shows takes the focus when it comes, and the palette goes.
    await vscode.page.locator('.activitybar').getByRole('tab', { name: 'Encryption Keys' }).click();
    await vscode.keys.welcome('See the self-managed encryption keys');
    assert.deepEqual(await done(), []);

    await vscode.keys.welcomeAction('Explore the Demo Organization');
    const signedIn = ['Sign in, or explore the demo', 'Look at the keys'];
    await becomesDone(...signedIn);

    await vscode.keys.open(['AWS', 'In use', 'payments-prod-eu']);
    await vscode.editors.webview().getByRole('heading', { level: 1, name: 'payments-prod-eu' }).waitFor();
    await showWalkthrough();
    await becomesDone(...signedIn);
  });

  it('ticks the rest when a filter is set and JSON is opened', async () => {
    await run('Filter Keys…');
    await vscode.quickInput.type('prod');
    await vscode.quickInput.accept();
    await vscode.quickInput.waitUntilClosed();
    await vscode.keys.contextMenu(['AWS', 'In use', 'payments-prod-eu']);
    await vscode.menu.choose('Open Key JSON');
    await vscode.editors.waitForTab('cck-7k2ma.json');
    await showWalkthrough();
    await becomesDone(
      'Sign in, or explore the demo',
      'Look at the keys',
      'Find one among many',
      'Read what the service says',
    );
  });
});
