import assert from 'node:assert/strict';
import type { VsCode } from './driver.ts';
import { openForAll } from './openForAll.ts';
import type { ServedOrganization } from './organization.ts';
import { step } from './organization.ts';

describe('signing in by hand', () => {
  let vscode: VsCode;
  let organization: ServedOrganization;
  openForAll({}, opened => ({ vscode, organization } = opened));

  it('asks one thing after the other and says what is wrong in place', async () => {
    await vscode.runCommand('Confluent BYOK: Sign In…');
    await step(vscode, 1);
    await vscode.quickInput.accept();
    await step(vscode, 2);
    await vscode.quickInput.type('http://example.com');
    await vscode.quickInput.waitForMessage('Plain http would send the credential in the open');
    await vscode.quickInput.type(organization.server.url);
    await vscode.quickInput.accept();
    await step(vscode, 3);
    await vscode.quickInput.type('DEMOADMIN0000001');
    await vscode.quickInput.accept();
    await step(vscode, 4);
    await vscode.quickInput.type('wrong');
    await vscode.quickInput.accept();
    await vscode.quickInput.waitForMessage('did not accept the credential');
  });

  it('goes back step by step, and forth again, with what was typed', async () => {
    const shown: string[] = [];
    for (const number of [3, 2, 1]) {
      await vscode.quickInput.back();
      shown.push((await step(vscode, number)).value);
    }
    for (const number of [2, 3, 4]) {
      await vscode.quickInput.accept();
      shown.push((await step(vscode, number)).value);
    }
    // A secret is asked for again.
    const { url } = organization.server;
    assert.deepEqual(shown, ['DEMOADMIN0000001', url, '', url, 'DEMOADMIN0000001', '']);
  });

  it('signs in and shows the keys', async () => {
    await vscode.quickInput.type('demo-secret-of-the-admin');
    await vscode.quickInput.accept();
    await step(vscode, 5);
    await vscode.quickInput.accept();
    await vscode.keys.waitFor('fraud-detection-prod');
  });

  it('signs out, after asking', async () => {
    await vscode.runCommand('Confluent BYOK: Sign Out…');
    await vscode.dialog.choose('Sign Out');
    await vscode.keys.welcome('See the self-managed encryption keys');
  });
});
