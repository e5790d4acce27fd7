import assert from 'node:assert/strict';
import { canaryKey } from '../api/canary';
import { chooseByKeys } from './chooseByKeys.ts';
import type { VsCode } from './driver.ts';
import { openVsCode, pictureFailures } from './driver.ts';
import type { ServedOrganization } from './organization';
import { serveOrganization, signInByHand, step } from './organization';

describe('leaving', () => {
  let vscode: VsCode;
  let organization: ServedOrganization;
  pictureFailures(() => vscode);
  before(async () => {
    organization = await serveOrganization();
    vscode = await openVsCode();
    await vscode.openContainer('Encryption Keys');
  });
  after(async () => {
    await vscode.close();
    await organization.server.close();
  });

  const tree = () => vscode.tree('Encryption Keys');
  const isSignedOut = async (): Promise<void> => {
    const [first] = await tree().welcome();
    assert.match(first ?? '', /^See the self-managed encryption keys/);
  };

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
      await vscode.quickInput.escape();
      await vscode.quickInput.waitUntilClosed();
      await isSignedOut();
      // The credential is tried at the fourth step, and not before.
      assert.equal(organization.simulator.requests.length > 0, last === 5);
    });
  }

  it('an organization from its row, after asking', async () => {
    await signInByHand(vscode, organization, 'First');
    await signInByHand(vscode, organization, 'Second');
    await tree().waitFor('First');
    await tree().contextMenu(['First']);
    await chooseByKeys(vscode, 'Sign Out…');
    const { message, detail, buttons } = await vscode.dialog.state();
    assert.equal(message, 'Sign out of this organization?');
    assert.equal(
      detail,
      `First · ${canaryKey.apiKeyId} · ${organization.server.url}The credential is removed from the keyring of this machine. Keys stay as they are.`,
    );
    assert.deepEqual(buttons, ['Cancel', 'Sign Out']);
    await vscode.dialog.choose('Cancel');
    await tree().waitFor('First');
    await tree().contextMenu(['First']);
    await chooseByKeys(vscode, 'Sign Out…');
    await vscode.dialog.choose('Sign Out');
    // Alone, the other one has no row of its own.
    await vscode.page
      .locator('.sidebar .label-name', { hasText: /^(First|Second)$/ })
      .first()
      .waitFor({ state: 'hidden' });
    await tree().waitFor('fraud-detection-prod');
  });

  it('an organization from the Accounts menu', async () => {
    const menu = await vscode.accountsMenu();
    await menu.items();
    for (const key of ['Home', 'ArrowRight', 'End', 'Enter']) await vscode.page.keyboard.press(key);
    await vscode.dialog.choose('Sign Out');
    await isSignedOut();
  });
});
