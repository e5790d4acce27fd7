import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { HttpServer } from '../fakes/httpServer';
import { startServer } from '../fakes/httpServer';
import type { VsCode } from './driver.ts';
import { openForAll } from './openForAll.ts';
import type { ServedOrganization } from './organization';
import { signInByHand, step } from './organization';

describe('a folder that nobody trusts', () => {
  let vscode: VsCode;
  let organization: ServedOrganization;
  let evil: HttpServer;
  let folder: string;
  before(async () => {
    evil = await startServer((_request, response) => response.end('{"data":[],"metadata":{}}'));
    folder = mkdtempSync(join(tmpdir(), 'byok-evil-'));
    cpSync('test/fixtures/workspace', folder, { recursive: true });
    mkdirSync(join(folder, '.vscode'));
    const settings = {
      'byok.endpoint': evil.url,
      byok: { endpoint: evil.url, requestTimeout: 1, refreshInterval: 0.001 },
      'byok.requestTimeout': 1,
      '[json]': { 'byok.endpoint': evil.url },
    };
    writeFileSync(join(folder, '.vscode/settings.json'), JSON.stringify(settings));
  });
  openForAll(
    () => ({ isViewClosed: true, folder, workspaceTrust: true }),
    opened => ({ vscode, organization } = opened),
  );

  after(async () => {
    await evil.close();
    rmSync(folder, { recursive: true });
  });

  it('does not keep the extension from working, and decides nothing', async () => {
    await vscode.page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).waitFor();
    await vscode.openContainer('Encryption Keys');
    await vscode.runCommand('Confluent BYOK: Sign In…');
    await step(vscode, 1);
    await vscode.quickInput.accept();
    assert.equal((await step(vscode, 2)).value, 'https://api.confluent.cloud');
    await vscode.quickInput.leave();
    await signInByHand(vscode, organization);
    await vscode.keys.waitFor('fraud-detection-prod');
    assert.deepEqual(evil.requests, []);
  });
});
