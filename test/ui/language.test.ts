import assert from 'node:assert/strict';
import type { FrameLocator } from 'playwright-core';
import { Cleanup } from '../harness/cleanup.ts';
import type { VsCode } from './driver.ts';
import { cutOff } from './driver/cutOff.ts';
import { textsOf } from './driver/text.ts';
import { waitUntil } from './driver/waitUntil.ts';
import { openForAll } from './openForAll.ts';
import { pseudoExtension, type PseudoExtension, pseudoLanguage } from './pseudoLanguage.ts';

/** What is called so in every language. */
const names = /Azure|Google Cloud|PowerShell|Terraform|Demo Organization/g;

describe('in German', () => {
  let vscode: VsCode;
  openForAll({ language: 'de', isViewClosed: true }, opened => ({ vscode } = opened));
  before(async () => {
    await vscode.openContainer('KMS-Schlüssel');
    await vscode.runCommand('Confluent BYOK: Demo-Organisation erkunden');
  });

  it('are the rows of the keys, and their page', async () => {
    const tree = vscode.tree('KMS-Schlüssel');
    await tree.open(['AWS', 'In Verwendung', 'fraud-detection-prod']);
    const page = vscode.editors.webview();
    await page.getByRole('heading', { level: 1, name: 'fraud-detection-prod' }).waitFor();
    assert.deepEqual((await textsOf(page.getByRole('heading', { level: 2 }))).slice(0, 2), [
      'Status',
      'Befunde',
    ]);
  });

  it('are the explanations in the JSON of a key', async () => {
    await vscode.editors.webview().getByRole('button', { name: 'JSON öffnen' }).click();
    const name = vscode.page.locator('.view-line').getByText('"display_name"', { exact: true });
    const explanation = vscode.page.locator('.monaco-hover:visible').getByText('Name für Menschen.');
    // What explains JSON is started with the first of it, and says nothing to a pointer that came before.
    await waitUntil('the explanation', async () => {
      await vscode.page.locator('.statusbar').hover();
      await name.hover();
      return explanation.waitFor({ timeout: 2000 }).then(
        () => true,
        () => false,
      );
    });
  });
});

describe('in a language whose words are longer', () => {
  const cleanup = new Cleanup();
  let vscode: VsCode;
  let pseudo: PseudoExtension;
  before(() => {
    pseudo = pseudoExtension(cleanup);
  });
  openForAll(
    () => ({ language: pseudoLanguage, extensions: [pseudo.folder], isViewClosed: true }),
    opened => ({ vscode } = opened),
  );
  before(async () => {
    await vscode.openContainer(named('container.title'));
    await run('command.exploreDemo');
    await vscode.tree(named('view.keys')).waitFor('fraud-detection-prod');
    // The pages get the room.
    await vscode.press('ControlOrMeta+B');
    await vscode.page.locator('.sidebar').waitFor({ state: 'hidden' });
  });
  after(() => cleanup.run());

  const named = (name: string): string =>
    pseudo.manifestTexts[name] ?? assert.fail(`package.json has no text ${name}`);
  const run = (command: string): Promise<void> =>
    vscode.runCommand(`${named('category')}: ${named(command)}`);

  async function checkPage(page: FrameLocator): Promise<void> {
    for (const width of [1200, 320]) {
      await vscode.setPageWidth(width);
      assert.deepEqual(await cutOff(page), [], `${width} pixels wide`);
    }
    const ours = await textsOf(
      page.locator('h2, h3, dt, summary .title, label, vscode-button, vscode-panel-tab, .rule'),
    );
    assert.ok(ours.length > 10);
    assert.deepEqual(
      ours.filter(text => /[a-z]{3}/.test(text.replaceAll(names, ''))),
      [],
    );
  }

  for (const key of ['fraud-detection-prod', 'inventory-prod', 'mobile-events-dev']) {
    it(`nothing of a key’s page is cut off, and nothing is in English: ${key}`, async () => {
      await run('command.openKey');
      await vscode.quickInput.type(key);
      await vscode.quickInput.pick(key);
      const page = vscode.editors.webview();
      await page.getByRole('heading', { level: 1, name: key }).waitFor();
      await checkPage(page);
    });
  }

  it('nothing of the overview is cut off, and nothing is in English', async () => {
    await run('command.openOverview');
    const page = vscode.editors.webview();
    await page.locator('.rule').first().waitFor();
    await checkPage(page);
  });

  it('what is cut off is noticed', async () => {
    const page = vscode.editors.webview();
    await page
      .locator('h2')
      .first()
      .evaluate(({ style }) => {
        Object.assign(style, { width: '2em', overflow: 'hidden', whiteSpace: 'nowrap' });
      });
    await page
      .locator('vscode-button')
      .first()
      .evaluate(({ style }) => {
        Object.assign(style, { width: '1em', overflow: 'visible' });
      });
    const kinds = (await cutOff(page)).map(each => each.split(':')[0]);
    assert.ok(kinds.includes('cut') && kinds.includes('over the edge'), kinds.join());
  });
});
