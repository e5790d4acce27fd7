import assert from 'node:assert/strict';
import { demoOrganization } from '../../src/simulator/demoOrganization';
import type { RunningServer } from '../../src/simulator/server';
import { serve } from '../../src/simulator/server';
import { Simulator } from '../../src/simulator/simulator';
import type { VsCode } from './driver.ts';
import { openVsCode, pictureFailures } from './driver.ts';

describe('signing in by hand', () => {
  let vscode: VsCode;
  let server: RunningServer;
  pictureFailures(() => vscode);
  before(async () => {
    server = await serve(new Simulator({ organization: demoOrganization(Date.now()) }));
    vscode = await openVsCode();
    await vscode.openContainer('Encryption Keys');
  });
  after(async () => {
    await vscode.close();
    await server.close();
  });

  const step = async (number: number): Promise<void> => {
    await vscode.page.locator('.quick-input-title', { hasText: `(${number}/5)` }).waitFor();
  };
  const message = (text: string) => vscode.page.locator('.quick-input-message', { hasText: text });

  it('asks one thing after the other and says what is wrong in place', async () => {
    await vscode.runCommand('Confluent BYOK: Sign In…');
    await step(1);
    await vscode.quickInput.accept();
    await step(2);
    await vscode.quickInput.type('http://example.com');
    await message('Plain http would send the credential in the open').waitFor();
    await vscode.quickInput.type(server.url);
    await vscode.quickInput.accept();
    await step(3);
    await vscode.quickInput.type('DEMOADMIN0000001');
    await vscode.quickInput.accept();
    await step(4);
    await vscode.quickInput.type('wrong');
    await vscode.quickInput.accept();
    await message('did not accept the credential').waitFor();
  });

  it('goes back step by step, and forth again, with what was typed', async () => {
    const shown: string[] = [];
    for (const number of [3, 2, 1]) {
      await vscode.quickInput.back();
      await step(number);
      shown.push((await vscode.quickInput.state()).value);
    }
    for (const number of [2, 3, 4]) {
      await vscode.quickInput.accept();
      await step(number);
      shown.push((await vscode.quickInput.state()).value);
    }
    // A secret is asked for again.
    const { url } = server;
    assert.deepEqual(shown, ['DEMOADMIN0000001', url, '', url, 'DEMOADMIN0000001', '']);
  });

  it('signs in and shows the keys', async () => {
    await vscode.quickInput.type('demo-secret-of-the-admin');
    await vscode.quickInput.accept();
    await step(5);
    await vscode.quickInput.accept();
    await vscode.tree('Encryption Keys').waitFor('fraud-detection-prod');
  });

  it('signs out, after asking', async () => {
    await vscode.runCommand('Confluent BYOK: Sign Out…');
    await vscode.page.locator('.monaco-dialog-box').getByRole('button', { name: 'Sign Out' }).click();
    await vscode.page.locator('.welcome-view-content').waitFor();
  });
});
