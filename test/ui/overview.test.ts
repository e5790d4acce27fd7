import assert from 'node:assert/strict';
import type { Theme, VsCode } from './driver.ts';
import { violationsIn } from './driver/axe.ts';
import { becomes } from './driver/waitUntil.ts';
import { widthsOf } from './driver/webviewDocument.ts';
import type { SimulatedKey } from '../../src/simulator/organization';
import { openForAll } from './openForAll.ts';
import { serveOrganization, signInByHand } from './organization';

const themes: readonly Theme[] = [
  'Default Light Modern',
  'Default Dark Modern',
  'Default High Contrast',
  'Default High Contrast Light',
];

const openOverview = async (vscode: VsCode): Promise<void> => {
  await vscode.runCommand('Confluent BYOK: Open Overview');
  await vscode.editors.waitForTab('Encryption Keys: Overview');
};

describe('the overview through the browser', () => {
  let vscode: VsCode;
  openForAll({ size: { width: 1280, height: 1000 } }, opened => ({ vscode } = opened));

  const page = () => vscode.editors.webview();
  const finding = (title: string, subject: string) =>
    page().locator('.findings > li').filter({ hasText: title }).filter({ hasText: subject });
  const segment = (label: string) => page().locator('.segment').filter({ hasText: label });

  it('says what helps when nobody is signed in, and follows when somebody is', async () => {
    await openOverview(vscode);
    await page().getByText('Nobody is signed in.').waitFor();
    await page().getByText('Explore the Demo').click();
    await page().getByText('18 keys in Demo Organization').waitFor();
  });

  it('shows charts, the quota, findings and the clusters of each key', async () => {
    await page().locator('.usedKeys').getByText('fraud-detection (lkc-3f6rd) · Dedicated').waitFor();
    await becomes(async () => {
      const texts = await segment('Invalid').allInnerTexts();
      return texts.map(text => text.split(/\s+/));
    }, [['Invalid', '3', '17%']]);
    await page().getByText('18 of 20 keys (90%)').waitFor();
    const [first] = await page().locator('.findings > li').allInnerTexts();
    assert.match(first ?? '', /^Invalid key in use/);
  });

  for (const theme of themes) {
    it(`has nothing that axe objects to: ${theme}`, async () => {
      await vscode.setTheme(theme);
      await finding('Invalid key', 'partner-portal').first().locator('summary').click();
      assert.deepEqual(await violationsIn(page()), []);
    });
  }

  it('filters the sidebar by a bar, without a mouse', async () => {
    await segment('Invalid').focus();
    await vscode.press('Enter');
    await vscode.page
      .locator('.tree-explorer-viewlet-tree-view .message')
      .filter({ hasText: '3 of 18 keys: Invalid' })
      .waitFor();
    await vscode.runCommand('Confluent BYOK: Clear Filter');
  });

  it('shows one kind of finding, and what to do about it, without a mouse', async () => {
    const kind = page().getByRole('button', { name: 'Key without a name' });
    await kind.focus();
    await vscode.press('Enter');
    await becomes(() => page().locator('.findings > li').count(), 1);
    assert.equal(await kind.getAttribute('aria-pressed'), 'true');
    await vscode.press('Tab', 'Enter');
    await page().getByText('Give it a name that says what it protects.').waitFor();
  });

  it('is as it was after a reload of the window', async () => {
    await vscode.reload();
    await page().getByText('Give it a name that says what it protects.').waitFor();
    await becomes(() => page().locator('.findings > li').count(), 1);
  });

  it('mutes a finding for a reason, and unmutes it', async () => {
    await page().getByRole('button', { name: 'Mute…' }).click();
    await vscode.quickInput.waitFor('Key without a name: cck-x5r1t');
    await vscode.quickInput.type('Agreed until March');
    await vscode.quickInput.accept();
    await page().getByText('Muted (1)').click();
    await page().getByText('Muted just now: Agreed until March').first().waitFor();
    await page().getByRole('button', { name: 'Unmute' }).click();
    await page().getByText('Muted (1)').waitFor({ state: 'hidden' });
  });

  it('leads to the page of a key', async () => {
    await page().getByRole('button', { name: 'All kinds' }).click();
    await finding('Invalid key in use', '').getByRole('button', { name: 'fraud-detection-prod' }).click();
    await vscode.editors.waitForTab(vscode.editors.tabOfPage('fraud-detection-prod', 'cck-b0v6h'));
    // Once it is there it has taken the focus: what is pressed before is lost.
    await page().getByRole('heading', { name: 'fraud-detection-prod' }).waitFor();
  });

  it('needs no more than 320 pixels', async () => {
    await openOverview(vscode);
    await page().getByText('18 keys in Demo Organization').waitFor();
    await vscode.runCommand('View: Toggle Primary Side Bar Visibility');
    await vscode.page.locator('.sidebar').waitFor({ state: 'hidden' });
    await vscode.setPageWidth(320);
    assert.equal((await widthsOf(page())).isWider, false);
    assert.deepEqual(await violationsIn(page()), []);
  });
});

describe('the overview of other organizations, through the browser', () => {
  let vscode: VsCode;
  openForAll({}, opened => ({ vscode } = opened));
  const page = () => vscode.editors.webview();

  it('is readable without a key, and when the service is down', async () => {
    const organization = await serveOrganization({ keys: [], holds: [], clusters: [] });
    await signInByHand(vscode, organization, 'Acme');
    await openOverview(vscode);
    await page().getByText('There are no encryption keys yet.').waitFor();
    assert.deepEqual(await violationsIn(page()), []);
    await organization.server.close();
    await page().getByRole('button', { name: 'Refresh' }).click();
    await page()
      .getByText(/^The last refresh failed\./)
      .waitFor();
    assert.deepEqual(await violationsIn(page()), []);
  });

  it('shows the keys of all, drawn in part where there are 10,000', async () => {
    const organization = await serveOrganization({ keys: manyKeys(10_000), keyLimit: 20_000 });
    await signInByHand(vscode, organization, 'Big');
    await page().getByText('10,000 keys in 2 organizations').waitFor({ timeout: 60_000 });
    const shown = page().locator('.findings > li');
    await becomes(() => shown.count(), 20);
    await page()
      .getByRole('button', { name: /^Show 50 more of [\d,]+$/ })
      .first()
      .click();
    await becomes(() => shown.count(), 70);
    assert.ok((await page().locator('*').count()) < 2000);
    await organization.server.close();
  });
});

/** Keys without a name, half of them invalid. */
function manyKeys(count: number): readonly SimulatedKey[] {
  const now = Date.now();
  return Array.from({ length: count }, (_, index): SimulatedKey => {
    const keyArn = `arn:aws:kms:eu-west-1:111122223333:key/${crypto.randomUUID()}`;
    return {
      id: `cck-${String(index).padStart(5, '0')}`,
      cloudKey: { kind: 'AwsKey', keyArn, roles: [] },
      region: 'eu-west-1',
      validation: { phase: index % 2 === 0 ? 'VALID' : 'INVALID', since: now },
      createdAt: now - index * 60_000,
      updatedAt: now,
    };
  });
}
