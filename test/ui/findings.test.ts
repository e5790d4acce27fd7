import assert from 'node:assert/strict';
import type { VsCode } from './driver.ts';
import { openVsCode, pictureFailures } from './driver.ts';
import { Clipboard } from './driver/clipboard.ts';
import { waitUntil } from './driver/waitUntil.ts';
import type { ServedOrganization } from './organization';
import { serveOrganization, signInByHand } from './organization';

describe('findings and the inventory through the browser', () => {
  let vscode: VsCode;
  let organization: ServedOrganization;
  pictureFailures(() => vscode);
  before(async () => {
    organization = await serveOrganization();
    vscode = await openVsCode();
    await vscode.openContainer('Encryption Keys');
    await signInByHand(vscode, organization, 'Acme');
    await vscode.tree('Encryption Keys').waitFor('fraud-detection-prod');
  });
  after(async () => {
    await vscode.close();
    await organization.server.close();
  });

  const labels = async (): Promise<readonly string[]> =>
    (await vscode.quickInput.items()).map(({ label, description }) => `${label} ${description}`.trim());
  const first = async (): Promise<string> => (await labels())[0] ?? '';
  const list = async (): Promise<void> => {
    await vscode.runCommand('Confluent BYOK: Show Findings…');
    await waitUntil('the findings', async () => (await labels()).length > 3);
  };

  it('lists the worst first, and shows the key of the one that is chosen', async () => {
    await list();
    assert.equal(await first(), 'Invalid key in use fraud-detection-prod');
    await vscode.quickInput.accept();
    await vscode.page
      .locator('.monaco-list-row[role="treeitem"].focused')
      .filter({ hasText: 'fraud-detection-prod' })
      .waitFor();
  });

  it('mutes one for a reason that must be given, and unmutes it', async () => {
    await vscode.runCommand('Confluent BYOK: Mute Finding…');
    await waitUntil(
      'the findings',
      async () => (await first()) === 'Invalid key in use fraud-detection-prod',
    );
    await vscode.quickInput.accept();
    await vscode.quickInput.waitFor('Invalid key in use: cck-b0v6h');
    await vscode.quickInput.accept();
    await vscode.quickInput.waitForMessage(/^Say why/);
    await vscode.quickInput.type('Agreed until March');
    await vscode.quickInput.accept();
    await vscode.quickInput.waitUntilClosed();
    await list();
    assert.equal(await first(), 'Cluster in another region than its key inventory-prod');
    await vscode.quickInput.type('Agreed until');
    await waitUntil(
      'the muted one',
      async () => (await first()) === 'Invalid key in use fraud-detection-prod',
    );
    await vscode.quickInput.escape();
    await vscode.runCommand('Confluent BYOK: Unmute Finding…');
    await waitUntil(
      'the muted one',
      async () => (await first()) === 'Invalid key in use fraud-detection-prod',
    );
    await vscode.quickInput.accept();
    await vscode.quickInput.waitUntilClosed();
    await list();
    assert.equal(await first(), 'Invalid key in use fraud-detection-prod');
    await vscode.quickInput.escape();
  });

  it('changes nothing when a reason is not given', async () => {
    await vscode.runCommand('Confluent BYOK: Mute Finding…');
    await waitUntil('the findings', async () => (await first()).startsWith('Invalid key in use'));
    await vscode.quickInput.accept();
    await vscode.quickInput.waitFor('Invalid key in use: cck-b0v6h');
    await vscode.quickInput.escape();
    await list();
    assert.equal(await first(), 'Invalid key in use fraud-detection-prod');
    await vscode.quickInput.escape();
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
  let organization: ServedOrganization;
  pictureFailures(() => vscode);
  before(async () => {
    organization = await serveOrganization();
    const fault = { kind: 'status', status: 403 } as const;
    organization.simulator.faults.add({ times: 1000, match: { path: /environments/ }, fault });
    vscode = await openVsCode();
    await vscode.openContainer('Encryption Keys');
    await signInByHand(vscode, organization, 'Acme');
    await vscode.tree('Encryption Keys').waitFor('fraud-detection-prod');
  });
  after(async () => {
    await vscode.close();
    await organization.server.close();
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
    await waitUntil(
      'what is said above',
      async () =>
        (await vscode.quickInput.state()).placeholder === 'Findings, not all: the clusters are not known',
    );
    await vscode.quickInput.escape();
  });
});
