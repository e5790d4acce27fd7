import assert from 'node:assert/strict';
import { canaryKey } from '../api/canary';
import type { VsCode } from './driver.ts';
import { openForAll } from './openForAll.ts';
import type { ServedOrganization } from './organization';
import { signInByHand, step } from './organization';

describe('leaving', () => {
  let vscode: VsCode;
  let organization: ServedOrganization;
  openForAll({}, opened => ({ vscode, organization } = opened));

  const isSignedOut = () => vscode.keys.welcome('See the self-managed encryption keys');

  for (const last of [1, 2, 3, 4, 5]) {
    it(`a sign-in at step ${last} changes nothing`, async () => {
      const answers = [undefined, organization.server.url, canaryKey.apiKeyId, canaryKey.apiKeySecret];
      await vscode.runCommand('Confluent BYOK: Sign In…');
      for (const [index, answer] of answers.slice(0, last - 1).entries()) {
        await step(vscode, index + 1);
        if (answer !== undefined) await vscode.quickInput.type(answer);
        await vscode.quickInput.accept();
      }
      await step(vscode, last);
      await vscode.quickInput.leave();
      await isSignedOut();
      // The credential is tried at the fourth step, and not before.
      assert.equal(organization.simulator.requests.length > 0, last === 5);
    });
  }

  it('an organization from its row, after asking', async () => {
    await signInByHand(vscode, organization, 'First');
    await signInByHand(vscode, organization, 'Second');
    await vscode.keys.waitFor('First');
    await vscode.keys.contextMenu(['First']);
    await vscode.menu.choose('Sign Out…');
    const { message, detail, buttons } = await vscode.dialog.state();
    assert.equal(message, 'Sign out of this organization?');
    assert.equal(
      detail,
      `First · ${canaryKey.apiKeyId} · ${organization.server.url}The credential is removed from the keyring of this machine. Keys stay as they are.`,
    );
    assert.deepEqual(buttons, ['Cancel', 'Sign Out']);
    await vscode.dialog.choose('Cancel');
    await vscode.keys.waitFor('First');
    await vscode.keys.contextMenu(['First']);
    await vscode.menu.choose('Sign Out…');
    await vscode.dialog.choose('Sign Out');
    // Alone, the other one has no row of its own.
    await vscode.page
      .locator('.sidebar .label-name', { hasText: /^(First|Second)$/ })
      .first()
      .waitFor({ state: 'hidden' });
    await vscode.keys.waitFor('fraud-detection-prod');
  });

  it('an organization from the Accounts menu', async () => {
    const menu = await vscode.accountsMenu();
    await menu.items();
    await vscode.press('Home', 'ArrowRight');
    await vscode.page.locator('.monaco-submenu:visible').waitFor();
    await vscode.press('End', 'Enter');
    await vscode.dialog.choose('Sign Out');
    await isSignedOut();
  });
});
