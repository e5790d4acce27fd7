import assert from 'node:assert/strict';
import { ask } from '../simulator/ask';
import type { Theme, VsCode } from './driver.ts';
import { violationsIn } from './driver/axe.ts';
import { Clipboard } from './driver/clipboard.ts';
import { focusIn, widthsOf, zoom } from './driver/webviewDocument.ts';
import { becomes, waitUntil } from './driver/waitUntil.ts';
import { openForAll } from './openForAll.ts';
import type { ServedOrganization } from './organization';

const themes: readonly Theme[] = [
  'Default Dark Modern',
  'Default Light Modern',
  'Default High Contrast',
  'Default High Contrast Light',
];

describe('the page of a key, through the browser', () => {
  let vscode: VsCode;
  let organization: ServedOrganization;
  openForAll(
    { signIn: { label: 'Acme' }, size: { width: 1280, height: 1000 } },
    opened => ({ vscode, organization } = opened),
  );

  const page = () => vscode.editors.webview();
  const heading = (name: string) => page().getByRole('heading', { level: 1, name, exact: true });
  const button = (name: string) => page().getByRole('button', { name, exact: true });
  const open = async (...path: readonly string[]): Promise<void> => {
    await vscode.keys.open(path);
    await heading(path.at(-1) ?? '').waitFor();
  };

  const click = async (name: string): Promise<void> => {
    await vscode.page.locator('.sidebar .monaco-list-row').filter({ hasText: name }).first().click();
    await heading(name).waitFor();
  };

  it('shows a key at a glance', async () => {
    await open('AWS', 'In use', 'fraud-detection-prod');
    await page().getByText('Invalid key in use').waitFor();
    await page().getByText('lkc-3f6rd · ').waitFor();
    await becomes(
      () => page().getByRole('heading', { level: 2 }).allInnerTexts(),
      [
        'State',
        'Findings',
        'Registration',
        'Key in AWS',
        'Assigned by Confluent',
        'Access That the Key Must Grant',
        'Clusters That Use It',
        'As Confluent Cloud Has It (JSON)',
      ],
    );
  });

  it('is one for each key, in a tab that the next key takes unless it was kept', async () => {
    const tabs = () => vscode.editors.tabs();
    const kept = vscode.editors.tabOfPage('payments-prod-us', 'cck-p4x9d');
    const other = vscode.editors.tabOfPage('fraud-detection-prod', 'cck-b0v6h');
    await vscode.runCommand('View: Close All Editors');
    await click('payments-prod-eu');
    await click('payments-prod-us');
    await becomes(tabs, [kept]);
    await open('AWS', 'In use', 'payments-prod-us');
    await click('fraud-detection-prod');
    await click('payments-prod-us');
    await becomes(tabs, [kept, other]);
  });

  it('follows the key', async () => {
    await open('AWS', 'Available', 'orders-staging');
    await page().locator('.status').getByText('Valid', { exact: true }).waitFor();
    organization.simulator.setPhase('cck-q81fz', 'INVALID', 'key is pending deletion');
    await vscode.runCommand('Confluent BYOK: Refresh Keys');
    await page().locator('.status').getByText('Invalid', { exact: true }).waitFor();
    await page().getByText('key is pending deletion', { exact: true }).first().waitFor();
  });

  it('is worked by keyboard alone, with the focus to be seen', async () => {
    await open('AWS', 'In use', 'payments-prod-us');
    await heading('payments-prod-us').click();
    const way: string[] = [];
    await waitUntil('the focus to come to the end of the page', async () => {
      await vscode.press('Tab');
      const { name, isVisible } = await focusIn(page());
      way.push(name);
      assert.ok(isVisible, `The focus on ${name} is not to be seen.`);
      return name.startsWith('As Confluent Cloud Has It');
    });
    const wanted = ['Rename', 'Refresh', 'Grant Access…', 'Open JSON', 'Compare With…', 'Copy Link'];
    assert.deepEqual(way.slice(0, 7), [...wanted, 'Delete Registration…']);
    assert.ok(way.includes('Copy: ARN'));
    await vscode.press('Enter');
    await page().getByText('"display_name": "payments-prod-us"').waitFor();
  });

  it('changes its tabs by arrow keys, and copies what is in them', async () => {
    await page().getByRole('tab', { name: 'Key Policy' }).focus();
    await vscode.press('ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight');
    await page().getByRole('tab', { name: 'Terraform', selected: true }).waitFor();
    const panel = page().getByRole('tabpanel');
    await panel.getByText('resource "confluent_byok_key"').waitFor();
    await panel.getByRole('button', { name: 'Copy', exact: true }).press('Enter');
    const clipboard = new Clipboard(vscode.page);
    await waitUntil('the text to be copied', async () =>
      (await clipboard.read()).includes('resource "confluent_byok_key"'),
    );
  });

  it('is as the user left it when it was hidden', async () => {
    await open('AWS', 'In use', 'fraud-detection-prod');
    await open('AWS', 'In use', 'payments-prod-us');
    await page().getByRole('tab', { name: 'Terraform', selected: true }).waitFor();
    await page().getByText('"display_name": "payments-prod-us"').waitFor();
  });

  it('renames the key in place', async () => {
    await button('Rename').focus();
    await vscode.press('Enter', 'ControlOrMeta+A');
    await vscode.page.keyboard.insertText('x'.repeat(300));
    await page().getByText('A name has at most 256 characters; this one has 300.').waitFor();
    await vscode.press('Enter', 'Escape');
    await heading('payments-prod-us').waitFor();
    await becomes(async () => (await focusIn(page())).name, 'Rename');
    await vscode.press('Enter', 'ControlOrMeta+A');
    await vscode.page.keyboard.insertText('payments <b>us</b>');
    await vscode.press('Enter');
    await heading('payments <b>us</b>').waitFor();
    await vscode.keys.waitFor('payments <b>us</b>');
    await vscode.editors.waitForTab(vscode.editors.tabOfPage('payments <b>us</b>', 'cck-p4x9d'));
    const { json } = await ask(organization.simulator, 'GET /byok/v1/keys/cck-p4x9d');
    assert.equal(json['display_name'], 'payments <b>us</b>');
    await becomes(async () => (await focusIn(page())).name, 'Rename');
  });

  it('says that the key is gone', async () => {
    await open('AWS', 'Available', 'clickstream-dev');
    await ask(organization.simulator, 'DELETE /byok/v1/keys/cck-3nd8s');
    await vscode.runCommand('Confluent BYOK: Refresh Keys');
    await page().getByText('This key is gone: Acme does not have it any more.').waitFor();
    assert.deepEqual(await violationsIn(page()), []);
  });

  for (const theme of themes) {
    it(`has nothing that axe finds wrong: ${theme}`, async () => {
      await vscode.setTheme(theme);
      for (const path of [
        ['AWS', 'In use', 'fraud-detection-prod'],
        ['Azure', 'Available', 'hr-platform-test'],
        ['Google Cloud', 'In use', 'search-prod-eu'],
      ]) {
        await open(...path);
        await page().getByRole('heading', { name: 'Clusters That Use It' }).waitFor();
        assert.deepEqual(await violationsIn(page()), []);
      }
      await button('Rename').press('Enter');
      await button('Save').waitFor();
      assert.deepEqual(await violationsIn(page()), []);
      await button('Cancel').press('Enter');
      await button('Rename').waitFor();
    });
  }

  it('needs no sideways scrolling at 200 %, nor where it is 320 px wide', async () => {
    await vscode.runCommand('View: Toggle Primary Side Bar Visibility');
    await vscode.page.locator('.sidebar').waitFor({ state: 'hidden' });
    await zoom(page(), 2);
    await becomes(async () => (await widthsOf(page())).isWider, false);
    await zoom(page(), 1);
    await vscode.setPageWidth(320);
    assert.equal((await widthsOf(page())).isWider, false);
  });
});
