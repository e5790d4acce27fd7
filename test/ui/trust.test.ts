import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { HttpServer } from '../fakes/httpServer';
import { startServer } from '../fakes/httpServer';
import type { VsCode } from './driver.ts';
import { openVsCode, pictureFailures } from './driver.ts';
import type { ServedOrganization } from './organization';
import { serveOrganization, signInByHand } from './organization';

describe('a folder that nobody trusts', () => {
  let vscode: VsCode;
  let organization: ServedOrganization;
  let evil: HttpServer;
  let folder: string;
  pictureFailures(() => vscode);
  before(async () => {
    organization = await serveOrganization();
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
    vscode = await openVsCode({ folder, workspaceTrust: true });
  });
  after(async () => {
    await vscode.close();
    await Promise.all([organization.server.close(), evil.close()]);
    rmSync(folder, { recursive: true });
  });

  it('does not keep the extension from working, and decides nothing', async () => {
    await vscode.page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).waitFor();
    await vscode.openContainer('Encryption Keys');
    await vscode.runCommand('Confluent BYOK: Sign In…');
    await vscode.quickInput.accept();
    const { value } = await vscode.quickInput.waitFor('(2/5)');
    assert.equal(value, 'https://api.confluent.cloud');
    await vscode.quickInput.escape();
    await signInByHand(vscode, organization);
    await vscode.tree('Encryption Keys').waitFor('fraud-detection-prod');
    assert.deepEqual(evil.requests, []);
  });
});
