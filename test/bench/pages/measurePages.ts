import { join } from 'node:path';
import { organizationOf } from '../../../src/simulator/organizationOf';
import { root } from '../../harness/paths.ts';
import { type VsCode, openVsCode } from '../../ui/driver.ts';
import { waitUntil } from '../../ui/driver/waitUntil.ts';
import { serveOrganization, signInByHand } from '../../ui/organization';
import type { BenchOptions } from '../benchOptions.ts';
import { type Measure, median } from '../measure.ts';
import { longTasksOf, probe, timeToInteractive } from './pageProbe.ts';

/** As `emptyPage/package.json` has them. */
const openings = { empty: 'Control+Alt+F7', key: 'Control+Alt+F8' };

const keyCount = 10_000;

/** The pages in a browser, on the built extension. */
export async function measurePages({ release, rounds }: BenchOptions): Promise<readonly Measure[]> {
  const extensions = [root, join(root, 'test/bench/pages/emptyPage')];
  const vscode = await openVsCode({ version: release.vscode, extensions });
  try {
    await probe(vscode.page);
    return [await keyPage(vscode, rounds), await overview(vscode)];
  } finally {
    await vscode.close();
  }
}

/** One after the other, so that what the machine does meanwhile slows both. */
async function keyPage(vscode: VsCode, rounds: number): Promise<Measure> {
  await vscode.openContainer('Encryption Keys');
  await vscode.runCommand('Confluent BYOK: Explore the Demo Organization');
  await vscode.tree('Encryption Keys').waitFor('fraud-detection-prod');
  // The first of each loads the code.
  for (const keys of Object.values(openings)) await timeOpening(vscode, keys);
  const [empty, key] = [[] as number[], [] as number[]];
  for (let round = 0; round < rounds; round += 1) {
    empty.push(await timeOpening(vscode, openings.empty));
    key.push(await timeOpening(vscode, openings.key));
  }
  return {
    measure: 'the page of a key is interactive, to an empty page',
    value: median(key) / median(empty),
    unit: '×',
    limit: { atMost: 1.5 },
    note: `medians of ${rounds}: ${median(key).toFixed(0)} ms (${inMs(key)}) and ${median(empty).toFixed(0)} ms (${inMs(empty)})`,
  };
}

async function timeOpening(vscode: VsCode, keys: string): Promise<number> {
  await vscode.page.keyboard.press(keys);
  const time = await timeToInteractive(vscode.page);
  await closeEditors(vscode);
  return time;
}

/** Drawn while the keys are listed, anew with all of them, and with more findings. */
async function overview(vscode: VsCode): Promise<Measure> {
  const organization = await serveOrganization(organizationOf(keyCount, Date.now()));
  try {
    const page = vscode.editors.webview();
    const open = async (): Promise<void> => {
      await vscode.runCommand('Confluent BYOK: Open Overview');
      await page.getByText('10,018 keys in 2 organizations').waitFor({ timeout: 120_000 });
    };
    await signInByHand(vscode, organization, 'Large');
    await open();
    const whileListed = await longTasksOf(vscode.page);
    await closeEditors(vscode);
    await open();
    const findings = page.locator('.findings > li');
    const before = await findings.count();
    await page
      .getByRole('button', { name: /^Show 50 more of/ })
      .first()
      .click();
    await waitUntil('more findings', async () => (await findings.count()) > before);
    const all = [...whileListed, ...(await longTasksOf(vscode.page))];
    return {
      measure: 'longest task of the overview of 10,000 keys',
      value: Math.max(0, ...all.map(({ duration }) => duration)),
      unit: 'ms',
      limit: { atMost: 100 },
      note: `while they are listed, opened again, and with 50 more findings: ${all.length} over 50 ms`,
    };
  } finally {
    await organization.server.close();
  }
}

async function closeEditors(vscode: VsCode): Promise<void> {
  await vscode.runCommand('View: Close All Editors');
  await waitUntil('the page to go', async () => (await vscode.page.locator('iframe.webview').count()) === 0);
}

function inMs(times: readonly number[]): string {
  return times.map(time => time.toFixed(0)).join(', ');
}
