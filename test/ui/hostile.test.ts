import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonObject } from '../../src/model/json';
import { demoOrganization } from '../../src/simulator/demoOrganization';
import { canaryKey } from '../api/canary';
import { hostileTexts } from '../vscode/hostile';
import type { VsCode } from './driver.ts';
import { textsOf } from './driver/text.ts';
import { becomes, waitUntil } from './driver/waitUntil.ts';
import { openForAll } from './openForAll.ts';
import type { ServedOrganization } from './organization';
import { signInByHand, step } from './organization';

const link = hostileTexts['a command link'];
const problem: JsonObject = { errors: [{ id: '1', status: '400', code: link, title: link, detail: link }] };

describe('hostile text of the service, in the editor', () => {
  let vscode: VsCode;
  let organization: ServedOrganization;
  openForAll(
    () => {
      const { keys } = demoOrganization(Date.now());
      const [template] = keys;
      assert.ok(template);
      const changes = {
        displayName: link,
        keys: Object.values(hostileTexts).map((text, index) => {
          const message = text.slice(0, 10_000);
          const validation = { ...template.validation, phase: 'INVALID' as const, message };
          return { ...template, id: `cck-${index}`, displayName: text, validation };
        }),
      };
      return { organization: changes, size: { width: 1400, height: 1000 } };
    },
    opened => ({ vscode, organization } = opened),
  );

  /** Clicks the text wherever it stands, and finds that no command ran. */
  const assertInert = async (place: string): Promise<void> => {
    const places = vscode.page.locator(place).getByText('Fix now');
    await places.first().waitFor();
    // At its beginning, where a link would be; further on the buttons of a row may lie above it.
    for (let index = 0; index < (await places.count()); index += 1)
      await places.nth(index).click({ force: true, position: { x: 12, y: 8 } });
    await assertNoFileOpened();
  };
  /** That is what the link would do. */
  const assertNoFileOpened = async (): Promise<void> =>
    assert.deepEqual(
      (await vscode.editors.tabs()).filter(tab => tab.includes('Untitled')),
      [],
    );

  it('is text where a sign-in is refused, beside what was typed', async () => {
    organization.simulator.faults.add({ times: 2, fault: { kind: 'status', status: 400, body: problem } });
    await vscode.runCommand('Confluent BYOK: Sign In…');
    await step(vscode, 1);
    await vscode.quickInput.accept();
    await step(vscode, 2);
    await vscode.quickInput.type(organization.server.url);
    await vscode.quickInput.accept();
    await step(vscode, 3);
    await vscode.quickInput.type(canaryKey.apiKeyId);
    await vscode.quickInput.accept();
    await step(vscode, 4);
    await vscode.quickInput.type(canaryKey.apiKeySecret);
    await vscode.quickInput.accept();
    await vscode.quickInput.waitForMessage('Confluent Cloud refused the request.');
    await assertInert('.quick-input-message');
    const { value, isMasked } = await vscode.quickInput.state();
    assert.deepEqual([value, isMasked], [canaryKey.apiKeySecret, true]);
    await vscode.quickInput.leave();
    organization.simulator.faults.clear();
  });

  it('is text in the rows, and what hides or reorders is to be seen', async () => {
    await signInByHand(vscode, organization);
    await vscode.keys.waitFor('Fix now');
    const labels = await vscode.keys.labels();
    assert.ok(labels.includes(link));
    assert.ok(labels.includes('invoice-⟨U+202E⟩gnp.exe'));
    assert.ok(labels.includes('</script><img src=x onerror=alert(1)><b>bold</b>'));
    assert.ok(labels.includes('$(zap) $(sync~spin) pay $(error)'));
    assert.ok(labels.every(label => label.length < 20_000));
    await assertInert('.sidebar .monaco-list-row');
    assert.equal(await vscode.page.locator('.sidebar .monaco-list-row img').count(), 0);
  });

  it('is text in a tooltip', async () => {
    const text = await vscode.keys.tooltip(['AWS', 'Available', link]);
    assert.match(text, /^\[Fix\snow\]\(command:workbench\.action\.files\.newUntitledFile\)\n/);
    assert.equal(
      await vscode.page
        .locator('.workbench-hover a')
        .getByText(/Fix\snow/)
        .count(),
      0,
    );
  });

  it('is text in the hover of a file, where the links are our own alone', async () => {
    const ids = Object.keys(hostileTexts).map((_, index) => `cck-${index}`);
    writeFileSync(join(vscode.folder, 'keys.json'), JSON.stringify(ids.slice(0, 5), undefined, 2));
    await vscode.openFile('keys.json');
    for (const [index, text] of Object.values(hostileTexts).slice(0, 5).entries()) {
      // The hover of before may lie above it.
      await vscode.press('Escape');
      await vscode.page.locator('.view-line').getByText(`"cck-${index}"`, { exact: true }).hover();
      const hover = vscode.page.locator('.monaco-hover:visible').filter({ hasText: `ID: cck-${index}` });
      await becomes(() => textsOf(hover.getByRole('link')), ['Open Key', 'Open Key JSON']);
      const [lines = ''] = await hover.allInnerTexts();
      assert.equal(lines.split('\n')[0], text);
      assert.equal(await hover.locator('.rendered-markdown :is(img, b, script, .codicon)').count(), 0);
    }
  });

  it('is text in a quick pick, without icons', async () => {
    await vscode.runCommand('Confluent BYOK: Find Key…');
    await vscode.quickInput.type('pay');
    await vscode.quickInput.waitForItem('$(zap) $(sync~spin) pay $(error)');
    assert.equal(await vscode.page.locator('.quick-input-list .codicon-zap').count(), 0);
    await vscode.quickInput.leave();
  });

  it('stands in no notification, and is text in the document behind it', async () => {
    organization.simulator.faults.add({ times: 9, fault: { kind: 'status', status: 400, body: problem } });
    await vscode.keys.contextMenu(['AWS', 'Available', link]);
    await vscode.menu.choose('Watch Until Valid');
    await vscode.notifications.waitFor('The key could not be fetched.');
    const texts = await vscode.notifications.texts();
    assert.ok(
      texts.every(text => !/Fix now|command:/.test(text)),
      texts.join(),
    );
    organization.simulator.faults.clear();
    await vscode.notifications.choose('The key could not be fetched.', 'Show Details');
    await vscode.editors.waitForTab('What went wrong');
    await vscode.editors.waitForText('Fix now');
    const text = await vscode.editors.text();
    assert.ok(text.includes(link), text);
    await assertInert('.editor-group-container .view-lines');
  });

  it('is text on the page of a key', async () => {
    const page = vscode.editors.webview();
    for (const text of [hostileTexts['a script'], hostileTexts['an icon'], link]) {
      await vscode.keys.open(['AWS', 'Available', text]);
      await page.getByRole('heading', { level: 1, name: text, exact: true }).waitFor();
      await page.getByText('Confluent says', { exact: true }).waitFor();
      assert.equal(await page.locator('main :is(img, b, script, iframe, .codicon)').count(), 0);
      const places = page.locator('main').getByText(text, { exact: true });
      await places.nth(1).waitFor();
      for (let index = 0; index < (await places.count()); index += 1) await places.nth(index).click();
    }
    await assertNoFileOpened();
  });

  it('is text in the JSON of a key', async () => {
    await vscode.editors.webview().getByRole('button', { name: 'Open JSON' }).click();
    await vscode.editors.waitForTab('cck-0.json');
    await assertInert('.editor-group-container .view-lines');
  });

  it('is text in the overview', async () => {
    await vscode.runCommand('Confluent BYOK: Open Overview');
    const page = vscode.editors.webview();
    await page.getByText(`Confluent says: ${link}`).first().waitFor();
    const subjects = page.locator('.findings .link');
    for (const text of [link, hostileTexts['a script'], hostileTexts['an icon'], 'invoice-⟨U+202E⟩gnp.exe'])
      await waitUntil(text, async () => (await textsOf(subjects)).includes(text));
    assert.equal(await page.locator('main :is(a, img, b, script, iframe, .codicon)').count(), 0);
  });
});
