import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Keyboard } from 'playwright-core';
import { cache, root } from '../harness/paths.ts';
import type { OpenOptions, Theme, VsCode } from '../ui/driver.ts';
import { openVsCode } from '../ui/driver.ts';
import type { Scene } from './scene.ts';
import { scenes } from './scenes.ts';
import { toWebp } from './toWebp.ts';

/** How an editor looks in a series of pictures. */
interface Look {
  readonly suffix: string;
  readonly theme: Theme;
  readonly size: { readonly width: number; readonly height: number };
}

const readmeLook: Look = {
  suffix: '',
  theme: 'Default Dark Modern',
  size: { width: 1040, height: 720 },
};

const wide = { width: 1280, height: 800 };
const narrow = { width: 640, height: 800 };
const looks: readonly Look[] = [
  { suffix: '-dark', theme: 'Default Dark Modern', size: wide },
  { suffix: '-light', theme: 'Default Light Modern', size: wide },
  { suffix: '-narrow', theme: 'Default Dark Modern', size: narrow },
  { suffix: '-hc', theme: 'Default High Contrast', size: wide },
  { suffix: '-hc-light', theme: 'Default High Contrast Light', size: wide },
];

const { values } = parseArgs({
  options: {
    /** Every scene in every look, for looking at; without it, those of the README. */
    all: { type: 'boolean' },
    /** Scenes whose name matches. */
    grep: { type: 'string' },
    /** Looks whose suffix is this: "light", say. */
    look: { type: 'string' },
  },
});

const folder = values.all ? join(cache, 'pictures') : join(root, 'media/pictures');

void takeAll();

async function takeAll(): Promise<void> {
  const wanted = scenes.filter(
    ({ name, inReadme }) => (values.all ?? inReadme) && new RegExp(values.grep ?? '').test(name),
  );
  mkdirSync(folder, { recursive: true });
  for (const look of values.all ? looks : [readmeLook]) {
    if (values.look === undefined || look.suffix === `-${values.look}`) await take(wanted, look);
  }
}

/** All of them in one editor after the other: a scene leaves nothing open. */
async function take(these: readonly Scene[], { suffix, theme, size }: Look): Promise<void> {
  const options: OpenOptions = { theme, size, settings: { 'breadcrumbs.enabled': false } };
  const vscode = await openVsCode(options);
  let isConnected = false;
  try {
    await vscode.openContainer('Encryption Keys');
    for (const scene of these) {
      if (!scene.isSignedOut && !isConnected) await connect(vscode);
      isConnected ||= !scene.isSignedOut;
      await scene.play(vscode);
      const path = join(folder, `${scene.name}${suffix}.${values.all ? 'png' : 'webp'}`);
      const png = await vscode.screenshot();
      writeFileSync(path, values.all ? png : await toWebp(vscode.page.context(), png));
      console.log(path);
      await clear(vscode.page.keyboard);
      await vscode.runCommand('View: Close All Editors');
      await scene.leave?.(vscode);
    }
  } catch (error) {
    await vscode.screenshot(join(cache, 'failures', `picture${suffix}.png`));
    throw error;
  } finally {
    await vscode.close();
  }
}

async function connect(vscode: VsCode): Promise<void> {
  await vscode.runCommand('Confluent BYOK: Explore the Demo Organization');
  await vscode.keys.waitFor('fraud-detection-prod');
}

/** Leaves quick inputs and dialogs, of which one may lie on the other. */
async function clear(keyboard: Keyboard): Promise<void> {
  for (let times = 0; times < 3; times++) await keyboard.press('Escape');
}
