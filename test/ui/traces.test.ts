import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, readdirSync, realpathSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canaryKey } from '../api/canary';
import type { VsCode } from './driver.ts';
import { waitUntil } from './driver/waitUntil.ts';
import { openForAll } from './openForAll.ts';
import type { ServedOrganization } from './organization';
import { signInByHand } from './organization';

const { apiKeyId, apiKeySecret } = canaryKey;
const encoded = Buffer.from(`${apiKeyId}:${apiKeySecret}`).toString('base64');

/** Six characters of the secret, plain or as it is sent, are too many. */
const traces = [apiKeySecret, encoded.slice(-20)].flatMap(text =>
  Array.from({ length: text.length - 5 }, (_, start) => text.slice(start, start + 6)),
);
const hasTrace = (text: string): boolean => traces.some(trace => text.includes(trace));

describe('the credential, in all that VS Code writes', () => {
  let vscode: VsCode;
  let organization: ServedOrganization;
  let folder: string;
  const usual = process.env['TMPDIR'];
  before(() => {
    // Everything that this VS Code keeps goes there: settings, storage, logs, the folder that is open.
    folder = mkdtempSync(join(realpathSync(tmpdir()), 'byok-traces-'));
    process.env['TMPDIR'] = folder;
  });
  openForAll({}, opened => ({ vscode, organization } = opened));
  after(() => {
    if (usual === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = usual;
    rmSync(folder, { recursive: true, force: true });
  });

  const files = (): readonly string[] =>
    readdirSync(folder, { recursive: true })
      .map(file => join(folder, String(file)))
      // The extension itself, with these tests.
      .filter(file => !/byok-tools\.confluent-byok-\d/.test(file))
      .filter(file => statSync(file, { throwIfNoEntry: false })?.isFile() === true);
  const withTrace = (): readonly string[] => files().filter(file => hasTrace(readFileSync(file, 'latin1')));
  const inTheBrowser = async (): Promise<string> =>
    JSON.stringify(await vscode.page.context().storageState({ indexedDB: true }));

  it('is nowhere: after a sign-in, a failure, and a look at everything', async () => {
    await signInByHand(vscode, organization, 'Traced');
    await vscode.keys.waitFor('fraud-detection-prod');
    await vscode.keys.expand(['AWS', 'In use', 'billing-archive']);
    await vscode.keys.waitFor('No cluster is seen');
    await vscode.keys.contextMenu(['Google Cloud', 'Available', 'mobile-events-dev']);
    await vscode.menu.choose('Watch Until Valid');
    await vscode.statusItem('Waiting for 1 key').waitFor();
    organization.simulator.faults.add({ times: 2, fault: { kind: 'status', status: 400 } });
    await vscode.runCommand('Confluent BYOK: Refresh Keys');
    await vscode.keys.waitFor('Refresh failed');
    await vscode.keys.open(['AWS', 'In use', 'payments-prod-eu']);
    // Before the page is there, it would swallow the keys that are pressed.
    await vscode.editors.webview().getByRole('heading', { level: 1, name: 'payments-prod-eu' }).waitFor();
    await vscode.keys.contextMenu(['AWS', 'In use', 'payments-prod-eu']);
    await vscode.menu.choose('Open Key JSON');
    await vscode.editors.waitForTab('cck-7k2ma.json');
    await vscode.runCommand('Confluent BYOK: Open Overview');
    await vscode.editors.waitForTab('Encryption Keys: Overview');
    await vscode.editors.webview().locator('.usedKeys').waitFor();
    await vscode.runCommand('Confluent BYOK: Show Log');
    await vscode.page.locator('.part.panel').waitFor();
    assert.ok(files().some(file => file.endsWith('Confluent BYOK.log')));
    // What is there is looked through: all that the extension keeps, which is written a moment later.
    const names = ['Traced', 'timeline.', 'held.', 'watched'];
    const kept = await waitUntil(names.join(), async () => {
      const kept = await inTheBrowser();
      return names.every(name => kept.includes(name)) && kept;
    });
    assert.deepEqual([withTrace(), hasTrace(kept)], [[], false]);
  });

  it('is nowhere after signing out, and neither is the connection', async () => {
    await vscode.runCommand('Confluent BYOK: Sign Out…');
    await vscode.dialog.choose('Sign Out');
    await vscode.keys.welcome('See the self-managed encryption keys');
    assert.deepEqual([withTrace(), hasTrace(await inTheBrowser())], [[], false]);
  });
});
