import assert from 'node:assert/strict';
import type { VsCode } from './driver.ts';
import { Clipboard } from './driver/clipboard.ts';
import { becomes, waitUntil } from './driver/waitUntil.ts';
import { openForAll } from './openForAll.ts';

describe('findings and the inventory through the browser', () => {
  let vscode: VsCode;
  openForAll({ signIn: { label: 'Acme' } }, opened => ({ vscode } = opened));

  const invalid = 'Invalid key in use fraud-detection-prod';
  /** Waits for the first of the findings that are listed. */
  const startsWith = (wanted: string): Promise<void> =>
    becomes(async () => {
      const [first] = await vscode.quickInput.items();
      return first && `${first.label} ${first.description}`.trim();
    }, wanted);
  const list = (): Promise<void> => vscode.runCommand('Confluent BYOK: Show Findings…');

  it('lists the worst first, and shows the key of the one that is chosen', async () => {
    await list();
    await startsWith(invalid);
    await vscode.quickInput.accept();
    await vscode.page
      .locator('.monaco-list-row[role="treeitem"].focused')
      .filter({ hasText: 'fraud-detection-prod' })
      .waitFor();
  });

  it('mutes one for a reason that must be given, and unmutes it', async () => {
    await vscode.runCommand('Confluent BYOK: Mute Finding…');
    await startsWith(invalid);
    await vscode.quickInput.accept();
    await vscode.quickInput.waitFor('Invalid key in use: cck-b0v6h');
    await vscode.quickInput.accept();
    await vscode.quickInput.waitForMessage(/^Say why/);
    await vscode.quickInput.type('Agreed until March');
    await vscode.quickInput.accept();
    await vscode.quickInput.waitUntilClosed();
    await list();
    await startsWith('Cluster in another region than its key inventory-prod');
    await vscode.quickInput.type('Agreed until');
    await startsWith(invalid);
    await vscode.quickInput.leave();
    await vscode.runCommand('Confluent BYOK: Unmute Finding…');
    await startsWith(invalid);
    await vscode.quickInput.accept();
    await vscode.quickInput.waitUntilClosed();
    await list();
    await startsWith(invalid);
    await vscode.quickInput.leave();
  });

  it('changes nothing when a reason is not given', async () => {
    await vscode.runCommand('Confluent BYOK: Mute Finding…');
    await startsWith(invalid);
    await vscode.quickInput.accept();
    await vscode.quickInput.waitFor('Invalid key in use: cck-b0v6h');
    await vscode.quickInput.leave();
    await list();
    await startsWith(invalid);
    await vscode.quickInput.leave();
  });

  it('writes the inventory into a document, by the keyboard', async () => {
    await vscode.runCommand('Confluent BYOK: Export Inventory…');
    await vscode.quickInput.waitFor('Export Inventory');
    await vscode.quickInput.pick('Markdown');
    await vscode.editors.waitForTab(/Encryption keys of|Untitled-/);
    assert.match(await vscode.editors.text(), /^# Encryption keys of `Acme`/);
  });

  it('copies a summary', async () => {
    await vscode.runCommand('Confluent BYOK: Copy Summary');
    const clipboard = new Clipboard(vscode.page);
    await waitUntil('the summary', async () =>
      (await clipboard.read()).startsWith('## Encryption keys of `Acme`'),
    );
  });
});

describe('an inventory whose clusters cannot be listed, through the browser', () => {
  let vscode: VsCode;
  openForAll({ signIn: { label: 'Acme' } }, opened => {
    ({ vscode } = opened);
    const fault = { kind: 'status', status: 403 } as const;
    opened.organization.simulator.faults.add({ times: 1000, match: { path: /environments/ }, fault });
  });

  it('is made once the user wants it so, and says what it does not know', async () => {
    await vscode.runCommand('Confluent BYOK: Export Inventory…');
    await vscode.quickInput.waitFor('Export Inventory');
    await vscode.quickInput.pick('Markdown');
    const question = 'The clusters could not be listed: who uses which key is not known.';
    await vscode.notifications.choose(question, 'Go On Without Clusters');
    await vscode.editors.waitForTab(/Encryption keys of|Untitled-/);
    assert.match(
      await vscode.editors.text(),
      /The clusters are not known: who uses which key was not looked at\./,
    );
  });

  it('says so above the findings', async () => {
    await vscode.runCommand('Confluent BYOK: Show Findings…');
    await becomes(
      async () => (await vscode.quickInput.state()).placeholder,
      'Findings, not all: the clusters are not known',
    );
    await vscode.quickInput.leave();
  });
});
